import type { BookEntry, Json } from '../../act.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import type { BareFile, BareMaterial, CaseEntries, FileNames, OpenedData, OpenedPersonal } from '../standing/entries.ts'
import type { ApplicantData, CaseMaterial, CaseState, FileName } from '../standing/state.ts'

const nobody: Omit<ApplicantData, 'idType'> = {
  name: null,
  idNumber: null,
  phone: null,
  address: null,
  legalRepresentative: null,
  agentName: null,
  agentIdNumber: null,
  agentPhone: null,
}

/** Files with their names again; a name that was erased is empty. */
export const namedFiles = (files: readonly BareFile[], names: FileNames | undefined): readonly FileName[] =>
  files.map((file) => ({ ...file, name: names?.[file.digest] ?? '' }))

const handedIn = (materials: readonly BareMaterial[], on: PlainDate, names: FileNames | undefined): readonly CaseMaterial[] =>
  materials.map((material) => ({ ...material, files: namedFiles(material.files, names), handedInOn: on }))

/** A new handing-in of a material replaces the earlier one in the state; the book keeps both. */
const replaced = (before: readonly CaseMaterial[], brought: readonly CaseMaterial[]): readonly CaseMaterial[] => [
  ...before.filter((old) => !brought.some((material) => material.material === old.material)),
  ...brought,
]

export function openCase(entry: BookEntry): CaseState {
  const data = entry.data as unknown as OpenedData
  const personal = entry.personal as unknown as OpenedPersonal | undefined
  const { origin } = data
  return {
    id: entry.subject.id,
    number: data.number,
    phase: 'pre-review',
    outcome: 'pre-review',
    item: data.item,
    institution: data.institution,
    office: data.office,
    receivingOffice: data.receivingOffice,
    origin,
    applicantKind: data.applicantKind,
    account: data.account,
    actsFor: data.actsFor,
    consentsToElectronicService: data.consentsToElectronicService,
    applicant: { idType: data.idType, ...(personal?.applicant ?? nobody) },
    answers: personal?.answers ?? null,
    materials: handedIn(data.materials, origin.receivedOn, personal?.fileNames),
    ...(data.renewal === undefined ? {} : { renewal: data.renewal }),
    ...(data.inHand === undefined ? {} : { inHand: { ...data.inHand, on: origin.recordedOn, by: null } }),
    materialsSeq: entry.seq,
    seq: entry.seq,
    supplements: [],
    completeOn: origin.countsFrom ?? origin.receivedOn,
    acceptance: null,
    shortfall: [],
    step: 0,
    running: null,
    stepSince: null,
    passedSteps: [],
    reviewers: [],
    handler: null,
    inspections: [],
    excluded: [],
    extension: null,
    thirdParties: [],
    hearing: null,
    decision: null,
    papers: [],
    servedOn: null,
    legs: {},
    crossed: [],
    reminders: 0,
    personalAt: entry.personal === undefined ? [] : [entry.position],
    erasedOn: null,
  }
}

/** Entries that change what the applicant handed in or said of itself: each moves `materialsSeq`. */
export function foldMaterials(state: CaseState, entry: BookEntry): CaseState {
  const personal = (entry.personal ?? {}) as unknown as Partial<OpenedPersonal>
  switch (entry.type) {
    case 'materials-supplemented': {
      const data = entry.data as unknown as CaseEntries['materials-supplemented']
      const materials = replaced(state.materials, handedIn(data.materials, data.on, personal.fileNames))
      const brought = [...data.materials.map(({ material }) => material), ...(data.answersChanged ? ['form'] : [])]
      const supplements = state.supplements.map((round, n) =>
        n === state.supplements.length - 1 && round.answeredOn === null
          ? { ...round, brought: [...new Set([...round.brought, ...brought])], answeredOn: round.ordinal === data.answersRound ? data.on : null }
          : round,
      )
      const answers: CaseState['answers'] = data.answersChanged
        ? ((personal.answers ?? null) as { readonly [field: string]: Json } | null)
        : state.answers
      const { renewal: before, inHand: named, ...rest } = state
      const renewal = data.answersChanged ? data.renewal : before
      const inHand = data.inHand === undefined ? named : data.inHand && { ...data.inHand, on: data.on, by: null }
      const completeOn = data.completeOn ?? state.completeOn
      return { ...rest, ...(renewal && { renewal }), ...(inHand && { inHand }), materials, supplements, answers, completeOn, materialsSeq: entry.seq }
    }
    case 'shortfall-met': {
      const data = entry.data as unknown as CaseEntries['shortfall-met']
      const brought = handedIn(data.materials, data.on, personal.fileNames)
      const shortfall = state.shortfall.map((missing) =>
        missing.metOn === null && brought.some((material) => material.material === missing.material) ? { ...missing, metOn: data.on } : missing,
      )
      return { ...state, materials: replaced(state.materials, brought), shortfall, materialsSeq: entry.seq }
    }
    case 'applicant-data-corrected': {
      const changed = entry.personal as unknown as { readonly applicant?: Partial<ApplicantData> } | undefined
      return { ...state, applicant: { ...state.applicant, ...changed?.applicant }, materialsSeq: entry.seq }
    }
    case 'personal-erased': {
      const data = entry.data as unknown as CaseEntries['personal-erased']
      const materials = state.materials.map((material) => ({ ...material, files: namedFiles(material.files, undefined) }))
      const inspections = state.inspections.map((inspection) => ({ ...inspection, place: null, photos: namedFiles(inspection.photos, undefined) }))
      const thirdParties = state.thirdParties.map((party) => ({ ...party, name: null }))
      const applicant = { idType: state.applicant.idType, ...nobody }
      return { ...state, materials, inspections, thirdParties, applicant, answers: null, erasedOn: data.on, materialsSeq: entry.seq }
    }
    default:
      return state
  }
}
