import type { Answers } from '../../rules/service-item/condition.ts'
import type { FormGroup } from '../../rules/service-item/item.ts'
import { countedAnswers } from '../../rules/service-item/visible-form.ts'
import { type PermitsInHand, permitsInHand } from '../desks/cases/public.ts'
import type { Door } from '../platform/http/door.ts'
import type { Visit } from '../platform/http/visit.ts'
import { followTitles } from '../../contract/case-texts.ts'
import { inputName } from './form-values.ts'
import { todayOf } from './frame.ts'
import { html, type Html } from './html.ts'
import { type OpenDraft, whoApplies } from './open-draft.ts'
import { spokenDay } from './spoken-time.ts'

/** What the register has of the applicant's permits, where the application is about one that she holds. */
export async function inHandOfDraft(visit: Visit, door: Door, { draft, item, theCase, asksForm }: OpenDraft): Promise<PermitsInHand | null> {
  if (!asksForm) return null
  const { citizen, firm } = await whoApplies(visit, door, draft.actsFor)
  const own = {
    name: firm?.name ?? citizen.name,
    idType: firm === undefined ? 'resident-id' : 'uscc',
    idNumber: draft.actsFor ?? citizen.residentId,
  } as const
  const asked = { item, answers: countedAnswers(item.form, draft.answers), holder: theCase?.applicant ?? own }
  return permitsInHand(door.database, visit.bureau, asked, todayOf(door))
}

/** The same on the page that asks for its number. */
export const inHandOfGroup = async (visit: Visit, door: Door, open: OpenDraft, group: FormGroup): Promise<PermitsInHand | null> => {
  const { renewal, change, cancellation } = open.item
  const fields = [renewal, change, cancellation].flatMap((part) => part?.numberField ?? [])
  if (!group.fields.some(({ id }) => fields.includes(id))) return null
  const found = await inHandOfDraft(visit, door, open)
  return found && group.fields.some(({ id }) => id === found.numberField) ? found : null
}

/** Prefix of what a button sends that takes one of the permits offered. */
export const takesPermit = 'permit:'

/** The answers that a permit offered gives; undefined where it is none of them any more. */
export function answersOfPermit(inHand: PermitsInHand | null, wish: string): Answers | undefined {
  const permit = inHand?.offered.find(({ case: id }) => id === wish.slice(takesPermit.length))
  if (!inHand || !permit) return undefined
  const { numberField, endField } = inHand
  return { [numberField]: permit.number, ...(endField === null || permit.endsOn === 'unlimited' ? {} : { [endField]: permit.endsOn }) }
}

export const termWords = (endsOn: string): Html => html`${endsOn === 'unlimited' ? '长期有效' : html`有效期至${spokenDay(endsOn)}`}`

/** What the register says of the number: it is hers, or why not. She may go on all the same: the window looks into it. */
export const typedNote = ({ typed }: Pick<PermitsInHand, 'typed'>): Html | false =>
  typed !== null &&
  (typed.permit === null
    ? html`<p role="status">⚠ ${typed.sentence}照实填的可以继续，窗口收到以后核对。</p>`
    : html`<p role="status">填的编号查到了：${typed.permit.itemName}，${termWords(typed.permit.endsOn)}。</p>`)

/** The permits that she may have meant, each taken by one press; and what the register says of the number typed. */
export function inHandPart({ how, offered, typed, numberField }: PermitsInHand): Html | false {
  if (offered.length === 0 && typed === null) return false
  const taken = typed?.permit?.case
  return html`<section class="card" aria-labelledby="in-hand"><h2 id="in-hand">要${followTitles[how]}的许可</h2>
${
  offered.length > 0 &&
  html`<p>本局准予过的有下面${offered.length === 1 ? '这项' : '这些'}，按一下就填好；不是的，在下面填编号。</p>
<ul class="list">${offered.map(({ case: id, number, itemName, endsOn, title }) => html`<li><strong>${itemName}</strong><div class="soft small">${number}，${termWords(endsOn)}，${title}</div>${id === taken ? html`<p>✓ 已经填好</p>` : html`<button name="do" value="${takesPermit}${id}" class="plain thin">用这一项<span class="ghost">：${number}</span></button>`}</li>`)}</ul>`
}
${typedNote({ typed })}${typed?.permit === null && html`<p><a href="#${inputName(numberField)}">去改编号</a></p>`}</section>`
}
