import { postponedNote } from '../../contract/reason-texts.ts'
import type { PlainDate } from '../../rules/time/plain-date.ts'
import type { HearingNotice } from '../desks/cases/public.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'
import { spokenDay } from './spoken-time.ts'

export interface HearingsShown {
  readonly notices: readonly HearingNotice[]
  /** Of the bureau, for whoever would take part. */
  readonly phone: string | null
  readonly today: PlainDate
}

const isToCome = ({ standing, heldOn }: HearingNotice, today: PlainDate): boolean => standing === 'announced' && heldOn >= today

/** 听证公告: hearings of the bureau, for anybody (行政许可法 46, 48): what, when, where, and how to take part. No party is named. */
export function hearingsPage({ notices, phone, today }: HearingsShown): PageParts {
  const [coming, past] = [notices.filter((one) => isToCome(one, today)), notices.filter((one) => !isToCome(one, today))]
  return {
    title: '听证公告',
    body: html`<h1>听证公告</h1>
<p>听证公开举行，谁都可以旁听（行政许可法 第四十六条、第四十八条）。</p>
<h2>将要举行</h2>
${coming.length === 0 ? html`<p>眼下没有公告的听证。</p>` : coming.map(notice)}
${past.length > 0 && html`<h2>近三个月的</h2><ul class="list">${past.map(pastLine)}</ul>`}
<h2>怎样参加</h2>
<p>旁听的，带身份证件按时到场就行，不收费。</p>
<p>认为许可直接关系您重大利益、要在听证上提出意见的，请在听证之前向本机关说明，作为利害关系人参加${phone !== null && html`，电话：<a href="tel:${phone}">${phone}</a>`}。</p>
<p class="soft">这里不公布申请人和其他参加人的姓名，也不公布商业秘密。</p>`,
  }
}

const notice = ({ itemName, byLaw, matter, announcedOn, heldOn, startsAt, place, postponed }: HearingNotice): Html =>
  html`<section class="card"><h3>${itemName}</h3>
<dl class="facts">${matter !== null && html`<dt>听证内容</dt><dd>${matter}</dd>`}<dt>时间</dt><dd><strong>${spokenDay(heldOn)}${startsAt !== null && ` ${startsAt}`}</strong>${postponed.length > 0 && html`<br><span class="seal">${postponedNote(postponed)}</span>`}</dd><dt>地点</dt><dd>${place}</dd><dt>依据</dt><dd>行政许可法 ${byLaw ? '第四十六条（法律规定或者涉及公共利益，应当听证）' : '第四十七条（有人要求听证）'}</dd></dl>
<p class="soft small">${spokenDay(announcedOn)}公告</p></section>`

const ended = { held: '已举行', dropped: '办件已经结束，不再举行', announced: '公告的日子已过，还没有举行，请等新的公告' } as const

const pastLine = ({ itemName, matter, heldOn, standing, postponed }: HearingNotice): Html =>
  html`<li><strong>${itemName}</strong>${matter !== null && html`：${matter}`}<div class="soft small">${spokenDay(heldOn)}${postponedNote(postponed)}，${ended[standing]}</div></li>`
