import { permitTitles, phaseTitles } from '../../contract/case-texts.ts'
import type { CaseRow } from '../../contract/cases.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import type { Draft } from './drafts.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'
import { spokenDay, spokenTime } from './spoken-time.ts'

export interface MyCases {
  readonly rows: readonly CaseRow[]
  /** What waits for the citizen, by case. */
  readonly waits: ReadonlyMap<string, readonly string[]>
  /** Where the next page begins; null on the last. */
  readonly next: string | null
  readonly drafts: readonly Draft[]
  readonly items: ReadonlyMap<string, ServiceItem>
  readonly firstPage: boolean
}

export const myCasesPage = ({ rows, waits, next, drafts, items, firstPage }: MyCases): PageParts => ({
  title: '我的办件',
  section: 'cases',
  body: html`<h1>我的办件</h1>
${drafts.length > 0 && firstPage && html`<section id="drafts"><h2>没填完的</h2><ul class="list">${drafts.map((draft) => draftLine(draft, items))}</ul></section><h2>已经提交的</h2>`}
${rows.length === 0 ? html`<p>还没有提交过申请。</p><p><a class="btn" href="/items">找要办的事</a></p>` : html`<ul class="list">${rows.map((row) => line(row, waits.get(row.id) ?? []))}</ul>`}
${next !== null && html`<p><a class="btn plain" rel="next" href="/my/cases?after=${encodeURIComponent(next)}">更早的</a></p>`}`,
})

const draftLine = (
  { id, item, caseId, savedAt }: Draft,
  items: MyCases['items'],
): Html => html`<li><a class="title" href="/drafts/${id}">${items.get(item)?.name ?? item}${caseId !== null && '（补正）'}</a>
<div class="soft small">${spokenTime(savedAt)} 保存，还没有提交</div>
<div class="row"><a class="btn thin" href="/drafts/${id}">接着填</a><a href="/drafts/${id}/drop" aria-label="删去这份没填完的申请">删去</a></div></li>`

const line = (
  row: CaseRow,
  waits: readonly string[],
): Html => html`<li><a class="title" href="/my/cases/${row.id}">${row.itemName}</a> <span class="tag state">${phaseTitles[row.phase]}</span>${row.permit !== null && html` <span class="tag">许可${permitTitles[row.permit]}</span>`}
<div class="small">${waits.length > 0 && html`<strong class="seal">${waits.join('；')}</strong><br>`}<span class="soft">编号 ${row.number}；${row.applicantName}；${spokenDay(row.receivedOn)}收到${dueWords(row)}</span></div></li>`

const dueWords = ({ leg, promisedDue, statutoryDue, provisional }: CaseRow): string => {
  const due = promisedDue ?? statutoryDue
  return leg === null || due === null
    ? ''
    : `；${leg === 'notice' ? '最迟' : promisedDue === null ? '法定' : '承诺'}${spokenDay(due)}${provisional ? '（暂定）' : ''}${leg === 'notice' ? '答复是否受理' : leg === 'service' ? '送达' : '办完'}`
}
