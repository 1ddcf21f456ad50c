import { isDeemedRenewal } from '../../../rules/case/standing/renewal.ts'
import { outcomeTitles, phaseTitles } from '../../../contract/case-texts.ts'
import type { CasePage } from '../../../contract/cases.ts'
import { supplementBy } from '../../../rules/case/receiving/supplement-days.ts'
import { openAnnouncements, waitingPapers } from '../../../rules/case/standing/announced-service.ts'
import { concernedIn } from '../../../rules/case/hearing/request-recusal.ts'
import { inHandSaid } from '../../../rules/case/permit/in-hand-said.ts'
import { materialName } from '../../../rules/case/standing/known.ts'
import type { CaseState, FileName } from '../../../rules/case/standing/state.ts'
import { maskIdNumber, maskPhone } from '../../../rules/identifier/masking.ts'
import { paperKinds } from '../../../rules/paper/paper-kinds.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { requiredMaterials } from '../../../rules/service-item/required-materials.ts'
import { stepDayType } from '../../../rules/service-item/step-days.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Tx } from '../../platform/database/database.ts'
import { stepDueOf } from './case-rows.ts'
import { answersOf } from '../../../rules/service-item/answer-text.ts'
import { caseReasons, reasonsFor } from './case-reasons.ts'
import { earlierLegViews, legViews, lightOfCase } from './leg-views.ts'
import { nextWords } from './next-words.ts'
import type { PaperStatus, WholeCase } from './open-case.ts'
import { inHandView, measureViews, permitView } from './permit-view.ts'
import { absentOf, knownTo, type LookAsked, permittedNow } from './permitted-now.ts'
import { timelineOf } from './timeline.ts'

/** The case on one page: what was asked and answered, what was handed in, how it went, why it is due when it is, and what this visitor may do now. */
export async function caseOnOnePage(tx: Tx, { seq, state, item, entries, standing }: WholeCase, asked: LookAsked): Promise<CasePage> {
  const { visit, calendar } = asked
  const known = knownTo({ state, item }, asked)
  const { today } = known.context
  const own = known.roles.includes('applicant')
  const papers = await papersOf(tx, visit.bureau, state, standing, own)
  const principals = [...new Set(entries.flatMap(({ onBehalfOf }) => (onBehalfOf === null ? [] : [onBehalfOf])))]
  const staff = principals.length > 0 ? await staffNames(tx, visit.bureau, principals) : new Map<string, string>()
  return {
    id: state.id,
    number: state.number,
    seq,
    materialsSeq: state.materialsSeq,
    phase: state.phase,
    phaseTitle: phaseTitles[state.phase],
    item: { code: state.item.code, version: state.item.version, name: state.item.name, procedure: state.item.procedure },
    institution: state.institution,
    office: state.office,
    origin: originOf(state),
    applicantKind: state.applicantKind,
    applicant: applicantOf(state, true),
    answers: answersOf(item, state.answers, true),
    materials: materialsOf(state, item),
    steps: stepsOf(state, item, today),
    handler: state.handler && { ...state.handler },
    supplements: state.supplements.map(({ brought: _, ...round }, n) => ({
      ...round,
      lastDay: n === state.supplements.length - 1 ? supplementBy(state) : null,
      givenUpOn: round.givenUpOn ?? null,
      faults: round.faults.map((fault) => ({ ...fault, materialName: materialName(item, fault.material) })),
    })),
    acceptance: state.acceptance && { on: state.acceptance.on, ground: state.acceptance.ground, by: state.acceptance.by?.name ?? null },
    inspections: state.inspections.map(({ on, place, inspectors, conforms, photos }) => ({
      on,
      place: place ?? gone,
      inspectors: [...inspectors],
      conforms,
      photos: leftOf(state, photos),
    })),
    excluded: state.excluded.map((run) => ({ ...run, moved: [...(run.moved ?? [])] })),
    thirdParties: state.thirdParties.map((party) => ({
      id: party.id,
      informedOn: party.informedOn,
      replyBy: party.replyBy,
      moved: [...(party.moved ?? [])],
      name: party.name ?? gone,
      statements: party.statements.map((one) => ({ ...one })),
    })),
    hearing: hearingOf(state),
    recusals: recusalsOf(state, own),
    concerned: concernedIn(state).map(({ id, name }) => ({ id, name, as: partOf(state, id) })),
    statements: (state.statements ?? []).map(({ id, on, text, answer }) => ({
      id,
      on,
      text: text ?? gone,
      answer: answer && { on: answer.on, by: answer.by.name, accepted: answer.accepted, reasons: answer.reasons ?? gone },
    })),
    dataRequests: (state.dataRequests ?? []).map(({ id, kind, on, answerBy, moved, wish, answer }) => ({
      id,
      kind,
      on,
      answerBy,
      moved: [...(moved ?? [])],
      wish: wish ?? gone,
      answer: answer && { on: answer.on, by: answer.by.name, done: answer.done, reasons: answer.reasons ?? gone },
    })),
    consentsToElectronicService: state.consentsToElectronicService,
    measures: measureViews(state, gone),
    permit: permitView(state, today),
    inHand: inHandView(state),
    inHandSaid: saidOf(inHandSaid(item, state)),
    barredUntil: state.barredUntil !== undefined && state.barredUntil >= today ? state.barredUntil : null,
    decision: state.decision && {
      outcome: state.decision.outcome,
      title: isDeemedRenewal(state.decision) ? '视为准予延续' : outcomeTitles[state.decision.outcome],
      on: state.decision.on,
      by: state.decision.by?.name ?? null,
      reasons: [...state.decision.reasons],
      validity: state.decision.validity && { ...state.decision.validity },
    },
    papers,
    servicePhotos: leftOf(state, state.servicePhotos ?? []),
    legs: legViews(state, today, calendar),
    earlierLegs: earlierLegViews(entries, state, today, calendar),
    reasons: await reasonsFor(tx, visit, caseReasons(state, item, today)),
    light: lightOfCase(state, today),
    timeline: [...timelineOf(entries, item, staff)],
    acts: permittedNow(known, absentOf(visit)),
    next: nextWords(state, today, item),
  }
}

const originOf = ({ origin }: CaseState): CasePage['origin'] => ({
  channel: origin.channel,
  receivedOn: origin.receivedOn,
  countsFrom: origin.countsFrom ?? null,
  receivedAt: origin.receivedAt,
  backdatedBecause: origin.backdatedBecause,
  receivedBy: origin.receivedBy?.name ?? null,
})

const saidOf = (said: ReturnType<typeof inHandSaid>): CasePage['inHandSaid'] => (said ? { how: said.how, number: said.number } : null)

const gone = '（已删除）'

/** The applicant's data, numbers masked unless they are revealed for a stated purpose. */
export function applicantOf({ applicant }: CaseState, masked: boolean): CasePage['applicant'] {
  const idNumber = applicant.idNumber ?? gone
  const secret = masked && applicant.idType !== 'uscc' && applicant.idNumber !== null
  const phoneOf = (phone: string | null) => (phone !== null && masked ? maskPhone(phone) : phone)
  const agentId = applicant.agentIdNumber
  return {
    name: applicant.name ?? gone,
    idType: applicant.idType,
    idNumber: secret ? maskIdNumber(idNumber) : idNumber,
    phone: phoneOf(applicant.phone) ?? gone,
    address: applicant.address,
    legalRepresentative: applicant.legalRepresentative,
    agentName: applicant.agentName,
    agentIdNumber: agentId !== null && masked ? maskIdNumber(agentId) : agentId,
    agentPhone: phoneOf(applicant.agentPhone),
  }
}

/** Files go with the personal data: an erased case shows none. */
const leftOf = ({ erasedOn }: CaseState, files: readonly FileName[]): FileName[] => (erasedOn === null ? [...files] : [])

function materialsOf(state: CaseState, item: ServiceItem): CasePage['materials'] {
  const wanted = requiredMaterials(item, state.answers ?? {})
  const handed = state.materials.map(({ material }) => material)
  const extra = item.materials.filter(({ id }) => handed.includes(id) && !wanted.some((one) => one.id === id))
  const lastFaults = state.supplements.at(-1)?.answeredOn === null ? state.supplements.at(-1)!.faults : []
  return [...wanted, ...extra].map((material) => {
    const found = state.materials.find((one) => one.material === material.id)
    const later = state.shortfall.find((missing) => missing.material === material.id && missing.metOn === null)
    return {
      material: material.id,
      name: material.name,
      necessary: material.necessary,
      maySupplyLater: material.maySupplyLater,
      wanted: { form: material.form, originals: material.originals, copies: material.copies },
      acceptance: material.acceptance,
      handedIn: found
        ? { form: found.form, files: leftOf(state, found.files), originals: found.originals, copies: found.copies, on: found.handedInOn }
        : null,
      fault: lastFaults.find((fault) => fault.material === material.id)?.fault ?? null,
      dueLater: later?.due ?? null,
      dueMoved: [...(later?.moved ?? [])],
    }
  })
}

const stepsOf = (state: CaseState, item: ServiceItem, today: PlainDate): CasePage['steps'] =>
  item.steps.map(({ id, name, role, days, siteInspection, checklist, phrases }, n) => {
    const passed = state.passedSteps.find((one) => one.step === id)
    const runs = passed === undefined && state.running !== null && n === state.step
    const due = runs ? stepDueOf(state) : null
    return {
      id,
      name,
      role,
      days,
      dayType: stepDayType(item),
      due,
      overdue: (due !== null && due < today) || state.crossed.some(({ step }) => step === id),
      siteInspection,
      stands: passed ? 'passed' : runs ? 'running' : 'ahead',
      checklist: checklist.map((point) => ({ ...point })),
      phrases: [...phrases],
      passed: passed ? { by: passed.by.name, on: passed.on, opinion: passed.opinion, ticked: [...passed.ticked] } : null,
    }
  })

const partyName = ({ thirdParties }: Pick<CaseState, 'thirdParties'>, party: string): string =>
  party === 'applicant' ? '申请人' : (thirdParties.find(({ id }) => id === party)?.name ?? gone)

/** What somebody has to do with the case, the weightiest part first. */
const partOf = ({ hearing, handler }: CaseState, id: string): string =>
  hearing?.announced?.chair.id === id && hearing.held === null ? '听证主持人' : handler?.id === id ? '经办人' : '受理或者审查过'

/** An applicant is told of the own requests alone: who of the others asked what is theirs. */
const recusalsOf = (state: CaseState, own: boolean): CasePage['recusals'] =>
  (state.recusals ?? [])
    .filter(({ party }) => !own || party === 'applicant')
    .map(({ id, on, party, against, reason, answer }) => ({
      id,
      on,
      party,
      asker: partyName(state, party),
      against,
      reason: reason ?? gone,
      answer: answer && { on: answer.on, by: answer.by.name, granted: answer.granted, reasons: answer.reasons ?? gone },
    }))

function hearingOf(state: CaseState): CasePage['hearing'] {
  const { hearing } = state
  if (!hearing) return null
  const { announced } = hearing
  return {
    parties: hearing.parties.map(({ party, toldOn, requestBy, moved, answer }) => ({
      party,
      name: partyName(state, party),
      toldOn,
      requestBy,
      moved: [...(moved ?? [])],
      answer,
    })),
    requestedOn: hearing.requestedOn,
    holdBy: hearing.holdBy,
    moved: [...(hearing.moved ?? [])],
    announced: announced && {
      heldOn: announced.heldOn,
      startsAt: announced.startsAt ?? null,
      place: announced.place,
      chair: announced.chair.name,
      chairId: announced.chair.id,
      matter: announced.matter ?? null,
      postponed: [...(announced.postponed ?? [])],
    },
    heldOn: hearing.held?.on ?? null,
  }
}

async function papersOf(
  tx: Tx,
  bureau: string,
  state: CaseState,
  standing: ReadonlyMap<string, PaperStatus>,
  own: boolean,
): Promise<CasePage['papers']> {
  const failed = state.papers.filter(({ id }) => standing.get(id) === 'failed').map(({ id }) => id)
  const problems = failed.length > 0 ? await problemsOf(tx, bureau, failed) : new Map<string, string>()
  const announcements = openAnnouncements(state)
  // What went to a third party is not for the applicant to read.
  return state.papers
    .filter(({ apart }) => !own || apart === undefined)
    .map(({ id, kind, number, on, servedOn, voidedOn }) => {
      const status = voidedOn === null ? (standing.get(id) ?? 'issued') : 'voided'
      const waits = announcements.find((one) => waitingPapers(state, one).some((paper) => paper.id === id))
      const announced = waits ? { on: waits.on, due: waits.due, publishedIn: waits.publishedIn } : null
      return { id, kind, title: paperKinds[kind].title, number, on, status, problem: problems.get(id) ?? null, servedOn, announced }
    })
}

/** Why papers could not be printed. */
async function problemsOf(tx: Tx, bureau: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const sql = `SELECT s.id, s.problem FROM unnest($2::text[]) AS want(id)
    CROSS JOIN LATERAL (SELECT id, state ->> 'problem' AS problem FROM subject WHERE bureau = $1 AND kind = 'paper' AND id = want.id OFFSET 0) AS s`
  return new Map((await tx.query<{ id: string; problem: string }>(sql, [bureau, ids])).rows.map(({ id, problem }) => [id, problem]))
}

async function staffNames(tx: Tx, bureau: string, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.query<{ id: string; name: string }>('SELECT id, name FROM staff WHERE bureau = $1 AND id = ANY($2::text[])', [
    bureau,
    ids,
  ])
  return new Map(rows.map(({ id, name }) => [id, name]))
}
