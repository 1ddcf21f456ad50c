import { checkResidentId } from '../../identifier/resident-id.ts'
import { checkUscc } from '../../identifier/uscc.ts'
import type { Refusal } from '../../refusal.ts'
import { caseAct, happened } from '../case-act.ts'
import { type Known, refuse } from '../standing/known.ts'
import type { ApplicantData } from '../standing/state.ts'

export type ApplicantChanges = Partial<ApplicantData>

/** What an applicant may put right alone; name and numbers are seen by a clerk first. */
const ownFields: readonly (keyof ApplicantData)[] = ['phone', 'address', 'agentPhone']
const neverEmpty: readonly (keyof ApplicantData)[] = ['name', 'idNumber', 'phone', 'idType']

/** What a correction changes, or why it may not. Refusals: those of correcting. */
export function correction(
  { state, roles, context }: Pick<Known, 'state' | 'roles' | 'context'>,
  applicant: ApplicantChanges,
): { readonly refusal: Refusal } | { readonly fields: readonly (keyof ApplicantData)[]; readonly changed: ApplicantChanges } {
  const fields = (Object.keys(applicant) as (keyof ApplicantData)[]).filter((field) => applicant[field] !== state.applicant[field])
  if (fields.length === 0) return refuse('nothing-changed')
  if (roles.includes('applicant') && fields.some((field) => !ownFields.includes(field))) return refuse('identity-needs-clerk')
  const after = { ...state.applicant, ...applicant }
  if (neverEmpty.some((field) => !after[field]?.trim())) return refuse('applicant-data-missing')
  if ((state.applicantKind === 'natural-person') === (after.idType === 'uscc')) return refuse('applicant-id-type-wrong')
  if (after.idType === 'uscc' && !checkUscc(after.idNumber ?? '').valid) return refuse('uscc-invalid')
  if (after.idType === 'resident-id' && !checkResidentId(after.idNumber ?? '', context.today).valid) return refuse('resident-id-invalid')
  return { fields, changed: Object.fromEntries(fields.map((field) => [field, applicant[field]])) }
}

/**
 * Corrects the applicant's data (个人信息保护法 46). A decision made on what stood before is refused from then on. Refusals: `nothing-changed`,
 * `identity-needs-clerk`, `applicant-data-missing`, `applicant-id-type-wrong`, `uscc-invalid`, `resident-id-invalid`.
 */
export const correctApplicantData = caseAct<{ readonly id: string; readonly applicant: ApplicantChanges; readonly reason: string }>({
  name: 'correct-applicant-data',
  hindrance: ({ state }) => (state.erasedOn === null ? undefined : { code: 'personal-data-erased' }),
  decide({ applicant, reason }, known) {
    const right = correction(known, applicant)
    if ('refusal' in right) return right
    return happened<'applicant-data-corrected'>({
      type: 'applicant-data-corrected',
      data: { on: known.context.today, fields: right.fields, reason },
      personal: { applicant: right.changed },
    })
  },
})
