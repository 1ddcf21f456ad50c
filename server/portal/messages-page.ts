import type { Notice } from '../../contract/inbox.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'
import { spokenDay } from './spoken-time.ts'

/** The inbox: everything the bureau told this citizen, newest first. */
export const messagesPage = (notices: readonly Notice[], read: ReadonlySet<string>, next: string | null): PageParts => ({
  title: '消息',
  section: 'messages',
  body: html`<h1>消息</h1>
${notices.length === 0 ? html`<p>还没有消息。提交申请后，收件凭证和以后的文书都在这里。</p>` : html`<ul class="list">${notices.map((notice) => line(notice, read.has(notice.paper)))}</ul>`}
${next !== null && html`<p><a class="btn plain" rel="next" href="/my/messages?after=${encodeURIComponent(next)}">更早的</a></p>`}`,
})

const line = (
  { paper, title, number, on, itemName, ready, servedOn }: Notice,
  seen: boolean,
): Html => html`<li>${!seen && html`<span class="count">新</span> `}<a class="title" href="/my/messages/${paper}">${title}</a>
<div class="soft small">${itemName}；${number}；${spokenDay(on)}${servedOn !== null && `，${spokenDay(servedOn)}送达`}${!ready && '；正在生成'}</div></li>`

/** One message: which paper, of which case, and its file. */
export const messagePage = (notice: Notice): PageParts => ({
  title: `${notice.title} ${notice.number}`,
  section: 'messages',
  trail: [['/my/messages', '消息']],
  body: html`<h1>${notice.title}</h1>
<dl class="facts"><dt>文号</dt><dd>${notice.number}</dd><dt>日期</dt><dd>${spokenDay(notice.on)}</dd><dt>事项</dt><dd>${notice.itemName}</dd><dt>办件编号</dt><dd>${notice.caseNumber}</dd>${notice.servedOn !== null && html`<dt>送达</dt><dd>${spokenDay(notice.servedOn)}</dd>`}</dl>
${notice.ready ? html`<div class="row"><a class="btn" href="/my/cases/${notice.case}/papers/${notice.paper}?inline=true">看文书（PDF）</a><a class="btn plain" href="/my/cases/${notice.case}/papers/${notice.paper}">下载</a></div>` : html`<p>文书正在生成，请稍后再来。</p>`}
<p><a href="/my/cases/${notice.case}">看这个办件：接下来做什么、到哪一天</a></p>`,
})
