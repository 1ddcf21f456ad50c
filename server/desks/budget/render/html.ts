import { hash } from 'node:crypto'
import type { BlockCell, DisclosureBlock, TableBlock } from '../../../../rules/budget/disclosure-block.ts'
import { escapeHtml } from '../../../platform/http/escape-html.ts'
import { tableCsv } from './csv.ts'
import type { RenderFacts } from './facts.ts'
import { pageStyle } from './page-style.ts'

/** For the Content-Security-Policy of the served page: this one style sheet and nothing else. */
export const styleDigest = `'sha256-${hash('sha256', pageStyle, 'base64')}'`

/**
 * The document as one accessible web page without scripts: headings in order, each table with caption and headed cells and its data to download.
 * What is not of the document (downloads, date, address) stands in `nav` and `footer`, so that a reader of the page can tell it apart.
 */
export function htmlPage(blocks: readonly DisclosureBlock[], title: string, facts: RenderFacts): string {
  const body = blocks.map((block, at) => {
    if (block.kind !== 'table') return namesNext(blocks, at) ? '' : textHtml(block)
    const before = blocks[at - 1]
    return tableHtml(block, namesNext(blocks, at - 1) && before?.kind === 'heading' ? textHtml(before) : null, facts)
  })
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} - ${escapeHtml(facts.publisher)}</title>
${facts.address === null ? '' : `<link rel="canonical" href="${escapeHtml(facts.address)}">\n`}<link rel="icon" href="data:,">
<style>${pageStyle}</style>
</head>
<body>
<nav class="skip" aria-label="跳转"><a href="#main">跳到正文</a></nav>
${topOf(facts)}
<main id="main">
${body.filter((piece) => piece !== '').join('\n')}
</main>
</body>
</html>
`
}

/** A heading that is the name of the table under it stands in the table's caption, so that it is said once. */
function namesNext(blocks: readonly DisclosureBlock[], at: number): boolean {
  const [block, next] = [blocks[at], blocks[at + 1]]
  return block?.kind === 'heading' && next?.kind === 'table' && next.caption === block.text
}

function topOf({ publisher, publishedOn, period, address, downloads }: RenderFacts): string {
  const facts = [
    ['公开单位', publisher],
    ...(publishedOn === null ? [] : [['公开日期', publishedOn]]),
    ...(address === null ? [] : [['永久网址', address]]),
  ].map(([name, value]) => `<span>${name}：${escapeHtml(value!)}</span>`)
  const links = downloads.map(({ title, href }) => `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`)
  const kept =
    period === null
      ? ''
      : `<details class="period"><summary>公开期限：<span class="light ${period.light}">${escapeHtml(period.word)}</span></summary><ol>${period.reasons.map((reason) => `<li>${escapeHtml(reason)}</li>`).join('')}</ol></details>`
  const back = address === null ? '' : '<p><a href="/disclosure">全部公开文件</a><a href="/">网上办事大厅</a></p>'
  return `<nav class="about" aria-label="公开信息和下载">${back}<p>${facts.join('')}</p>${kept}${links.length === 0 ? '' : `<p class="downloads">下载：${links.join('')}</p>`}</nav>`
}

function textHtml(block: Exclude<DisclosureBlock, TableBlock>): string {
  const text = escapeHtml(block.text)
  if (block.kind === 'title') return `<h1>${text}</h1>`
  return block.kind === 'heading' ? `<h${block.level + 1}>${text}</h${block.level + 1}>` : `<p>${text}</p>`
}

function tableHtml(table: TableBlock, heading: string | null, facts: RenderFacts): string {
  const shown = table.captionPrinted || heading !== null
  const caption = `<caption${shown ? '' : ' class="unseen"'}>${heading ?? escapeHtml(table.caption)}</caption>`
  const rows = table.rows.map((row, at) => `<tr>${row.map((cell) => cellHtml(cell, at < table.headRows)).join('')}</tr>`)
  const head = table.headRows > 0 ? `<thead>\n${rows.slice(0, table.headRows).join('\n')}\n</thead>\n` : ''
  const href = facts.tableAddress?.(table) ?? `data:text/csv;charset=utf-8;base64,${Buffer.from(tableCsv(table)).toString('base64')}`
  const data = `<a class="data" href="${escapeHtml(href)}" download="${escapeHtml(`${table.name}.csv`)}" aria-label="下载本表数据（CSV）：${escapeHtml(table.caption)}"></a>`
  const unit = table.unit === null ? '' : `<p class="unit">单位：${escapeHtml(table.unit)}</p>\n`
  // On paper a form keeps together, and a table of many columns lies across.
  const kind = table.headRows === 0 ? ' sheet' : table.widths.length > 8 ? ' across' : ''
  return `<div class="wide${kind}" role="group" tabindex="0" aria-label="${escapeHtml(table.caption)}">
${unit}<table>${caption}
${head}<tbody>
${rows.slice(table.headRows).join('\n')}
</tbody>
</table>${data}
</div>`
}

function cellHtml({ text, columns = 1, rows = 1, head = false, align = 'left' }: BlockCell, inHead: boolean): string {
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`
  const words = text.split('\n').map(escapeHtml).join('<br>')
  if (head && text !== '') return `<th scope="${inHead || columns === 1 ? (inHead ? 'col' : 'row') : 'colgroup'}"${spans}>${words}</th>`
  return `<td${spans}${align === 'left' ? '' : ` class="${align}"`}>${words}</td>`
}
