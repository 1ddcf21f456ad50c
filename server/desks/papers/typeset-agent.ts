import { standardLetters } from '../../../data/letters/load.ts'
import { factsOfPaper } from '../../../rules/case/facts-of-paper.ts'
import type { PaperState } from '../../../rules/case/paper-kind.ts'
import { paperRef } from '../../../rules/case/paper-issue.ts'
import { composePaper } from '../../../rules/paper/compose-paper.ts'
import { type Bureau, bureauRef } from '../../../rules/people/bureau.ts'
import { type Refusal, refused } from '../../../rules/refusal.ts'
import { sentenceOf } from '../../../contract/refusal-texts.ts'
import type { Agent } from '../../platform/agents/agents.ts'
import type { Ground } from '../../platform/http/desk.ts'
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
 * what stood in the way. A paper already set is left alone, so meeting an entry twice does nothing twice.
 */
export const typesetAgent = ({ database, files }: Ground, typesetter: Typesetter): Agent => {
  const letters = standardLetters()
  return {
    name: 'typesetter',
    types: ['paper-issued', 'paper-setting-asked'],
    width: 4,
    async react(entry, hands, bureau) {
      const { id } = entry.subject
      const paper = (await readSubject<PaperState>(database, bureau, paperRef(id)))?.state
      const about = (await readSubject<Bureau>(database, bureau, bureauRef))?.state
      if (!paper || !about || paper.digest !== null) return
      if (paper.applicant === null) {
        // Erased before it was set: without its personal data there is no such paper any more.
        await hands.submit('record-paper-failure', { id, problem: sentenceOf({ code: 'personal-data-erased' }) })
        return
      }
      const facts = factsOfPaper(id, paper, await bureauFactsOf(about, paper.date, files), about.hosts[0])
      const sheet = composePaper(paper.kind, facts, letters[paper.kind])
      const set = sheet.ok ? await typesetter.typeset(sheet.value).catch(unsettable) : sheet
      if (!set.ok) {
        await hands.submit('record-paper-failure', { id, problem: problemOf(set.refusal) })
        return
      }
      const digest = await files.keep(set.value)
      await hands.submit('record-typeset-paper', { id, digest })
    },
  }
}
