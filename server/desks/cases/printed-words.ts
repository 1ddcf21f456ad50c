import { standardLetters } from '../../../data/letters/load.ts'
import { factsOfPaper, bureauWords } from '../../../rules/case/papers/facts-of-paper.ts'
import { paperKindOfSubject } from '../../../rules/case/papers/paper-kind.ts'
import { composePaper } from '../../../rules/paper/compose-paper.ts'
import { sheetWords } from '../../../rules/paper/sheet-words.ts'
import { bureauKind, bureauRef } from '../../../rules/people/bureau.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readSubject } from '../../platform/writer/subjects.ts'

const letters = standardLetters()

/** All that is printed on a paper; nothing where there is no such paper, or it lacks what it cannot be set without. A paper's own words never change. */
export async function printedWords(tx: Tx, bureau: string, id: string): Promise<string> {
  const paper = (await readSubject(tx, bureau, paperKindOfSubject, id))?.state
  const about = (await readSubject(tx, bureau, bureauKind, bureauRef.id))?.state
  if (!paper || !about) return ''
  const sheet = composePaper(paper.kind, factsOfPaper(id, paper, { ...bureauWords(about), seal: { draw: 'none' } }, undefined), letters[paper.kind])
  return sheet.ok ? sheetWords(sheet.value) : ''
}
