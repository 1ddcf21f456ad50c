import { caseKind } from '../../rules/case/case-kind.ts'
import { Type } from 'typebox'
import { caseRef } from '../../rules/case/standing/entries.ts'
import { grantPapers } from '../../rules/case/standing/permit-life.ts'
import { paperKindOfSubject, type PaperState } from '../../rules/case/papers/paper-kind.ts'
import type { CaseState } from '../../rules/case/standing/state.ts'
import { refused } from '../../rules/refusal.ts'
import { itemVersionOf, listCases, nextWords, permitView } from '../desks/cases/public.ts'
import { no } from '../platform/http/answer.ts'
import type { Door } from '../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import type { Visit } from '../platform/http/visit.ts'
import { readSubject } from '../platform/writer/subjects.ts'
import { frameOf, show, todayOf } from './frame.ts'
import { progressForm, progressPage, verifiedPage, verifyForm } from './lookup-page.ts'

const Text = Type.String({ maxLength: 100 })
const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** Questions that need no account; few tries a minute, and one answer for a wrong number as for wrong figures. */
export const lookupRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/progress',
    permission: 'public',
    audit: 'look-at-progress-form',
    summary: '进度查询',
    schema: { query: Type.Object({ number: Type.Optional(Text) }), response: 'page' },
    handler: (visit, door) => show(visit, door, progressForm(visit.csrf, { number: visit.query.number ?? '', last: '' })),
  }),
  defineRoute({
    method: 'POST',
    path: '/progress',
    permission: 'public',
    audit: 'look-up-progress',
    summary: '凭办件编号和后四位查进度',
    triesPerMinute: 10,
    schema: { body: Type.Object({ number: Text, last: Text }), response: 'page' },
    handler: async (visit, door) => {
      const given = { number: visit.body.number.trim(), last: plain(visit.body.last) }
      const state = await caseOfNumber(door, visit.bureau, plain(given.number))
      if (state === undefined || !isLastOf(given.last, state))
        return show(visit, door, progressForm(visit.csrf, given, { at: 'number', words: '没有查到。请核对办件编号和后四位。' }), { status: 404 })
      await visit.looked(caseRef(state.id))
      const item = await itemVersionOf(door.database, visit.bureau, state)
      return show(visit, door, progressPage(state, nextWords(state, todayOf(door), item), permitView(state, todayOf(door))))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/verify',
    permission: 'public',
    audit: 'look-at-verify-form',
    summary: '文书核验',
    schema: { response: 'page' },
    handler: (visit, door) => show(visit, door, verifyForm(visit.csrf, { paper: '', number: '' })),
  }),
  defineRoute({
    method: 'POST',
    path: '/verify',
    permission: 'public',
    audit: 'verify-paper',
    summary: '凭文号和办件编号核验文书',
    triesPerMinute: 20,
    schema: { body: Type.Object({ paper: Text, number: Text }), response: 'page' },
    handler: async (visit, door) => {
      const state = await caseOfNumber(door, visit.bureau, plain(visit.body.number))
      const ref = state?.papers.find(({ number }) => number !== '' && plain(number) === plain(visit.body.paper))
      const paper = ref && (await readSubject(door.database, visit.bureau, paperKindOfSubject, ref.id))
      if (!paper)
        return show(
          visit,
          door,
          verifyForm(visit.csrf, visit.body, { at: 'paper', words: '本局没有这份文书。请核对文号和办件编号；都对的话，文书可能是假的。' }),
          { status: 404 },
        )
      return show(visit, door, verifiedPage(paper.state, (await frameOf(visit, door)).bureau, await permitOf(visit, door, paper.state)))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/verify/:id',
    permission: 'public',
    audit: 'verify-paper',
    summary: '扫码核验文书',
    triesPerMinute: 60,
    schema: { params: Type.Object({ id: Type.String({ minLength: 1, maxLength: 80 }) }), response: 'page' },
    handler: async (visit, door) => {
      const paper = await readSubject(door.database, visit.bureau, paperKindOfSubject, visit.params.id)
      return paper === undefined
        ? no(refused('paper-not-found').refusal)
        : show(visit, door, verifiedPage(paper.state, (await frameOf(visit, door)).bureau, await permitOf(visit, door, paper.state)))
    },
  }),
]

const permitPapers: readonly string[] = [...grantPapers, 'change-decision']

/** How the permit stands that this paper granted or changed; null for every other paper. */
async function permitOf({ bureau }: Pick<Visit, 'bureau'>, door: Door, paper: PaperState) {
  if (!permitPapers.includes(paper.kind)) return null
  const found = await readSubject(door.database, bureau, caseKind, paper.case.id)
  return found === undefined ? null : permitView(found.state, todayOf(door))
}

async function caseOfNumber(door: Door, bureau: string, number: string): Promise<CaseState | undefined> {
  if (number.length < 8) return undefined
  const { rows } = await listCases(door.database, {
    bureau,
    scope: { kind: 'bureau', of: '' },
    query: { text: number, limit: 2 },
    me: '',
    today: todayOf(door),
  })
  const row = rows.find((one) => plain(one.number) === number)
  return row && (await readSubject(door.database, bureau, caseKind, row.id))?.state
}

/** The last four of the applicant's phone or number, or of the agent's. */
const isLastOf = (last: string, { applicant }: CaseState): boolean =>
  last.length === 4 && [applicant.phone, applicant.idNumber, applicant.agentPhone].some((number) => number !== null && plain(number).endsWith(last))
