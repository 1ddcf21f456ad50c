import type { ServiceItem } from '../../rules/service-item/item.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'

export interface Home {
  readonly bureau: string
  readonly items: readonly ServiceItem[]
  /** Most applied for here lately; empty in a bureau that has just opened. */
  readonly popular: readonly ServiceItem[]
  /** Own cases and drafts that wait for the citizen; undefined for a stranger. */
  readonly mine:
    | { readonly running: number; readonly waiting: readonly { readonly id: string; readonly words: string }[]; readonly drafts: number }
    | undefined
}

export const searchBox = (query: string): Html => html`<form class="search" action="/items" role="search">
<input type="search" name="q" value="${query}" maxlength="100" aria-label="搜索办事事项" placeholder="您要办什么？如：开饭店、lwpq" autocomplete="off">
<button>搜索</button></form>`

/** Hours, place and phone that most items name. */
const commonest = (values: readonly string[]): string => {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

export function homePage({ bureau, items, popular, mine }: Home): PageParts {
  const fields = [...Map.groupBy(items, ({ field }) => field)].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1))
  const guides = items.map(({ guide }) => guide)
  return {
    title: '首页',
    section: 'home',
    banner: html`<h1>您要办什么事？</h1>${searchBox('')}
<p class="small soft">说平常的话就行，写错字、打拼音首字母也能找到。</p>
<p class="quick"><a href="/items?who=person">个人办事</a><a href="/items?who=firm">企业和单位办事</a><a href="/items">全部 ${items.length} 项</a></p>`,
    body: html`${mine && minePart(mine)}
${popular.length > 0 && html`<h2>近来办得多</h2><ul class="cols list">${popular.map(itemLink)}</ul>`}
${
  fields.length > 0 &&
  html`<h2>按领域找</h2>
<ul class="tiles">${fields.map(([field, all]) => html`<li><a href="/items?field=${encodeURIComponent(field)}">${field}<small>${all.length} 项</small></a></li>`)}</ul>`
}
<h2>到大厅办</h2>
<dl class="facts"><dt>办事大厅</dt><dd>${bureau}政务服务大厅</dd>
${guides.length > 0 && html`<dt>时间</dt><dd>${commonest(guides.map(({ hours }) => hours))}</dd><dt>咨询电话</dt><dd>${commonest(guides.map(({ phone }) => phone))}</dd><dt>投诉电话</dt><dd>${commonest(guides.map(({ complaintPhone }) => complaintPhone))}</dd>`}
</dl><p class="soft">各事项的窗口位置写在它的办事指南里。</p>`,
  }
}

export const itemLink = (item: ServiceItem): Html =>
  html`<li><a class="title" href="/items/${item.code}">${item.name}</a><br><span class="soft small">${item.field}</span></li>`

const minePart = ({
  running,
  waiting,
  drafts,
}: NonNullable<Home['mine']>): Html => html`<section class="card" aria-labelledby="mine"><h2 id="mine">我的事</h2>
${waiting.length > 0 && html`<p>有 ${waiting.length} 件等您办理：</p><ul>${waiting.map(({ id, words }) => html`<li><a href="/my/cases/${id}">${words}</a></li>`)}</ul>`}
<p><a href="/my/cases">在办 ${running} 件</a>${drafts > 0 && html`，<a href="/my/cases#drafts">没填完的申请 ${drafts} 份</a>`}</p></section>`
