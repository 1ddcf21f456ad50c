import type { CitizenAnswer } from '../../contract/people.ts'
import { applicantWords } from '../../contract/catalogue-words.ts'
import type { Answers } from '../../rules/service-item/condition.ts'
import type { FormGroup, ServiceItem } from '../../rules/service-item/item.ts'
import type { PermitsInHand } from '../desks/cases/public.ts'
import { spokenTime } from './spoken-time.ts'
import { addressOf, pathToGoOn, stepList } from './draft-steps.ts'
import type { Contact, Draft } from './drafts.ts'
import { errorSummary, hidden, postForm, textInput, type Wrong } from './form-parts.ts'
import { drawField } from './form-field.ts'
import { html, type Html } from './html.ts'
import { inHandPart } from './in-hand-part.ts'
import type { PageParts } from './layout.ts'
import type { ApplicantKnown, OpenDraft } from './open-draft.ts'
import { marksOf } from './two-pages.ts'

const trailOf = (item: ServiceItem): PageParts['trail'] => [[`/items/${item.code}`, item.name]]

/** Where an application begins: for whom. */
export function startPage(item: ServiceItem, me: CitizenAnswer, drafts: readonly Draft[], csrf: string, wrong?: Wrong): PageParts {
  const firmKinds = item.applicants.filter((kind) => kind !== 'natural-person')
  const mayPerson = item.applicants.includes('natural-person')
  const firms = me.firms.filter(
    ({ as, agencies }) => as === 'representative' || agencies.some(({ items }) => items === 'all' || items.includes(item.code)),
  )
  const choices = (mayPerson ? 1 : 0) + (firmKinds.length > 0 ? firms.length : 0)
  return {
    title: `申请 ${item.name}`,
    trail: trailOf(item),
    body: html`<h1>申请：${item.name}</h1>${errorSummary(wrong ? [wrong] : [])}
${drafts.length > 0 && html`<div class="note"><p>您有没填完的申请：</p><ul>${drafts.map(({ id, savedAt }) => html`<li><a href="/drafts/${id}">接着填 ${spokenTime(savedAt)} 保存的那份</a></li>`)}</ul></div>`}
${me.level === 0 && html`<div class="note"><p>申请前要登记一次姓名和身份证号码。</p><p><a class="btn" href="/account/real-name?next=${encodeURIComponent(`/apply/${item.code}`)}">去登记</a></p></div>`}
${me.level > 0 && choices === 0 && html`<div class="note"><p>这件事由${firmKinds.map((kind) => applicantWords[kind]).join('、')}申请。您是法定代表人的，请先登记单位；是代理人的，请法定代表人委托您。</p><p><a class="btn" href="/account/firms/new">登记单位</a></p></div>`}
${
  me.level > 0 &&
  choices > 0 &&
  postForm(
    { csrf, action: `/apply/${item.code}` },
    html`<fieldset class="field${wrong && ' bad'}"><legend>您替谁申请</legend>${wrong && html`<p class="wrong">${wrong.words}</p>`}
${mayPerson && radio('for', 'self', html`我自己（${me.name}）`, choices === 1, true)}
${firmKinds.length > 0 && firms.map((firm, i) => radio('for', firm.uscc, html`${firm.name}<span class="soft">（${firm.as === 'representative' ? '我是法定代表人' : '我是代理人'}）</span>`, choices === 1, !mayPerson && i === 0))}</fieldset>
${firms.length > 0 && firmKinds.length > 1 && html`<fieldset class="field"><legend>单位是哪一类<span class="opt">（替单位申请时选）</span></legend>${firmKinds.map((kind, i) => radio('kind', kind, applicantWords[kind], i === 0))}</fieldset>`}
<div class="row"><button>开始填写</button><a href="/items/${item.code}">回到办事指南</a></div>`,
  )
}
${me.level > 0 && firmKinds.length > 0 && choices > 0 && html`<p class="soft">要替别的单位申请，请先<a href="/account">在我的账户里登记或取得委托</a>。</p>`}`,
  }
}

const radio = (name: string, value: string, words: Html | string, checked: boolean, first = false): Html =>
  html`<label class="choice"><input type="radio" name="${name}" value="${value}"${first && html` id="${name}"`}${checked && html` checked`}><span>${words}</span></label>`

/** The first page: how to reach the applicant. Name and number are taken from the account, not typed. */
export function contactPage(
  open: OpenDraft,
  who: ApplicantKnown,
  contact: Contact,
  csrf: string,
  wrongs: readonly Wrong[],
  said: { readonly note?: Html | undefined; readonly stored: Contact },
): PageParts {
  const { draft, item } = open
  const at = (id: string) => wrongs.find((wrong) => wrong.at === id)?.words
  return {
    title: `联系方式 - 申请 ${item.name}`,
    trail: trailOf(item),
    body: html`${stepList(open, 'contact')}<h1>联系方式</h1>${said.note}${errorSummary(wrongs)}
<dl class="facts"><dt>申请人</dt><dd>${who.firm?.name ?? who.citizen.name}</dd>${who.firm && html`<dt>统一社会信用代码</dt><dd>${draft.actsFor}</dd>${!who.represents && html`<dt>代理人</dt><dd>${who.citizen.name}</dd>`}`}</dl>
${postForm(
  { csrf, action: addressOf(draft, 'contact') },
  html`${hidden('seen', marksOf(contactNames.map((name) => said.stored[name])))}${textInput({ id: 'phone', label: '联系电话', value: contact.phone, type: 'tel', autocomplete: 'tel', maxlength: 40, short: true, hint: '工作人员有事打这个电话', check: 'phone', wrong: at('phone') })}
${textInput({ id: 'address', label: who.firm ? '单位住所' : '通讯地址', value: contact.address, autocomplete: 'street-address', optional: true, maxlength: 300, wrong: at('address') })}
${who.firm && textInput({ id: 'legalRepresentative', label: '法定代表人姓名', value: contact.legalRepresentative, maxlength: 100, wrong: at('legalRepresentative') })}
${buttons}`,
)}`,
  }
}

/** The contact's fields in the order of their marks, with the words for them. */
export const contactNames = ['phone', 'address', 'legalRepresentative'] as const
export const contactLabels: Readonly<Record<(typeof contactNames)[number], string>> = {
  phone: '联系电话',
  address: '地址',
  legalRepresentative: '法定代表人姓名',
}

const buttons: Html = html`<div class="row"><button name="do" value="next">保存并继续</button><button name="do" value="save" class="plain">保存，以后再填</button></div>`

/** One group of questions. `stored` is what is saved by now, where the page shows something else. */
export function groupPage(
  open: OpenDraft,
  group: FormGroup,
  csrf: string,
  wrongs: readonly Wrong[],
  said: { readonly note?: Html | undefined; readonly back: string; readonly stored?: Answers; readonly inHand?: PermitsInHand | null },
): PageParts {
  const path = `form/${group.id}`
  const offers = said.inHand ? inHandPart(said.inHand) : false
  // Enter presses the first button of a form: it is to be this one.
  const hasOthers = group.fields.some(({ type }) => type === 'list') || offers !== false
  return {
    title: `${wrongs.length > 0 ? '有错要改 - ' : ''}${group.title} - 申请 ${open.item.name}`,
    trail: trailOf(open.item),
    body: html`${stepList(open, path)}<h1>${group.title}</h1>${said.note}${errorSummary(wrongs)}
${faultsOfForm(open)}
${postForm(
  { csrf, action: addressOf(open.draft, path) },
  html`${hasOthers && html`<button name="do" value="next" class="ghost" tabindex="-1" aria-hidden="true">保存并继续</button>`}${hidden('shown', group.fields.map(({ id }) => id).join(' '))}${hidden('seen', marksOf(group.fields.map(({ id }) => (said.stored ?? open.draft.answers)[id])))}${said.back !== '' && hidden('back', said.back)}
${offers}${group.fields.map((field) => drawField(field, open.draft.answers, wrongs))}
${buttons}`,
)}`,
  }
}

const faultsOfForm = ({ theCase }: OpenDraft): Html | false => {
  const faults = theCase?.supplements.at(-1)?.faults.filter(({ material }) => material === 'form') ?? []
  return (
    faults.length > 0 &&
    html`<div class="note"><p>窗口告知表里要改的：</p><ul>${faults.map(({ fault, correction }) => html`<li>${fault}<br>怎样改：${correction}</li>`)}</ul></div>`
  )
}

/** After “save and leave”: what was kept and how to come back. */
/** What is deleted cannot be had again: one press in the list must not do it. */
export const dropPage = ({ draft, item }: OpenDraft, csrf: string): PageParts => ({
  title: '删去没有提交的申请',
  section: 'cases',
  trail: [['/my/cases', '我的办件']],
  body: html`<h1>删去没有提交的申请</h1><p>“${item.name}”${draft.caseId === null ? '的申请' : '的补正'}，${spokenTime(draft.savedAt)} 保存。删去之后，填写的内容和传上去的文件都找不回来。</p>
${postForm({ csrf, action: `/drafts/${draft.id}/drop` }, html`<div class="row"><button class="danger">删去</button><a href="/my/cases">不删</a></div>`)}`,
})

export const savedPage = (open: OpenDraft): PageParts => ({
  title: '已经保存',
  body: html`<h1>已经保存</h1><p class="lead">“${open.item.name}”的申请保存好了，还没有提交。</p><p>以后在“我的办件”里接着填，换手机、换电脑都可以。</p>
<div class="row"><a class="btn" href="${pathToGoOn(open)}">接着填</a><a class="btn plain" href="/my/cases">我的办件</a></div>`,
})
