import { caseKind } from '../../rules/case/case-kind.ts'
import type { CaseState } from '../../rules/case/standing/state.ts'
import type { Citizen } from '../../rules/people/citizen.ts'
import { type Firm, isRepresentative } from '../../rules/people/firm.ts'
import type { Material, ServiceItem } from '../../rules/service-item/item.ts'
import { countedAnswers } from '../../rules/service-item/visible-form.ts'
import { requiredMaterials } from '../../rules/service-item/required-materials.ts'
import { itemVersion } from '../desks/catalogue/public.ts'
import { statesOf } from '../desks/people/public.ts'
import type { Door } from '../platform/http/door.ts'
import type { Visit } from '../platform/http/visit.ts'
import { readSubject } from '../platform/writer/subjects.ts'
import { type Draft, readDraft } from './drafts.ts'
import { citizenOf } from './frame.ts'

/** A draft with what it stands on. */
export interface OpenDraft {
  readonly draft: Draft
  readonly item: ServiceItem
  /** The case that is being supplemented. */
  readonly theCase: CaseState | undefined
  /** Whether the form is to be filled in: always for a new application; for a correction only where the form was at fault. */
  readonly asksForm: boolean
  /** The materials asked for with the answers so far. */
  readonly wanted: readonly Material[]
}

/** The citizen's own draft; undefined where it is nobody's or somebody else's. */
export async function openDraft(visit: Visit, door: Door, id: string): Promise<OpenDraft | undefined> {
  const citizen = citizenOf(visit)
  const draft = citizen === undefined ? undefined : await readDraft(door.database, visit.bureau, citizen, id)
  if (draft === undefined) return undefined
  const item = await itemVersion(door.database, visit.bureau, draft.item, draft.itemVersion)
  if (item === undefined) return undefined
  const theCase = draft.caseId === null ? undefined : (await readSubject(door.database, visit.bureau, caseKind, draft.caseId))?.state
  if (draft.caseId !== null && theCase?.account !== citizen) return undefined
  return withAnswers({ draft, item, theCase, asksForm: false, wanted: [] })
}

/** The same draft with what follows from its answers. */
export function withAnswers(open: OpenDraft): OpenDraft {
  const { draft, item, theCase } = open
  const faults = theCase?.supplements.at(-1)?.faults ?? []
  const asksForm = theCase === undefined || faults.some(({ material }) => material === 'form')
  const required = requiredMaterials(item, countedAnswers(item.form, draft.answers))
  if (theCase === undefined) return { ...open, asksForm, wanted: required }
  // A correction asks for what the notice named, and for what changed answers newly ask for.
  const there = new Set(theCase.materials.map(({ material }) => material))
  const named = new Set(faults.map(({ material }) => material))
  const late = new Set(theCase.shortfall.filter(({ metOn }) => metOn === null).map(({ material }) => material))
  const wanted = item.materials.filter(
    ({ id }) => named.has(id) || late.has(id) || (asksForm && !there.has(id) && required.some((one) => one.id === id)),
  )
  return { ...open, asksForm, wanted }
}

export interface ApplicantKnown {
  readonly citizen: Citizen
  readonly firm: Firm | undefined
  readonly represents: boolean
  /** Name of the firm's representative, as the account of who says so (or was verified) has it; empty where none is known. */
  readonly representative: string
}

/** What is known of who applies: the citizen, and the firm for which she acts. */
export async function whoApplies(visit: Visit, door: Door, actsFor: string | null): Promise<ApplicantKnown> {
  const firm = actsFor === null ? undefined : (await statesOf<Firm>(door.database, visit.bureau, 'firm', [actsFor])).get(actsFor)
  const head = (firm?.representatives.find(({ verified }) => verified) ?? firm?.representatives[0])?.citizen
  const people = await statesOf<Citizen>(door.database, visit.bureau, 'citizen', [visit.actor.id, ...(head === undefined ? [] : [head])])
  return {
    citizen: people.get(visit.actor.id)!,
    firm,
    represents: firm !== undefined && isRepresentative(firm, visit.actor.id),
    representative: head === undefined ? '' : (people.get(head)?.name ?? ''),
  }
}
