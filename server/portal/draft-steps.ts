import { checkGroup } from '../../rules/service-item/check-answers.ts'
import type { ServiceItem } from '../../rules/service-item/item.ts'
import { countedAnswers, visibleGroups } from '../../rules/service-item/visible-form.ts'
import { canonicalJson } from '../platform/canonical-json.ts'
import type { Draft } from './drafts.ts'
import { html, type Html } from './html.ts'
import type { OpenDraft } from './open-draft.ts'

/** A page of an application, in the order in which this applicant meets them. */
interface Step {
  /** Last part of its address. */
  readonly path: string
  readonly title: string
  readonly done: boolean
}

/** The pages of this draft. Which groups of questions there are depends on the answers so far: the server says what comes next. */
function stepsOf({ draft, item, theCase, asksForm, wanted }: OpenDraft): readonly Step[] {
  const counted = countedAnswers(item.form, draft.answers)
  // A correction begins with the answers that were found at fault: they are done once something in them was changed.
  const untouched = theCase !== undefined && canonicalJson(draft.answers) === canonicalJson(theCase.answers)
  const groups = asksForm ? visibleGroups(item.form, counted) : []
  return [
    ...(draft.caseId === null ? [{ path: 'contact', title: '联系方式', done: draft.contact.phone !== '' }] : []),
    ...groups.map((group) => ({
      path: `form/${group.id}`,
      title: group.title,
      done: !untouched && isBegun(draft, group) && checkGroup(group, item.form, counted).length === 0,
    })),
    {
      path: 'materials',
      title: draft.caseId === null ? '上传材料' : '补交材料',
      done: wanted.every(({ id, necessary }) => !necessary || id in draft.materials),
    },
    { path: 'review', title: draft.caseId === null ? '核对和提交' : '核对和提交补正', done: false },
  ]
}

const isBegun = (draft: Draft, group: ServiceItem['form'][number]): boolean => group.fields.some(({ id }) => draft.answers[id] !== undefined)

/** The address of the page after this one. */
export function pathAfter(open: OpenDraft, path: string): string {
  const steps = stepsOf(open)
  const at = steps.findIndex((step) => step.path === path)
  return addressOf(open.draft, steps[at + 1]?.path ?? 'review')
}

export const addressOf = ({ id }: Draft, path: string): string => `/drafts/${id}/${path}`

/** Where somebody goes on who comes back: the first page not yet done. */
export const pathToGoOn = (open: OpenDraft): string => addressOf(open.draft, (stepsOf(open).find(({ done }) => !done) ?? { path: 'review' }).path)

export const stepList = (open: OpenDraft, path: string): Html =>
  html`<ol class="steps" aria-label="填写步骤">${stepsOf(open).map((step, i) => html`<li${step.path === path && html` aria-current="step"`}${step.done && step.path !== path && html` class="done"`}>${i + 1}. ${step.path === path ? step.title : html`<a href="${addressOf(open.draft, step.path)}">${step.title}</a>`}</li>`)}</ol>`
