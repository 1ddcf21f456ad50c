import { caseAct, happened } from '../case-act.ts'

/** Puts the concluded case into the archive: a decision must have been served before. Refusals: `papers-not-served`. */
export const archiveCase = caseAct<{ readonly id: string; readonly location: string | null }>({
  name: 'archive-case',
  hindrance: ({ state }) =>
    (state.outcome === 'granted' || state.outcome === 'refused') && state.servedOn === null
      ? { code: 'papers-not-served', article: '行政许可法 第四十四条' }
      : undefined,
  decide: ({ location }, { context }) =>
    happened<'case-archived'>({ type: 'case-archived', data: { on: context.today, location, phase: 'archived' } }),
})
