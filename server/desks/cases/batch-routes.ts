import { Value } from 'typebox/value'
import { caseActInputs } from '../../../contract/case-act-inputs.ts'
import { BatchActs, BatchAnswer, type BatchLine, BatchReceipt } from '../../../contract/case-batch.ts'
import type { CaseAnswer } from '../../../contract/cases.ts'
import { sentenceOf } from '../../../contract/refusal-texts.ts'
import { caseRef } from '../../../rules/case/entries.ts'
import { type Refusal, refused } from '../../../rules/refusal.ts'
import { json, no } from '../../platform/http/answer.ts'
import type { Door } from '../../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import type { Submitted, Visit } from '../../platform/http/visit.ts'
import { actDoors } from './act-doors.ts'
import { withStoredFiles } from './brought-files.ts'

const refusedLine = (line: number, id: string | null, refusal: Refusal): BatchLine => ({
  line,
  id,
  ok: false,
  answer: null,
  replayed: false,
  refusal: { code: refusal.code, sentence: sentenceOf(refusal) },
})

const lineOf = (line: number, id: string | null, done: Submitted<CaseAnswer>): BatchLine =>
  done.ok ? { line, id: done.answer.id, ok: true, answer: done.answer, replayed: done.replayed, refusal: null } : refusedLine(line, id, done.refusal)

const answerOf = (lines: BatchLine[]) => {
  const done = lines.filter(({ ok }) => ok).length
  return json({ done, refused: lines.length - done, lines })
}

/** Each command has a key of its own under the request's, so that a batch cut off in the middle can be sent again; an application may bring its own. */
const partKey = (visit: Visit, part: string) => (visit.idempotencyKey === undefined ? {} : { key: `${visit.idempotencyKey}/${part}` })

async function actOn(
  visit: Visit,
  door: Door,
  act: string,
  input: object,
  one: { line: number; id: string; seq?: number },
  onBehalfOf?: string,
): Promise<BatchLine> {
  const checked = await withStoredFiles(door.database, visit.bureau, visit.actor, { id: one.id, ...input })
  if (!checked.ok) return refusedLine(one.line, one.id, checked.refusal)
  const done = await visit.submit<CaseAnswer>(act, checked.value, {
    ...partKey(visit, one.id),
    ...(one.seq === undefined ? {} : { expected: { subject: caseRef(one.id), seq: one.seq } }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  })
  return lineOf(one.line, one.id, done)
}

export const batchRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'POST',
    path: '/api/cases/batch',
    permission: 'see-cases',
    audit: 'batch-acts',
    summary: '对多个办件办理同一动作，逐件答复',
    bodyLimit: 2 * 1024 * 1024,
    schema: { body: BatchActs, response: BatchAnswer },
    handler: async (visit, door) => {
      const { act, cases, input, onBehalfOf } = visit.body
      if (!actDoors[act].any.some((permission) => visit.may(permission))) return no(refused('not-permitted').refusal)
      if (!Value.Check(caseActInputs[act], input)) return no(refused('bad-request').refusal)
      return answerOf(await Promise.all(cases.map((one, line) => actOn(visit, door, act, input, { line, ...one }, onBehalfOf))))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/cases/at-counter/batch',
    permission: 'receive-case',
    audit: 'receive-at-counter-batch',
    summary: '批量收件，逐件答复',
    bodyLimit: 8 * 1024 * 1024,
    schema: { body: BatchReceipt, response: BatchAnswer },
    handler: async (visit, door) => {
      type Application = (typeof visit.body.applications)[number]
      const receive = async ({ key, ...application }: Application, line: number): Promise<BatchLine> => {
        const checked = await withStoredFiles(door.database, visit.bureau, visit.actor, application)
        if (!checked.ok) return refusedLine(line, null, checked.refusal)
        return lineOf(
          line,
          null,
          await visit.submit<CaseAnswer>('receive-at-counter', checked.value, key === undefined ? partKey(visit, String(line)) : { key }),
        )
      }
      return answerOf(await Promise.all(visit.body.applications.map(receive)))
    },
  }),
]
