import { expect, test } from 'vitest'
import { html, lines, trusted } from './html.ts'

test('whatever is put in is escaped, in elements and in attributes', () => {
  const name = `<img src=x onerror="alert('1')">&`
  expect(html`<p title="${name}">${name}</p>`.text).toBe(
    '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;">&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;</p>',
  )
})

test('markup stays markup, lists are joined, nothing leaves nothing', () => {
  expect(html`<ul>${['a', '<b>'].map((one) => html`<li>${one}</li>`)}${false}${null}${undefined}${0}</ul>`.text).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li>0</ul>',
  )
  expect(html`${trusted('<svg></svg>')}`.text).toBe('<svg></svg>')
})

test('lines keep their ends and nothing else', () => {
  expect(lines('一\n<二>').text).toBe('一<br>&lt;二&gt;')
})
