import { caseActInputs } from '../../../contract/case-act-inputs.ts'
import { BatchActs, BatchAnswer, type BatchLine, BatchPreview, BatchPreviewAsked, BatchReceipt } from '../../../contract/case-batch.ts'
import type { CaseAnswer } from '../../../contract/cases.ts'
import { sentenceOf } from '../../../contract/refusal-texts.ts'
import { hindranceOf } from '../../../rules/case/case-act.ts'
import { caseRef } from '../../../rules/case/standing/entries.ts'
import { type Refusal, refused } from '../../../rules/refusal.ts'
import { json, no } from '../../platform/http/answer.ts'
import type { Door } from '../../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { faultIn } from '../../platform/http/validation-sentence.ts'
import type { Submitted, Visit } from '../../platform/http/visit.ts'
import { actDoors } from './act-doors.ts'
import { withStoredFiles } from './brought-files.ts'
import { withPermitOfAnswers } from './permit-of-answers.ts'
import { openCaseFor } from './open-case.ts'
import { absentOf, knownTo, permittedNow } from './permitted-now.ts'

const said = (refusal: Refusal) => ({ code: refusal.code, sentence: sentenceOf(refusal) })

const refusedLine = (line: number, id: string | null, refusal: Refusal): BatchLine => ({
  line,
  id,
  ok: false,
  answer: null,
  replayed: false,
  onBehalfOf: null,
  refusal: said(refusal),
})

const lineOf = (line: number, id: string | null, done: Submitted<CaseAnswer>, onBehalfOf: BatchLine['onBehalfOf'] = null): BatchLine =>
  done.ok
    ? { line, id: done.answer.id, ok: true, answer: done.answer, replayed: done.replayed, onBehalfOf, refusal: null }
    : refusedLine(line, id, done.refusal)

const answerOf = (lines: BatchLine[]) => {
  const done = lines.filter(({ ok }) => ok).length
  return json({ done, refused: lines.length - done, lines })
}

/** Each command has a key of its own under the request's, so that a batch cut off in the middle can be sent again; an application may bring its own. */
const partKey = (visit: Visit, part: string) => (visit.idempotencyKey === undefined ? {} : { key: `${visit.idempotencyKey}/${part}` })

/** Of the refusals in several names the one that tells most: "not there" is the least, "not for this role" little more. */
const tellsLittle = ['act-not-for-role', 'case-not-found']
const tellingMost = (refusals: readonly Refusal[]): Refusal =>
  refusals.toSorted((a, b) => tellsLittle.indexOf(a.code) - tellsLittle.indexOf(b.code))[0]!

interface OneOfMany {
  readonly line: number
  readonly id: string
  readonly seq?: number
  readonly onBehalfOf?: string | null
}

/**
 * One case of a batch: on behalf of whoever is named, else by the own right, and where that is refused in the name of each absent colleague in
 * turn. A refusal is not kept under a key, so that the same batch sent again comes to the same name.
 */
async function actOn(visit: Visit, door: Door, act: string, input: object, one: OneOfMany): Promise<BatchLine> {
  const { line, id, seq } = one
  const checked = await withStoredFiles(door.database, visit.bureau, visit.actor, { id, ...input })
  if (!checked.ok) return refusedLine(line, id, checked.refusal)
  const absent = absentOf(visit)
  const names = one.onBehalfOf === undefined ? [null, ...absent.map((colleague) => colleague.id)] : [one.onBehalfOf]
  const refusals: Refusal[] = []
  for (const onBehalfOf of names) {
    const done = await visit.submit<CaseAnswer>(act, checked.value, {
      ...partKey(visit, onBehalfOf === null ? id : `${id}/${onBehalfOf}`),
      ...(seq === undefined ? {} : { expected: { subject: caseRef(id), seq } }),
      ...(onBehalfOf === null ? {} : { onBehalfOf }),
    })
    if (!done.ok) refusals.push(done.refusal)
    else {
      const colleague = absent.find((principal) => principal.id === onBehalfOf)
      return lineOf(line, id, done, colleague ? { id: colleague.id, name: colleague.name } : null)
    }
  }
  return refusedLine(line, id, tellingMost(refusals))
}

/** What the act would meet on one case: in whose name it would be done, or why not. */
async function foreseen(visit: Visit, door: Door, act: keyof typeof caseActInputs, id: string): Promise<BatchPreview['lines'][number]> {
  const opened = await openCaseFor(door.database, visit, id)
  if (!opened) return { id, onBehalfOf: null, refusal: said(refused('case-not-found').refusal) }
  const known = knownTo(opened, { visit, now: door.now(), calendar: door.calendarOf(visit.bureau) })
  const offered = permittedNow(known, absentOf(visit)).find((one) => one.act === act)
  if (offered) return { id, onBehalfOf: offered.onBehalfOf, refusal: offered.blocked }
  return { id, onBehalfOf: null, refusal: said(hindranceOf({ name: act }, known) ?? refused('act-not-for-role').refusal) }
}

const mayTry = (visit: Visit, act: keyof typeof caseActInputs) => actDoors[act].any.some((permission) => visit.may(permission))
const notPermitted = no(refused('not-permitted').refusal)

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
      if (!mayTry(visit, act)) return notPermitted
      const fault = faultIn(caseActInputs[act], input, 'input')
      if (fault) return no(fault)
      const given = onBehalfOf === undefined ? {} : { onBehalfOf }
      return answerOf(await Promise.all(cases.map((one, line) => actOn(visit, door, act, input, { line, ...given, ...one }))))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/cases/batch/preview',
    permission: 'see-cases',
    audit: 'preview-batch-acts',
    summary: '办理之前先看：逐件以谁的名义办理，哪些办不了、为什么',
    schema: { body: BatchPreviewAsked, response: BatchPreview },
    handler: async (visit, door) => {
      const { act, cases } = visit.body
      return mayTry(visit, act) ? json({ lines: await Promise.all(cases.map((id) => foreseen(visit, door, act, id))) }) : notPermitted
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
        const input = await withPermitOfAnswers(door.database, visit.bureau, 'receive-at-counter', checked.value)
        return lineOf(
          line,
          null,
          await visit.submit<CaseAnswer>('receive-at-counter', input, key === undefined ? partKey(visit, String(line)) : { key }),
        )
      }
      return answerOf(await Promise.all(visit.body.applications.map(receive)))
    },
  }),
]
