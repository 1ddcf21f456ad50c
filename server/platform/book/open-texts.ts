import type { EntryTexts, Json, SubjectKind, SubjectRef } from '../../../rules/act.ts'
import { timerAlarmed, timerRefused } from '../writer/batch.ts'

/** What the platform's own entries of timers hold. */
const ofTimers: Readonly<Record<string, readonly string[]>> = { [timerAlarmed]: ['timer', 'turn'], [timerRefused]: ['timer', 'turn', 'code'] }

const anyName: Readonly<Record<string, string>> = { '*': '[^.]+', '**': '.+' }
const pattern = (paths: readonly string[]): RegExp =>
  new RegExp(
    `^(?:${paths
      .map((path) =>
        path
          .split('.')
          .map((name) => anyName[name] ?? name)
          .join('\\.'),
      )
      .join('|')})$`,
  )

/** Every text in an entry's data, with the names that lead to it joined by dots. */
export function textsIn(value: Json, at = ''): { readonly at: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => textsIn(inner as Json, at === '' ? name : `${at}.${name}`))
}

/** Says which paths of an entry type stand on one side of the texts of its kind. */
export function pathMatcher(texts: EntryTexts | undefined, side: keyof EntryTexts): (type: string, path: string) => boolean {
  const patterns = new Map<string, RegExp>()
  return (type, path) => {
    const paths = [...(texts?.[side]['*'] ?? []), ...(texts?.[side][type] ?? []), ...(side === 'open' ? (ofTimers[type] ?? []) : [])]
    const known = patterns.get(type) ?? pattern(paths)
    patterns.set(type, known)
    return known.test(path)
  }
}

/** Whether all texts of an entry's data may be read by anybody: what nobody decided to open is not. */
export function opennessOf(
  kinds: readonly SubjectKind[],
): (entry: { readonly subject: SubjectRef; readonly type: string; readonly data: Json }) => boolean {
  const matchers = new Map(kinds.map(({ kind, texts }) => [kind, pathMatcher(texts, 'open')]))
  return ({ subject, type, data }) => {
    const { veil: _, ...bare } = data as { readonly [name: string]: Json }
    const open = matchers.get(subject.kind)
    return textsIn(bare).every(({ at, text }) => text === '' || open?.(type, at))
  }
}
