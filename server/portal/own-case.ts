import type { CasePage } from '../../contract/cases.ts'
import { caseRef } from '../../rules/case/standing/entries.ts'
import type { CaseState } from '../../rules/case/standing/state.ts'
import { caseOnOnePage, openWholeCase } from '../desks/cases/public.ts'
import type { Door } from '../platform/http/door.ts'
import type { Visit } from '../platform/http/visit.ts'
import type { NewDraft } from './drafts.ts'

/** The citizen's own case as its page, the look recorded; undefined where it is nobody's or somebody else's. */
export async function ownCase(visit: Visit, door: Door, id: string): Promise<CasePage | undefined> {
  const found = await openWholeCase(door.database, visit, id)
  if (found === undefined || found.state.account !== visit.actor.id) return undefined
  await visit.looked(caseRef(id))
  return caseOnOnePage(door.database, found, { visit, now: door.now(), calendar: door.calendarOf(visit.bureau) })
}

/** Whether the act may be done now: a page kept open while things went on leads back to the case, which tells how it stands. */
export const isOpen = ({ acts }: CasePage, name: string): boolean => acts.some(({ act, blocked }) => act === name && blocked === null)

/** A correction begins with the answers as they lie in the case. */
export const supplementDraft = (state: CaseState, citizen: string): NewDraft => ({
  citizen,
  item: state.item.code,
  itemVersion: state.item.version,
  caseId: state.id,
  applicantKind: state.applicantKind,
  actsFor: state.actsFor,
  contact: { phone: '', address: '', legalRepresentative: '' },
  answers: state.answers ?? {},
})
