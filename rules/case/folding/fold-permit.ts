import type { BookEntry } from '../../act.ts'
import type { CaseEntries, Effects } from '../standing/entries.ts'
import type { CaseState, IntendedMeasure } from '../standing/state.ts'
import type { PermitLife } from '../standing/permit-state.ts'

/** What the bureau means to do to the applicant or holder, what becomes of a permit that was granted, and who may not apply again. */
export function foldPermit(state: CaseState, entry: BookEntry): CaseState {
  const of = <T extends keyof CaseEntries>(_type: T) => entry.data as unknown as CaseEntries[T]
  const ends = (how: NonNullable<IntendedMeasure['ended']>['how'], on: NonNullable<IntendedMeasure['ended']>['on']) =>
    state.measures && { measures: state.measures.map((one) => (one.ended === null ? { ...one, ended: { on, how } } : one)) }
  const life = (change: Partial<PermitLife>): PermitLife => ({ revoked: null, cancelled: null, ...state.permit, ...change })
  const { papers: issued = [] } = entry.data as Effects
  switch (entry.type) {
    case 'intended-measure-told': {
      const personal = entry.personal as { readonly facts?: string; readonly changeTo?: string } | undefined
      const facts = personal?.facts ?? null
      const { id, kind, on, by, replyBy, replyDays, ground, validTo } = of('intended-measure-told')
      const told = { id, kind, on, by, replyBy, ...(replyDays === undefined ? {} : { replyDays }), ...(ground === undefined ? {} : { ground }) }
      const changeTo = kind === 'change' ? { changeTo: personal?.changeTo ?? null, ...(validTo === undefined ? {} : { validTo }) } : {}
      const measure = { ...told, facts, ...changeTo, statementsBefore: state.statements?.length ?? 0, ended: null }
      return { ...state, measures: [...(state.measures ?? []), measure] }
    }
    case 'intended-measure-dropped':
      return { ...state, ...ends('dropped', of('intended-measure-dropped').on) }
    case 'case-refused':
    case 'case-declined': {
      const { decision, falsehood } = of('case-refused')
      return {
        ...state,
        ...ends(falsehood ? 'carried-out' : 'dropped', decision.on),
        ...(falsehood?.barredUntil ? { barredUntil: falsehood.barredUntil } : {}),
      }
    }
    case 'case-forwarded':
    case 'application-withdrawn':
    case 'permit-deemed-renewed':
    case 'not-permit-matter-declared':
      return { ...state, ...ends('dropped', of('application-withdrawn').decision.on) }
    case 'permit-revoked': {
      const { on, by, ground, barredUntil } = of('permit-revoked')
      return { ...state, ...ends('carried-out', on), permit: life({ revoked: { on, by, ground } }), ...(barredUntil ? { barredUntil } : {}) }
    }
    case 'permit-cancelled': {
      const { on, by, ground } = of('permit-cancelled')
      return { ...state, permit: life({ cancelled: { on, by, ground } }) }
    }
    case 'permit-withdrawn': {
      const { on, by, ground } = of('permit-withdrawn')
      return { ...state, ...ends('carried-out', on), permit: life({ withdrawn: { on, by, ground } }) }
    }
    case 'permit-changed': {
      const { on, by, ground, content, conditions, validTo } = of('permit-changed')
      const change = { on, by, ground, content, conditions, ...(validTo === undefined ? {} : { validTo }), paper: issued[0]!.id }
      return { ...state, ...ends('carried-out', on), permit: life({ changes: [...(state.permit?.changes ?? []), change] }) }
    }
    case 'paper-voided': {
      const { paper } = of('paper-voided')
      const [next] = issued
      if (!next || !state.permit?.changes) return state
      return { ...state, permit: life({ changes: state.permit.changes.map((one) => (one.paper === paper ? { ...one, paper: next.id } : one)) }) }
    }
    case 'permit-in-hand-named': {
      const { on, by, permit, renewal } = of('permit-in-hand-named')
      const { inHand: _, renewal: before, ...rest } = state
      return { ...rest, ...(before && { renewal: renewal ?? before }), ...(permit && { inHand: { ...permit, on, by } }) }
    }
    case 'renewal-not-deemed':
      return state.renewal ? { ...state, renewal: { ...state.renewal, inTime: false, endedOn: of('renewal-not-deemed').endedOn } } : state
    case 'permit-followed': {
      const { how, on, case: by, number, from, to } = of('permit-followed')
      return { ...state, permit: life({ followed: [...(state.permit?.followed ?? []), { how, on, case: by, number, from, to }] }) }
    }
    case 'permit-forfeited': {
      const { organ, number, decidedOn } = of('permit-forfeited')
      return { ...state, permit: life({ forfeited: { organ, number, decidedOn } }) }
    }
    case 'permit-suspended': {
      const { id, organ, number, decidedOn, from, until } = of('permit-suspended')
      const suspension = { id, organ, number, decidedOn, from, until, lifted: null }
      return { ...state, permit: life({ suspensions: [...(state.permit?.suspensions ?? []), suspension] }) }
    }
    case 'suspension-lifted': {
      const { suspension, on, number } = of('suspension-lifted')
      const suspensions = (state.permit?.suspensions ?? []).map((one) => (one.id === suspension ? { ...one, lifted: { on, number } } : one))
      return { ...state, permit: life({ suspensions }) }
    }
    case 'applicant-bar-lifted': {
      const { barredUntil: _, ...rest } = state
      return rest
    }
    case 'personal-erased':
      return state.measures
        ? { ...state, measures: state.measures.map((one) => ({ ...one, facts: null, ...('changeTo' in one ? { changeTo: null } : {}) })) }
        : state
    default:
      return state
  }
}
