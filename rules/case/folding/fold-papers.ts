import type { BookEntry } from '../../act.ts'
import { namedFiles } from './fold-application.ts'
import type { CaseEntries, FileNames } from '../standing/entries.ts'
import type { CaseState, CrossedLine, PaperRef } from '../standing/state.ts'

const marked = (papers: readonly PaperRef[], ids: readonly string[], change: Partial<PaperRef>): readonly PaperRef[] =>
  papers.map((paper) => (ids.includes(paper.id) ? { ...paper, ...change } : paper))

/** What happens to papers once issued, the lines that time crosses, reminders. */
export function foldPapers(state: CaseState, entry: BookEntry): CaseState {
  switch (entry.type) {
    case 'paper-voided': {
      const { paper, on } = entry.data as unknown as CaseEntries['paper-voided']
      return { ...state, papers: marked(state.papers, [paper], { voidedOn: on }) }
    }
    case 'papers-served': {
      const { served, on, ends, remedies, photos } = entry.data as unknown as CaseEntries['papers-served']
      const names = (entry.personal as { readonly fileNames?: FileNames } | undefined)?.fileNames
      return {
        ...state,
        papers: marked(state.papers, served, { servedOn: on }),
        servedOn: ends ? on : state.servedOn,
        ...(remedies && { remedies }),
        ...(photos && { servicePhotos: [...(state.servicePhotos ?? []), ...namedFiles(photos, names)] }),
      }
    }
    case 'service-announced': {
      const { id, of, on, due, publishedIn, by } = entry.data as unknown as CaseEntries['service-announced']
      const { receiver = null, because = null } = (entry.personal ?? {}) as { readonly receiver?: string; readonly because?: string }
      return { ...state, announcements: [...(state.announcements ?? []), { id, of, on, due, publishedIn, by, receiver, because }] }
    }
    case 'personal-erased':
      return {
        ...state,
        ...(state.announcements && { announcements: state.announcements.map((one) => ({ ...one, receiver: null, because: null })) }),
        ...(state.servicePhotos && { servicePhotos: namedFiles(state.servicePhotos, undefined) }),
      }
    case 'yellow-line-crossed':
    case 'promise-overdue':
    case 'statute-overdue':
    case 'supplement-day-near':
    case 'supplement-overdue':
    case 'step-overdue': {
      const { leg, line, at, on, step } = entry.data as unknown as CrossedLine
      return { ...state, crossed: [...state.crossed, { leg, line, at, on, ...(step === undefined ? {} : { step }) }] }
    }
    case 'shortfall-overdue': {
      const { materials } = entry.data as unknown as CaseEntries['shortfall-overdue']
      return {
        ...state,
        shortfall: state.shortfall.map((missing) => (materials.includes(missing.material) ? { ...missing, overdue: true } : missing)),
      }
    }
    case 'case-reminded':
      return { ...state, reminders: state.reminders + 1 }
    default:
      return state
  }
}
