import type { PaperState } from '../../../rules/case/papers/paper-kind.ts'
import { isConcluded } from '../../../rules/case/folding/fold.ts'
import { grantNumber, standingFacts } from '../../../rules/case/standing/permit-life.ts'
import { supplementBy } from '../../../rules/case/receiving/supplement-days.ts'
import { openAsks } from '../../../rules/case/wishes/open-asks.ts'
import type { CaseLeg, CaseState, LegName } from '../../../rules/case/standing/state.ts'
import { plainDateOfInstant } from '../../../rules/time/instant.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { RowMaker } from '../../platform/database/rows.ts'
import { keptTokensOf, quarterOf, searchTextOf } from './search-text.ts'

const order: readonly LegName[] = ['review', 'filing', 'notice', 'service']
/** Cases without a running date come last: the clock stands, or nothing runs. */
const last = '9999-12-31'

/** The leg that runs now: at most one of them decides, service runs after the decision. */
export function runningLegOf(state: Pick<CaseState, 'legs'>): { readonly name: LegName; readonly running: CaseLeg } | undefined {
  for (const name of order) {
    const running = state.legs[name]
    if (running && running.leg.endedOn === null) return { name, running }
  }
  return undefined
}

/** The last day of the running step's share; null where the clock stands or no step runs. */
export const stepDueOf = ({ legs: { step } }: Pick<CaseState, 'legs'>): PlainDate | null =>
  step === undefined || step.leg.endedOn !== null ? null : step.dates.promisedDue

export const caseRows: RowMaker<CaseState> = {
  kind: 'case',
  table: 'case_row',
  columns: {
    seq: 'integer',
    number: 'text',
    phase: 'text',
    running: 'boolean',
    item: 'text',
    item_name: 'text',
    procedure: 'text',
    applicant_name: 'text',
    applicant_kind: 'text',
    account: 'text',
    office: 'text',
    receiving_office: 'text',
    received_on: 'date',
    received_at: 'timestamptz',
    step_name: 'text',
    step_role: 'text',
    handler: 'text',
    handler_name: 'text',
    leg: 'text',
    stopped: 'boolean',
    yellow_on: 'date',
    promised_due: 'date',
    statutory_due: 'date',
    provisional: 'boolean',
    urgency: 'date',
    step_due: 'date',
    supplement_due: 'date',
    concluded_on: 'date',
    reminders: 'integer',
    asked_on: 'date',
    search_text: 'text',
  },
  toRow(state, _ref, seq) {
    const found = runningLegOf(state)
    const dates = found?.running.dates
    const name = state.applicant.name ?? ''
    return {
      seq,
      number: state.number,
      phase: state.phase,
      running: !isConcluded(state),
      item: state.item.code,
      item_name: state.item.name,
      procedure: state.item.procedure,
      applicant_name: name,
      applicant_kind: state.applicantKind,
      account: state.account,
      office: state.office,
      receiving_office: state.receivingOffice ?? '',
      received_on: state.origin.receivedOn,
      received_at: state.origin.receivedAt,
      step_name: state.running?.name ?? null,
      step_role: state.running?.role ?? null,
      handler: state.handler?.id ?? null,
      handler_name: state.handler?.name ?? null,
      leg: found?.name ?? null,
      stopped: dates?.stopped ?? false,
      yellow_on: dates?.yellowOn ?? null,
      promised_due: dates?.promisedDue ?? null,
      statutory_due: dates?.statutoryDue ?? null,
      provisional: dates?.certainty === 'provisional',
      step_due: stepDueOf(state),
      supplement_due: supplementBy(state),
      urgency: dates?.promisedDue ?? dates?.statutoryDue ?? last,
      concluded_on: state.decision?.on ?? null,
      reminders: state.reminders,
      asked_on: openAsks(state)[0]?.on ?? null,
      search_text: searchTextOf(name),
    }
  },
}

/** By which a case is found: a table of its own, since the lists' rows change at every act and a name hardly ever. */
export const caseNames: RowMaker<CaseState> = {
  kind: 'case',
  table: 'case_name',
  columns: {
    received_at: 'timestamptz',
    office: 'text',
    receiving_office: 'text',
    account: 'text',
    search_text: 'text',
    tokens: 'text[]',
  },
  toRow(state) {
    const text = searchTextOf(state.applicant.name ?? '')
    return {
      received_at: state.origin.receivedAt,
      office: state.office,
      receiving_office: state.receivingOffice ?? '',
      account: state.account,
      search_text: text,
      tokens: keptTokensOf(text, quarterOf(plainDateOfInstant(state.origin.receivedAt))),
    }
  },
  isSameRow: (before, after) =>
    before.applicant.name === after.applicant.name &&
    before.office === after.office &&
    before.receivingOffice === after.receivingOffice &&
    before.account === after.account &&
    before.origin.receivedAt === after.origin.receivedAt,
}

/** How granted permits stand, in few words: lists and the register of grants say it of every line, and the case itself is long. */
export const permitRows: RowMaker<CaseState> = {
  kind: 'case',
  table: 'permit_row',
  columns: {
    valid_from: 'date',
    valid_to: 'date',
    ended: 'text',
    suspended: 'jsonb',
    changed: 'boolean',
    renewed_from: 'date',
    granted_on: 'date',
    item: 'text',
    decision_number: 'text',
  },
  toRow(state) {
    const facts = standingFacts(state)
    return (
      facts && {
        valid_from: facts.from,
        valid_to: facts.to,
        ended: facts.ended,
        suspended: facts.suspended,
        changed: facts.changed,
        renewed_from: facts.renewedFrom,
        granted_on: state.decision!.on,
        item: state.item.code,
        decision_number: grantNumber(state) ?? null,
      }
    )
  },
  isSameRow: (before, after) =>
    before.outcome === after.outcome &&
    before.decision === after.decision &&
    before.permit === after.permit &&
    (before.papers === after.papers || after.outcome !== 'granted' || grantNumber(before) === grantNumber(after)),
}

/** The citizen's inbox, and what a case page says of its papers. */
export const paperRows: RowMaker<PaperState> = {
  kind: 'paper',
  table: 'paper_row',
  columns: {
    seq: 'integer',
    kind: 'text',
    number: 'text',
    issued_on: 'date',
    issued_at: 'timestamptz',
    case_id: 'text',
    case_number: 'text',
    item_name: 'text',
    account: 'text',
    status: 'text',
    served_on: 'date',
  },
  toRow: (state, _ref, seq) => ({
    seq,
    kind: state.kind,
    number: state.number,
    issued_on: state.date,
    issued_at: state.issuedAt,
    case_id: state.case.id,
    case_number: state.case.number,
    item_name: state.case.itemName,
    account: state.account,
    status: state.status,
    served_on: state.servedOn,
  }),
}
