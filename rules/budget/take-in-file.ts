import type { AsPublished, BudgetDocument } from './budget-document.ts'

/**
 * A file that was filled in elsewhere, as changes of the draft: what the file has takes its place, a project, a table or a year in the place of the one
 * of the same name; what the file does not have stays as it is, so that a single sheet can be taken in.
 */
export function takenIn(draft: BudgetDocument, file: BudgetDocument): BudgetDocument {
  const { document, totals, texts, threePublic, projects, tables, asPublished, ...rest } = file
  const { department, unitCodes } = document
  return {
    ...draft,
    ...filled(rest),
    document: { ...draft.document, ...filled({ department, unitCodes }) },
    totals: { ...draft.totals, ...filled(totals) },
    texts: { ...draft.texts, ...filled(texts) },
    threePublic: joined(draft.threePublic, threePublic, ({ year }) => year),
    projects: joined(draft.projects, projects, ({ code, name }) => code ?? name),
    tables: joined(draft.tables, tables, ({ title }) => title),
    ...(draft.asPublished === undefined ? {} : { asPublished: passagesOf(draft.asPublished, asPublished ?? {}) }),
  }
}

/** The parts that say something. */
const filled = <T extends object>(parts: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(parts).filter(([, part]: [string, unknown]) => part !== null && !(Array.isArray(part) && part.length === 0)),
  ) as Partial<T>

/** Sections that the draft prints as published, in the file's words; the others are written from the data. */
const passagesOf = (draft: AsPublished, file: AsPublished): AsPublished =>
  Object.fromEntries(Object.entries(draft).map(([section, paragraphs]) => [section, file[section as keyof AsPublished] ?? paragraphs]))

function joined<One>(draft: readonly One[], file: readonly One[], nameOf: (one: One) => string | number | null): readonly One[] {
  const left = [...file]
  const stay = draft.map((one) => {
    const at = left.findIndex((other) => nameOf(other) !== null && nameOf(other) === nameOf(one))
    return at < 0 ? one : left.splice(at, 1)[0]!
  })
  return [...stay, ...left]
}
