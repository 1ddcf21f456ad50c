import { followTitles } from '../../contract/case-texts.ts'
import { answersOf, type PermitsInHand } from '../desks/cases/public.ts'
import type { AnswerFault } from '../../rules/service-item/answer-fault.ts'
import { sentenceOfFault } from '../../contract/catalogue-words.ts'
import { countedAnswers } from '../../rules/service-item/visible-form.ts'
import { addressOf, stepList } from './draft-steps.ts'
import { typedNote } from './in-hand-part.ts'
import { postForm, type Wrong } from './form-parts.ts'
import { html, type Html, lines } from './html.ts'
import type { PageParts } from './layout.ts'
import { fileLink } from './materials-page.ts'
import { spokenDay } from './spoken-time.ts'
import type { ApplicantKnown, OpenDraft } from './open-draft.ts'

export interface Review {
  readonly open: OpenDraft
  readonly who: ApplicantKnown
  readonly faults: readonly AnswerFault[]
  readonly contactWrongs: readonly Wrong[]
  readonly csrf: string
  /** A refusal of the last try, or that the item has a new version. */
  readonly problem?: string | undefined
  readonly note?: string | undefined
  /** Whether electronic service was ticked before something stood in the way. */
  readonly consents?: boolean | undefined
  /** Handed in now, after hours, it counts from this working day. */
  readonly countsFrom?: string | undefined
  /** What the register says of the permit that the application is about. */
  readonly inHand: PermitsInHand | null
}

/** Everything once more before it is handed in, each part with its way back. */
export function reviewPage({ open, who, faults, contactWrongs, csrf, problem, note, consents, countsFrom, inHand }: Review): PageParts {
  const { draft, item, theCase, wanted, asksForm } = open
  const missing = wanted.filter(({ id, necessary }) => necessary && (draft.materials[id] ?? []).length === 0)
  const ready = faults.length === 0 && contactWrongs.length === 0
  const empty = theCase !== undefined && !asksForm && Object.keys(draft.materials).length === 0
  const answers = asksForm ? answersOf(item, countedAnswers(item.form, draft.answers), false) : []
  const groupOf = (field: string) => item.form.find((group) => group.fields.some(({ id }) => id === field))?.id ?? ''
  return {
    title: `核对 - 申请 ${item.name}`,
    trail: [[`/items/${item.code}`, item.name]],
    body: html`${stepList(open, 'review')}<h1>${theCase ? '核对要补交的内容' : '核对一遍'}</h1>
${problem && html`<div class="errors" role="alert" tabindex="-1"><h2>没有提交成功</h2><p>${problem}</p></div>`}
${note && html`<div class="note" role="status"><p>${note}</p></div>`}
${!ready && html`<div class="errors" role="alert" tabindex="-1"><h2>还有没填好的，填好才能提交</h2><ul>${contactWrongs.map(({ words }) => html`<li><a href="${addressOf(draft, 'contact')}">${words}</a></li>`)}${faults.map((fault) => html`<li><a href="${change(open, groupOf(fault.path.split(/[.[]/)[0]!))}">${sentenceOfFault(fault)}</a></li>`)}</ul></div>`}
${
  theCase === undefined &&
  html`<h2>身份和联系方式 <a class="small" href="${addressOf(draft, 'contact')}">修改<span class="ghost">联系方式</span></a></h2>
<dl class="facts"><dt>${who.firm ? '单位名称' : '姓名'}</dt><dd>${who.firm?.name ?? who.citizen.name}</dd><dt>${who.firm ? '统一社会信用代码' : '身份证号码'}</dt><dd>${draft.actsFor ?? who.citizen.residentId}</dd>
${who.firm && html`<dt>法定代表人</dt><dd>${draft.contact.legalRepresentative}</dd>`}${who.firm && !who.represents && html`<dt>代理人</dt><dd>${who.citizen.name}</dd>`}
<dt>联系电话</dt><dd>${draft.contact.phone}</dd>${draft.contact.address !== '' && html`<dt>地址</dt><dd>${draft.contact.address}</dd>`}</dl>`
}
${answers.map(({ title, fields }) => html`<h2>${title} <a class="small" href="${change(open, groupOf(fields[0]?.field ?? ''))}">修改<span class="ghost">${title}</span></a></h2><dl class="facts">${fields.map(({ label, value }) => html`<dt>${label}</dt><dd>${value === '' ? html`<span class="soft">没有填</span>` : lines(value)}</dd>`)}</dl>`)}
${inHand?.typed && html`<h2>要${followTitles[inHand.how]}的许可</h2>${typedNote(inHand)}`}
<h2>材料 <a class="small" href="${addressOf(draft, 'materials')}">修改<span class="ghost">材料</span></a></h2>
<dl class="facts">${wanted.map(({ id, name }) => html`<dt>${name}</dt><dd>${(draft.materials[id] ?? []).length === 0 ? html`<span class="soft">没有上传</span>` : html`<ul class="files">${draft.materials[id]!.map((file) => html`<li>${fileLink(file)}</li>`)}</ul>`}</dd>`)}</dl>
${
  missing.length > 0 &&
  missingNote(
    open,
    missing.map(({ name, maySupplyLater }) => `${name}${maySupplyLater ? '（可以后补）' : ''}`),
  )
}
${ready && !empty && submitForm(open, csrf, consents ?? false, countsFrom)}${empty && html`<p>还没有上传要补的材料。</p><p><a class="btn" href="${addressOf(draft, 'materials')}">去上传</a></p>`}`,
  }
}

const change = ({ draft }: OpenDraft, group: string): string =>
  group === '' ? addressOf(draft, 'review') : `${addressOf(draft, `form/${group}`)}?back=review`

const missingNote = ({ theCase, item }: OpenDraft, names: readonly string[]): Html =>
  html`<div class="note"><p>还缺：${names.join('、')}。</p><p>${
    theCase
      ? '现在可以先交一部分，全部补齐后才重新开始计算答复期限。'
      : item.procedure === 'filing'
        ? '现在也可以提交，会告诉您一次补齐。'
        : '现在也可以提交，窗口会在五个工作日内一次告诉您要补什么（行政许可法 第三十二条）；齐了再交办得更快。'
  }</p></div>`

const submitForm = ({ draft, theCase }: OpenDraft, csrf: string, consents: boolean, countsFrom: string | undefined): Html =>
  postForm(
    { csrf, action: addressOf(draft, 'submit'), key: `draft-${draft.id}` },
    html`<h2>提交</h2>
${theCase === undefined && html`<label class="choice"><input type="checkbox" name="consents" value="true"${consents && html` checked`}><span>同意电子送达：文书发到我的“消息”里，就算送到。不勾选，文书另行送达（可以在“消息”里看）。以后可以在办件里改。</span></label>`}
${countsFrom !== undefined && html`<div class="note"><p>现在不是上班时间：马上就能提交，期限自下一个工作日${spokenDay(countsFrom)}计。</p></div>`}
<p>提交就表示：填写的内容和上传的材料是真实的；隐瞒情况、提供虚假材料的，要承担法律责任（行政许可法 第三十一条、第七十八条）。</p>
<div class="row"><button>${theCase ? '提交补正' : '提交申请'}</button><a class="btn plain" href="${addressOf(draft, 'saved')}">先不提交</a></div>`,
  )
