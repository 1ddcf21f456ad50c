import { budgetKindTitles } from '../../contract/budget-texts.ts'
import { spokenDate } from '../../contract/reason-texts.ts'
import type { DisclosedBudget } from '../desks/budget/public.ts'
import { html } from './html.ts'
import type { PageParts } from './layout.ts'

/** 预决算公开: every published budget and final account, the newest first. */
export const disclosuresPage = (published: readonly DisclosedBudget[]): PageParts => ({
  title: '预决算公开',
  body: html`<h1>预决算公开</h1>
${
  published.length === 0
    ? html`<p>还没有公开的预算、决算。</p>`
    : html`<p class="soft">每份文件的网址不变，可以下载 Word、PDF、Excel，也可以下载数据。</p>
<ul class="list">${published.map(({ id, department, key, on }) => html`<li><a class="title" href="/disclosure/${id}">${department ?? ''}${key.year}年${budgetKindTitles[key.kind]}</a><div class="soft small">${spokenDate(on)}公开</div></li>`)}</ul>`
}`,
})
