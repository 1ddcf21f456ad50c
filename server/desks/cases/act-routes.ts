import { Type } from 'typebox'
import { caseActInputs, ReceiveAtCounter, SubmitApplication } from '../../../contract/case-act-inputs.ts'
import { Id } from '../../../contract/case-parts.ts'
import { actTitles } from '../../../contract/case-texts.ts'
import { CaseAnswer } from '../../../contract/cases.ts'
import { caseRef } from '../../../rules/case/standing/entries.ts'
import { refused } from '../../../rules/refusal.ts'
import { type Answer, json, no } from '../../platform/http/answer.ts'
import type { Door } from '../../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { actDoors } from './act-doors.ts'
import { withStoredFiles } from './brought-files.ts'
import { withPermitOfAnswers } from './permit-of-answers.ts'
import { permitOfNumber } from './permit-of-number.ts'
import { printedWords } from './printed-words.ts'

/** What every act door answers. */
const ActDone = Type.Object({
  actId: Type.String(),
  replayed: Type.Boolean(),
  seqs: Type.Array(Type.Object({ kind: Type.String(), id: Type.String(), seq: Type.Integer() })),
  answer: CaseAnswer,
})

interface Body {
  readonly seq?: number
  readonly onBehalfOf?: string
}

/** What a correction is held against: the words of the paper it names, whatever the caller says of them. */
const withPrintedWords = async (visit: Visit, door: Door, input: object): Promise<object> =>
  'corrections' in input && 'paper' in input ? { ...input, printed: await printedWords(door.database, visit.bureau, String(input.paper)) } : input

/** Staff name a permit by the number of its case or of its decision; the act, by the id of its case. */
const withPermitFound = async (visit: Visit, door: Door, act: string, input: object): Promise<object> =>
  act === 'name-permit-in-hand' && 'permit' in input && typeof input.permit === 'string'
    ? { ...input, permit: (await permitOfNumber(door.database, visit.bureau, input.permit)) ?? '' }
    : withPermitOfAnswers(door.database, visit.bureau, act, input)

/** Submits an act with the files it names checked against the store. */
async function doCaseAct(visit: Visit, door: Door, act: string, id: string | undefined): Promise<Answer> {
  const { seq, onBehalfOf, ...rest } = visit.body as Body
  const checked = await withStoredFiles(door.database, visit.bureau, visit.actor, id === undefined ? rest : { id, ...rest })
  if (!checked.ok) return no(checked.refusal)
  const input = await withPermitFound(visit, door, act, await withPrintedWords(visit, door, checked.value))
  const done = await visit.submit(act, input, {
    ...(seq === undefined || id === undefined ? {} : { expected: { subject: caseRef(id), seq } }),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  })
  if (!done.ok) return no(done.refusal)
  return json({
    actId: done.actId,
    replayed: done.replayed,
    seqs: done.seqs.map(({ subject, seq: now }) => ({ ...subject, seq: now })),
    answer: done.answer,
  })
}

const acts = Object.keys(caseActInputs) as (keyof typeof caseActInputs)[]

const actRows = acts.map((act): RouteRow => {
  const { any, citizens } = actDoors[act]
  return defineRoute({
    method: 'POST',
    path: `/api/cases/:id/acts/${act}`,
    permission: citizens ? 'signed-in' : any.length === 1 ? any[0] : 'see-cases',
    audit: act,
    summary: [actTitles[act].title, actTitles[act].article].filter(Boolean).join('，'),
    schema: { params: Type.Object({ id: Id }), body: caseActInputs[act], response: ActDone },
    handler: (visit, door) => {
      if (visit.actor.kind === 'staff' && !any.some((permission) => visit.may(permission))) return no(refused('not-permitted').refusal)
      return doCaseAct(visit, door, act, visit.params.id)
    },
  })
})

export const actRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'POST',
    path: '/api/cases',
    permission: 'citizen',
    audit: 'submit-application',
    summary: '网上提交申请（行政许可法 第二十九条）',
    schema: { body: SubmitApplication, response: ActDone },
    handler: (visit, door) => doCaseAct(visit, door, 'submit-application', undefined),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/cases/at-counter',
    permission: 'receive-case',
    audit: 'receive-at-counter',
    summary: '窗口收件，可补录（行政许可法 第三十二条）',
    schema: { body: ReceiveAtCounter, response: ActDone },
    handler: (visit, door) => doCaseAct(visit, door, 'receive-at-counter', undefined),
  }),
  ...actRows,
]
