import { standardLetters } from '../../../data/letters/load.ts'
import { factsOfPaper } from '../../../rules/case/papers/facts-of-paper.ts'
import { paperKindOfSubject } from '../../../rules/case/papers/paper-kind.ts'
import { composePaper } from '../../../rules/paper/compose-paper.ts'
import { bureauKind, bureauRef } from '../../../rules/people/bureau.ts'
import { type Refusal, refused } from '../../../rules/refusal.ts'
import { sentenceOf } from '../../../contract/refusal-texts.ts'
import type { Agent } from '../../platform/agents/agents.ts'
import type { Ground } from '../../platform/http/desk.ts'
import { lastPosition, readEntries } from '../../platform/writer/journal.ts'
import { readSubject } from '../../platform/writer/subjects.ts'
import { type Typesetter, TypesetterClosed } from '../../platform/typesetting/typesetter.ts'
import { bureauFactsOf } from './bureau-facts.ts'

const problemOf = (refusal: Refusal): string => {
  const { detail } = refusal
  const point = detail?.codePoint
  if (point === undefined) return sentenceOf(refusal)
  const name = typeof point === 'number' ? `U+${point.toString(16).toUpperCase().padStart(4, '0')}` : point
  return `字体中没有字符 ${detail?.character ?? ''}（${name}），文书没有生成`
}

/** What no second try would mend (a broken picture of the seal) is told and stands on the case's page; it must not keep every later paper waiting. */
function unsettable(error: unknown): { readonly ok: false; readonly refusal: Refusal } {
  if (error instanceof TypesetterClosed) throw error
  return refused('paper-not-settable')
}

/**
 * Follows the book and makes the PDF of each paper issued: composes its sheet, sets it, keeps the file under its digest, and says so in the book, or says
 * what stood in the way. A paper that has its outcome is left alone, so meeting an entry twice does nothing twice.
 */
export const typesetAgent = ({ database, files }: Ground, typesetter: Typesetter): Agent => {
  const letters = standardLetters()
  /** Papers at hand, by bureau and id: several reactions may come upon one. */
  const underWay = new Map<string, Promise<void>>()

  const set = async (id: string, bureau: string, submit: (act: string, input: object) => Promise<unknown>): Promise<void> => {
    const paper = (await readSubject(database, bureau, paperKindOfSubject, id))?.state
    const about = (await readSubject(database, bureau, bureauKind, bureauRef.id))?.state
    if (!paper || !about || paper.digest !== null || paper.problem !== null) return
    if (paper.applicant === null) {
      // Erased before it was set: without its personal data there is no such paper any more.
      await submit('record-paper-failure', { id, problem: sentenceOf({ code: 'personal-data-erased' }) })
      return
    }
    const facts = factsOfPaper(id, paper, await bureauFactsOf(about, paper.date, files), about.hosts[0])
    const sheet = composePaper(paper.kind, facts, letters[paper.kind])
    const made = sheet.ok ? await typesetter.typeset(sheet.value).catch(unsettable) : sheet
    if (!made.ok) {
      await submit('record-paper-failure', { id, problem: problemOf(made.refusal) })
      return
    }
    const digest = await files.keep(made.value)
    await submit('record-typeset-paper', { id, digest })
  }

  const setOnce = (id: string, bureau: string, submit: (act: string, input: object) => Promise<unknown>): Promise<void> => {
    const name = `${bureau} ${id}`
    const mine = underWay.get(name) ?? set(id, bureau, submit).finally(() => underWay.delete(name))
    underWay.set(name, mine)
    return mine
  }

  return {
    name: 'typesetter',
    types,
    width: 4,
    async react(entry, hands, bureau) {
      const ahead = await newestWaiting(database, bureau, entry.position)
      await Promise.all(ahead.map((id) => setOnce(id, bureau, (act, input) => hands.submit(act, input, `ahead-${id}`))))
      await setOnce(entry.subject.id, bureau, (act, input) => hands.submit(act, input))
    },
  }
}

const types = ['paper-issued', 'paper-setting-asked']

/** So far behind the end of the book a paper is one of many that wait; those that the last entries issued go before it, for somebody stands there for them. */
const farBehind = 400
const justWritten = 200
const most = 2

async function newestWaiting(database: Ground['database'], bureau: string, position: number): Promise<readonly string[]> {
  const end = await lastPosition(database, bureau)
  if (end - position < farBehind) return []
  const entries = await readEntries(database, bureau, { after: end - justWritten, through: end, types, personal: false })
  const issued = [...new Set(entries.toReversed().map(({ subject }) => subject.id))]
  const { rows } = await database.query<{ id: string }>(
    `select s.id from unnest($2::text[]) as want(id)
     cross join lateral (select id, state from subject where bureau = $1 and kind = 'paper' and id = want.id offset 0) as s
     where s.state ->> 'digest' is null and s.state ->> 'problem' is null`,
    [bureau, issued],
  )
  const waiting = new Set(rows.map(({ id }) => id))
  return issued.filter((id) => waiting.has(id)).slice(0, most)
}
