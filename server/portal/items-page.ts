import type { ServiceItem } from '../../rules/service-item/item.ts'
import { applicantWords, procedureWords, sentenceOfElsewhere } from '../../contract/catalogue-words.ts'
import type { SearchAnswer } from '../desks/catalogue/public.ts'
import { itemLink, searchBox } from './home-page.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'

interface ItemsAsked {
  readonly q?: string
  readonly field?: string
  readonly who?: 'person' | 'firm'
  readonly page?: number
}

export interface ItemsFound {
  readonly asked: ItemsAsked
  /** In order of fit, or by field where nothing was searched for. */
  readonly found: readonly { readonly item: ServiceItem; readonly matched: string }[]
  /** What the search made of the words; undefined where nothing was searched for. */
  readonly answer: SearchAnswer | undefined
  readonly fields: readonly string[]
  /** Most applied for lately: offered where the search is not sure. */
  readonly popular: readonly ServiceItem[]
}

const perPage = 10

const address = (asked: ItemsAsked): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value !== undefined && value !== '') query.set(name, String(value))
  return query.size === 0 ? '/items' : `/items?${query}`
}

export function itemsPage({ asked, found, answer, fields, popular }: ItemsFound): PageParts {
  const pages = Math.max(1, Math.ceil(found.length / perPage))
  const now = Math.min(asked.page ?? 1, pages)
  const shown = found.slice((now - 1) * perPage, now * perPage)
  const q = asked.q ?? ''
  const what = [q !== '' && `“${q}”`, asked.field, asked.who === 'person' && '个人可以办的', asked.who === 'firm' && '企业和单位可以办的']
    .filter(Boolean)
    .join('，')
  return {
    title: what === '' ? '全部事项' : `${what} 的事项`,
    trail: [['/items', '事项']],
    body: html`<h1>${what === '' ? '全部事项' : `${what} 的事项`}</h1>
${searchBox(q)}
${answer?.elsewhere && html`<div class="note"><p>${sentenceOfElsewhere(answer.elsewhere)}</p></div>`}
${
  found.length > 0 &&
  html`<p class="soft" role="status">${answer && !answer.sure ? '没有完全对得上的，下面是沾边的' : '找到'} ${found.length} 项${understoodWords(q, answer)}${pages > 1 && `，第 ${now} 页，共 ${pages} 页`}</p>
<ul class="list">${shown.map(line)}</ul>`
}
${fields.length === 0 && html`<div class="note"><p>本局还没有发布可以申请的事项。要办什么，请打 12345 问一问，或到大厅咨询台。</p></div>`}
${fields.length > 0 && (found.length === 0 || answer?.sure === false) && wayOn(openingOf(q, found.length, answer), fields, popular)}
${pages > 1 && html`<nav class="row" aria-label="翻页">${now > 1 && html`<a class="btn plain" rel="prev" href="${address({ ...asked, page: now - 1 })}">上一页</a>`}${now < pages && html`<a class="btn plain" rel="next" href="${address({ ...asked, page: now + 1 })}">下一页</a>`}</nav>`}`,
  }
}

const line = ({ item, matched }: ItemsFound['found'][number]): Html => html`<li><a class="title" href="/items/${item.code}">${item.name}</a>
<div><span class="tag">${procedureWords[item.procedure]}</span> <span class="tag">${item.field}</span> <span class="soft small">${item.applicants.map((kind) => applicantWords[kind]).join('、')}可以办${matched !== '' && matched !== item.name && !item.name.includes(matched) && `；也叫“${matched}”`}</span></div></li>`

/** What the search took the words for, where it is not what was typed letter by letter. */
function understoodWords(q: string, answer: SearchAnswer | undefined): string {
  const words = answer?.understood.filter((word) => word !== q) ?? []
  return words.length === 0 ? '' : `，按${words.map((word) => `“${word}”`).join('')}找的`
}

const openingOf = (q: string, found: number, answer: SearchAnswer | undefined): string =>
  found > 0 ? '不是您要办的？' : answer?.elsewhere ? '要办别的事？' : `没有找到${q === '' ? '' : `“${q}”`}。`

const wayOn = (
  opening: string,
  fields: readonly string[],
  popular: readonly ServiceItem[],
): Html => html`<div class="note"><p>${opening}可以这样试试：</p>
<ul><li>少打几个字，只写要办的事，如“饭店”“商会”；</li><li>打拼音首字母，如 lwpq（劳务派遣）；</li><li>按领域找：${fields.map((field, i) => [i > 0 && '、', html`<a href="/items?field=${encodeURIComponent(field)}">${field}</a>`])}；</li><li>打 12345 问一问，或到大厅咨询台。</li></ul></div>
${popular.length > 0 && html`<h2>近来办得多</h2><ul class="cols list">${popular.map(itemLink)}</ul>`}`
