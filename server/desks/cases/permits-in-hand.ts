import { permitTitles } from '../../../contract/case-texts.ts'
import type { PermitsInHand } from '../../../contract/permits-in-hand.ts'
import { sentenceOf } from '../../../contract/refusal-texts.ts'
import { caseKind } from '../../../rules/case/case-kind.ts'
import { fittingPermit, type Holder } from '../../../rules/case/permit/fitting-permit.ts'
import { type AboutPermits, type InHandAsked, inHandAsked } from '../../../rules/case/permit/in-hand-said.ts'
import { grantNumber, permitStanding } from '../../../rules/case/standing/permit-life.ts'
import type { CaseState } from '../../../rules/case/standing/state.ts'
import type { Answers } from '../../../rules/service-item/condition.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import { readSubject, readSubjects } from '../../platform/writer/subjects.ts'
import { type FoundCase, type Readers, searchCases, type WithRows } from './case-search.ts'
import { permitOfNumber } from './permit-of-number.ts'

export type { PermitsInHand } from '../../../contract/permits-in-hand.ts'

/** For whom, and for what: the parts of an application that say so. */
export interface PermitsAsked {
  readonly item: AboutPermits
  readonly answers: Answers
  readonly holder: Holder
}

type Offered = PermitsInHand['offered'][number]

/** Cases looked through under the holder's name, the newest first, and permits read of them: whoever has more finds the older ones by their number. */
const lookedThrough = 500
const mostRead = 40

/** The permits of this register that the applicant may have in hand for this application, and what the register says of the number typed. */
export async function permitsInHand(
  database: Readers,
  bureau: string,
  { item, answers, holder }: PermitsAsked,
  today: PlainDate,
): Promise<PermitsInHand | null> {
  const asked = inHandAsked(item, answers)
  if (asked?.numberField === undefined) return null
  const typed = answers[asked.numberField]
  const offeredOf = (permit: CaseState | undefined): Offered | undefined => offerOf(permit, asked, holder, today)
  const [held, said] = await Promise.all([
    heldBy(database, bureau, asked, holder),
    typeof typed === 'string' && typed.trim() !== '' ? named(database, bureau, typed) : undefined,
  ])
  const found = said && fittingPermit(said.permit, asked.how, { of: asked.of, holder, day: today })
  return {
    how: asked.how,
    numberField: asked.numberField,
    endField: asked.endField ?? null,
    offered: held.flatMap((permit) => offeredOf(permit) ?? []).toSorted((a, b) => (a.endsOn < b.endsOn ? -1 : 1)),
    typed:
      found === undefined
        ? null
        : found.ok
          ? { permit: offeredOf(said?.permit) ?? null, sentence: null }
          : { permit: null, sentence: sentenceOf(found.refusal) },
  }
}

function offerOf(permit: CaseState | undefined, { how, of }: InHandAsked, holder: Holder, today: PlainDate): Offered | undefined {
  const found = fittingPermit(permit, how, { of, holder, day: today })
  if (!permit || !found.ok) return undefined
  const { case: id, itemName, endsOn } = found.value
  return { case: id, number: grantNumber(permit) ?? permit.number, itemName, endsOn, title: permitTitles[permitStanding(permit, today)!] }
}

async function named(database: Readers, bureau: string, typed: string): Promise<{ readonly permit: CaseState | undefined }> {
  const id = await permitOfNumber(database, bureau, typed)
  return { permit: id === undefined ? undefined : (await readSubject(database, bureau, caseKind, id))?.state }
}

/** Permits of the right items that were granted under the holder's name; whether to the same holder, the number on the document tells. */
async function heldBy(database: Readers, bureau: string, { of }: InHandAsked, { name }: PermitsAsked['holder']): Promise<readonly CaseState[]> {
  if (!name) return []
  const withRows: WithRows = (found, before) => {
    const values = [...before, name, of ?? null]
    const [ofName, ofItems] = [`$${values.length - 1}`, `$${values.length}`]
    const sql = `select f.id, f.at from (${found}) as f
      join case_row c on c.bureau = $1 and c.id = f.id and c.applicant_name = ${ofName}
      join permit_row p on p.bureau = $1 and p.id = f.id and (${ofItems}::text[] is null or p.item = any(${ofItems}::text[]))
      order by f.at desc, f.id desc limit ${mostRead}`
    return { sql, values }
  }
  const found = await searchCases<FoundCase>(database, bureau, { kind: 'bureau', of: '' }, name, { after: undefined, limit: lookedThrough, withRows })
  if (found.length === 0) return []
  return (
    await readSubjects(
      database,
      bureau,
      caseKind,
      found.map(({ id }) => id),
    )
  ).map(({ state }) => state)
}
