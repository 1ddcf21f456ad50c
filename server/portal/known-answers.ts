import { applicantForm } from '../../contract/receipt-form.ts'
import { carriedOver } from '../../contract/same-words.ts'
import type { Answers } from '../../rules/service-item/condition.ts'
import type { ApplicantKnown, OpenDraft } from './open-draft.ts'

/** What account and contact already say of the applicant, in the words of the form that a window fills in. */
function saidOf({ draft }: OpenDraft, { citizen, firm, represents }: ApplicantKnown): Answers {
  const { phone, address, legalRepresentative } = draft.contact
  const agent = firm !== undefined && !represents
  const said = {
    kind: draft.applicantKind,
    ...(firm === undefined
      ? { name: citizen.name, idType: 'resident-id', residentId: citizen.residentId }
      : { firm: firm.name, uscc: draft.actsFor, legalRepresentative }),
    phone,
    address,
    agent,
    ...(agent && { agentName: citizen.name, agentIdNumber: citizen.residentId, agentPhone: citizen.phone }),
  }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null && value !== ''))
}

/** The draft's answers with what is known put where nothing was answered yet: shown to be looked at, kept only when the page is saved. */
export function withKnownAnswers(open: OpenDraft, who: ApplicantKnown): Answers {
  if (open.theCase !== undefined) return open.draft.answers
  return carriedOver(applicantForm(open.item.applicants), saidOf(open, who), open.item.form, open.draft.answers)
}
