import type { CasePage, LegView } from '../../contract/cases.ts'
import { followTitles, limitWord, permitSince, reasonTitles, takingTitles } from '../../contract/case-texts.ts'
import { movedNote, movedWords, postponedNote, spokenDays } from '../../contract/reason-texts.ts'
import { isInForce } from '../../rules/case/standing/permit-life.ts'
import { postForm } from './form-parts.ts'
import { html, type Html, lines } from './html.ts'
import type { PageParts } from './layout.ts'
import { fileOfCase } from './case-files.ts'
import { saidPart } from './said-part.ts'
import { spokenDay, spokenTime } from './spoken-time.ts'
import { wishesPart } from './wishes-part.ts'

export interface CaseShown {
  readonly page: CasePage
  readonly csrf: string
  readonly today: string
  /** What the citizen has just done. */
  readonly done?: string | undefined
}

/** Records of the bureau's own work are in the file, not among the applicant's papers. */
const ownWork = new Set(['inspection-record', 'service-receipt', 'third-party-notice'])

/** One case as its applicant reads it: where it stands, what is to be done, by when and why, and every paper. */
export function casePage({ page, csrf, today, done }: CaseShown): PageParts {
  const acts = new Set(page.acts.filter(({ blocked }) => blocked === null).map(({ act }) => act))
  const papers = page.papers.filter(({ kind }) => !ownWork.has(kind))
  return {
    title: `${page.item.name} ${page.number}`,
    section: 'cases',
    trail: [['/my/cases', '我的办件']],
    body: html`<h1>${page.item.name}</h1>
${done && html`<div class="note good" role="status"><p>${done}</p></div>`}
<p class="lead"><span class="tag state">${page.phaseTitle}</span> 编号 ${page.number}</p>
<div class="note"><p><strong>接下来：</strong>${page.next}</p></div>
${toDo(page, acts, csrf, today)}
${page.inHand && html`<p>这件申请${followTitles[page.inHand.how]}的是“${page.inHand.itemName}”许可（办件 ${page.inHand.number}，${page.inHand.article}），${page.inHand.endsOn === 'unlimited' ? '长期有效' : html`有效期至${spokenDay(page.inHand.endsOn)}`}。</p>`}
${page.decision && decisionPart(page.decision, page)}
<h2>期限和理由</h2>
${page.legs.map((leg) => legPart(leg, today))}
${page.earlierLegs.map((leg) => legPart(leg, today))}
${reasonsPart(page)}
${papers.length > 0 && html`<h2>文书</h2><ul class="list">${papers.map((paper) => html`<li>${paperLine(paper)}</li>`)}</ul>`}
${page.supplements.length > 0 && html`<h2>补正告知</h2>${page.supplements.map((round) => html`<section class="card"><h3>第 ${round.ordinal} 次，${spokenDay(round.notifiedOn)}${round.answeredOn !== null && `，${spokenDay(round.answeredOn)}已补齐`}</h3>${round.reason && html`<p>再次告知的原因：${round.reason}</p>`}<ol>${round.faults.map(({ materialName, fault, correction }) => html`<li><strong>${materialName}</strong>：${fault}<br><span class="soft">怎样改：${correction}</span></li>`)}</ol></section>`)}`}
${saidPart(page, page.decision !== null && page.measures.every(({ ended }) => ended !== null))}
<h2>办理经过</h2><ol class="when">${page.timeline.map(({ at, title, text }) => html`<li><span class="soft small">${spokenTime(at)}</span><br>${title}${text !== '' && html`：${text}`}</li>`)}</ol>
<h2>我交的内容</h2>
<details><summary>身份和联系方式</summary><dl class="facts"><dt>${page.applicantKind === 'natural-person' ? '姓名' : '单位名称'}</dt><dd>${page.applicant.name}</dd><dt>证件号码</dt><dd>${page.applicant.idNumber}</dd><dt>电话</dt><dd>${page.applicant.phone}</dd></dl></details>
${page.answers.map(({ title, fields }) => html`<details><summary>${title}</summary><dl class="facts">${fields.map(({ label, value }) => html`<dt>${label}</dt><dd>${lines(value)}</dd>`)}</dl></details>`)}
<details><summary>材料</summary><dl class="facts">${page.materials.map(({ name, handedIn }) => html`<dt>${name}</dt><dd>${handedIn === null ? '没有交' : html`<ul class="files">${handedIn.files.map((file) => html`<li>${fileOfCase(page.id, file)}</li>`)}</ul>${handedIn.form === 'paper' && '窗口收到纸质材料'}`}</dd>`)}</dl></details>
${wishesPart(page, acts, csrf)}`,
  }
}

/** What waits for the applicant, each with its button. */
function toDo(page: CasePage, acts: ReadonlySet<string>, csrf: string, today: string): Html {
  const late = page.materials.filter(({ dueLater }) => dueLater !== null)
  const told = page.hearing?.parties.find(({ party, answer }) => party === 'applicant' && answer === null)
  const button = (words: string) => postForm({ csrf, action: `/my/cases/${page.id}/supplement` }, html`<button>${words}</button>`)
  return html`${acts.has('supplement-materials') && html`<section class="card" id="supplement"><h2>请您补正</h2><ol>${(page.supplements.at(-1)?.faults ?? []).map(({ materialName, fault, correction }) => html`<li><strong>${materialName}</strong>：${fault}<br><span class="soft">怎样改：${correction}</span></li>`)}</ol><p>要补的都在这里了，一次补齐就行。补齐后窗口在五个工作日内答复（行政许可法 第三十二条）。</p>${supplementDay(page.supplements.at(-1), today)}<div class="row">${button('现在补')}${acts.has('give-up-supplement') && html`<a href="/my/cases/${page.id}/give-up">不补了</a>`}</div></section>`}
${late.length > 0 && acts.has('meet-shortfall') && html`<section class="card" id="supplement"><h2>请您补交容缺的材料</h2><ul>${late.map(({ name, dueLater, dueMoved }) => html`<li>${name}，最迟${spokenDay(dueLater!)}${dueMoved.map((moved) => html`<br><span class="soft">${movedWords(moved)}</span>`)}</li>`)}</ul>${button('现在补交')}</section>`}
${measurePart(page, acts.has('make-statement'))}
${told && hearingPart(page.id, told, csrf, today)}
${page.hearing?.announced && page.hearing.heldOn === null && html`<div class="note"><p>听证定在${spokenDay(page.hearing.announced.heldOn)}${page.hearing.announced.startsAt}${postponedNote(page.hearing.announced.postponed)}，地点：${page.hearing.announced.place}，主持人：${page.hearing.announced.chair}。</p></div>`}`
}

/** Until when the correction is awaited, and what happens then: nothing by itself. */
function supplementDay(round: CasePage['supplements'][number] | undefined, today: string): Html | false {
  if (!round?.lastDay) return false
  if (round.givenUpOn !== null) return html`<p>您已经表示不再补正（${spokenDay(round.givenUpOn)}）。作出决定之前，改主意了仍可以补。</p>`
  return round.lastDay < today
    ? html`<p class="seal">补正期限（${spokenDay(round.lastDay)}）已过，窗口可以不予受理。作出决定之前补齐的，照常办理，请尽快。</p>`
    : html`<p>最迟<strong>${spokenDay(round.lastDay)}</strong>补齐。这一天以前，不会因为还没有补正就不予受理；过了这一天没有补的，窗口可以不予受理。</p>`
}

/** What the bureau means to do, and how to answer before it does. */
function measurePart({ id, measures }: CasePage, mayAnswer: boolean): Html | false {
  const open = measures.find(({ ended }) => ended === null)
  if (!open) return false
  const what = open.kind === 'refusal' ? '因为材料虚假，不予受理或者不予许可，并给予警告' : `${takingTitles[open.kind]}这项许可（${open.ground}）`
  return html`<section class="card" id="measure"><h2 class="seal">本局准备${what}</h2><p>查明的情况：</p><p>${lines(open.facts)}</p>${open.changeTo !== null && html`<p>准备变更为：</p><p>${lines(open.changeTo)}</p>`}${open.validTo !== null && html`<p>有效期准备缩短，到${spokenDay(open.validTo)}为止。</p>`}<p>您可以陈述、申辩，最迟${spokenDay(open.replyBy)}${movedNote(open.moved)}；不会因为您申辩而加重处理。先看您说的，再作决定。${(open.kind === 'withdrawal' || open.kind === 'change') && `${takingTitles[open.kind]}给您造成财产损失的，依法补偿；有什么损失，请在陈述里写明。`}</p>${mayAnswer && html`<p><a class="btn" href="/my/cases/${id}/statement">陈述、申辩</a></p>`}</section>`
}

type Told = NonNullable<CasePage['hearing']>['parties'][number]

/** The right to a hearing as long as it can be asked for; where the law itself demands one, nobody need ask. */
function hearingPart(id: string, { requestBy, moved }: Told, csrf: string, today: string): Html | false {
  if (requestBy === null)
    return html`<section class="card" id="hearing"><h2>依法举行听证</h2><p>这件事依法要听证，不用您申请；时间和地点会提前七日通知您（行政许可法 第四十六条、第四十八条）。听证不收费。</p></section>`
  if (today > requestBy) return false
  const answer = (value: string, words: string, plain: boolean) =>
    html`<button name="answer" value="${value}"${plain && html` class="plain"`}>${words}</button>`
  return html`<section class="card" id="hearing"><h2>您可以要求听证</h2><p>要求听证，最迟${spokenDay(requestBy)}提出${movedNote(moved)}，过期视为不要求（行政许可法 第四十七条）。要求了，二十个工作日内举行；不要求，就照常作决定。听证不收费。</p>${postForm({ csrf, action: `/my/cases/${id}/hearing` }, html`<div class="row">${answer('request', '要求听证', false)}${answer('waive', '不要求听证', true)}</div>`)}</section>`
}

/** How the permit stands, and what it says where it was changed. */
function permitPart({ standing, title, since, ground, validTo, changes }: NonNullable<CasePage['permit']>): Html {
  const now = changes.at(-1)
  return html`<p>许可现在：<strong${!isInForce(standing) && html` class="seal"`}>${title}</strong>${permitSince({ standing, since, ground })}</p>${validTo !== null && html`<p>有效期已经缩短，到${spokenDay(validTo)}为止。</p>`}${now && html`<p>许可的内容现在是：</p><p>${lines(now.content)}</p>${now.conditions.length > 0 && html`<ol>${now.conditions.map((one) => html`<li>${one}</li>`)}</ol>`}`}`
}

const endings: Readonly<Record<string, string>> = { withdrawn: '撤回', filed: '备案', forwarded: '报送' }

const decisionPart = (
  { outcome, title, on, reasons, validity }: NonNullable<CasePage['decision']>,
  { permit, barredUntil }: Pick<CasePage, 'permit' | 'barredUntil'>,
): Html =>
  html`<section class="card"><h2 class="seal">${title}</h2><p>${spokenDay(on)}${endings[outcome] ?? '作出'}。${validity && `有效期自${spokenDay(validity.from)}${validity.to === 'unlimited' ? '起，长期有效' : `至${spokenDay(validity.to)}`}。`}</p>${reasons.length > 0 && html`<p>${outcome === 'forwarded' ? '初步审查意见' : '理由'}：</p><ol>${reasons.map((reason) => html`<li>${reason}</li>`)}</ol>`}${permit && permitPart(permit)}${barredUntil !== null && html`<p>${spokenDay(barredUntil)}以前（含当日）不得再次申请这项许可（包括变更、延续）。</p>`}</section>`

/** A leg of the clock: both due days apart, and every reason with its day and article. */
export function legPart(leg: LegView, today: string): Html {
  const due = (which: 'promised' | 'statutory', words: string): Html | false => {
    const limit = leg[which]
    if (limit === null) return false
    const day = limit.due ?? leg.projected?.[which === 'promised' ? 'promisedDue' : 'statutoryDue'] ?? null
    const overdue = leg.endedOn === null && limit.due !== null && limit.due < today
    return html`<dt>${words}</dt><dd>${day === null ? '特别程序结束后算出' : html`<strong${overdue && html` class="seal"`}>${spokenDay(day)}${overdue && (leg.name === 'supplement' ? '（已过）' : '（已超期）')}</strong>${limit.due === null && '（按预计恢复的日子推算）'}`} <span class="soft small">${spokenDays(limit)}，${limit.article}</span></dd>`
  }
  return html`<section class="card"><h3>${leg.title}${leg.endedOn !== null && html` <span class="tag">${spokenDay(leg.endedOn)}结束</span>`}</h3>
<dl class="facts">${due('promised', limitWord(leg.name, 'promised'))}${due('statutory', limitWord(leg.name, 'statutory'))}</dl>
${leg.certainty === 'provisional' && leg.endedOn === null && html`<p><span class="doubt">暂定</span> 这段日子的放假安排还没有全部公布，公布后可能变动，变了会告诉您。</p>`}
<details${leg.endedOn === null && html` open`}><summary>为什么是这一天</summary><ol class="when">${leg.reasons.map(({ text }) => html`<li>${text}</li>`)}</ol></details></section>`
}

/** What has its day beside the legs; another case of hers opens. */
const reasonsPart = ({ reasons }: CasePage): Html =>
  html`${(['procedure', 'permit'] as const).map((about) => {
    const own = reasons.filter((one) => one.about === about)
    return (
      own.length > 0 &&
      html`<section class="card"><h3>${reasonTitles[about]}</h3><ol class="when">${own.map(({ text, case: other }) => html`<li>${text}${other && html` <a href="/my/cases/${other.id}">看办件 ${other.number}</a>`}</li>`)}</ol></section>`
    )
  })}`

function paperLine({ id, title, number, on, status, servedOn }: CasePage['papers'][number]): Html {
  const name = html`${title}${number !== '' && html` <span class="soft">${number}</span>`}`
  if (status === 'voided') return html`<s>${name}</s>（已作废）`
  const served = servedOn === null ? '' : `，${spokenDay(servedOn)}送达`
  return html`${status === 'typeset' ? html`<a class="title" href="/my/messages/${id}">${name}</a>` : html`${name}${status === 'failed' ? '（没有生成，工作人员正在处理）' : '（正在生成，请稍后刷新）'}`}<div class="soft small">${spokenDay(on)}${served}</div>`
}
