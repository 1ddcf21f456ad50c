import type { CaseAnswer } from '../../contract/cases.ts'
import type { SubmitApplicationInput } from '../../rules/case/receiving/submit-application.ts'
import type { SupplementMaterialsInput } from '../../rules/case/receiving/supplement-materials.ts'
import type { HandedInMaterial } from '../../rules/case/standing/files.ts'
import { countedAnswers } from '../../rules/service-item/visible-form.ts'
import { withPermitOfAnswers, withStoredFiles } from '../desks/cases/public.ts'
import type { Door } from '../platform/http/door.ts'
import type { Submitted, Visit } from '../platform/http/visit.ts'
import { type ApplicantKnown, type OpenDraft, whoApplies } from './open-draft.ts'

/** The application or correction that this draft makes, handed in under the form's key: the same press twice is one case. */
export async function submitDraft(visit: Visit, door: Door, open: OpenDraft, consents: boolean): Promise<Submitted<CaseAnswer>> {
  const { draft, item, theCase } = open
  const answers = countedAnswers(item.form, draft.answers)
  const materials = handedIn(open)
  const key = `draft-${draft.id}`
  if (theCase !== undefined) {
    const late = theCase.phase === 'in-review' || theCase.phase === 'stopped'
    const input: SupplementMaterialsInput = { id: theCase.id, materials, ...(open.asksForm && !late ? { answers } : {}) }
    const stored = await withStoredFiles(door.database, visit.bureau, visit.actor, input)
    if (!stored.ok) return stored
    const act = late ? 'meet-shortfall' : 'supplement-materials'
    return visit.submit<CaseAnswer>(act, await withPermitOfAnswers(door.database, visit.bureau, act, stored.value), { key })
  }
  const input: SubmitApplicationInput = {
    item: item.code,
    itemVersion: item.version,
    applicantKind: draft.applicantKind,
    applicant: applicantOf(open, await whoApplies(visit, door, draft.actsFor)),
    answers,
    materials,
    consentsToElectronicService: consents,
    ...(draft.actsFor === null ? {} : { actsFor: draft.actsFor }),
  }
  const stored = await withStoredFiles(door.database, visit.bureau, visit.actor, input)
  if (!stored.ok) return stored
  return visit.submit<CaseAnswer>('submit-application', await withPermitOfAnswers(door.database, visit.bureau, 'submit-application', stored.value), {
    key,
  })
}

/** Only what is asked for with these answers: files of a material that no longer applies stay behind. */
const handedIn = ({ draft, wanted }: OpenDraft): readonly HandedInMaterial[] =>
  wanted.flatMap(({ id }) => {
    const files = draft.materials[id] ?? []
    return files.length === 0 ? [] : [{ material: id, form: 'electronic' as const, files, originals: 0, copies: 0 }]
  })

function applicantOf({ draft }: OpenDraft, { citizen, firm, represents }: ApplicantKnown): SubmitApplicationInput['applicant'] {
  const { phone, address, legalRepresentative } = draft.contact
  const agent = firm !== undefined && !represents
  return {
    name: firm?.name ?? citizen.name,
    idType: firm === undefined ? 'resident-id' : 'uscc',
    idNumber: draft.actsFor ?? citizen.residentId,
    phone,
    address: address === '' ? null : address,
    legalRepresentative: firm === undefined || legalRepresentative === '' ? null : legalRepresentative,
    agentName: agent ? citizen.name : null,
    agentIdNumber: agent ? citizen.residentId : null,
    agentPhone: agent ? citizen.phone : null,
  }
}
