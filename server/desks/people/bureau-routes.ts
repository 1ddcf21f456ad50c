import { Type } from 'typebox'
import { BureauFields, BureauView, ClockView, SealFields, Seq } from '../../../contract/people.ts'
import { type Bureau, bureauRef } from '../../../rules/people/bureau.ts'
import { refused } from '../../../rules/refusal.ts'
import { clockOfBook } from '../../platform/book/clock-steps.ts'
import { clockLeap } from '../../platform/book/steady-clock.ts'
import { factsOfFile } from '../../platform/files/file-table.ts'
import { json, no } from '../../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { hostsFree } from './hosts-taken.ts'

export const bureauRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/people/bureau',
    permission: 'staff',
    audit: 'look-at-bureau',
    summary: '本局的名称、发文机关标志、代字、编码、印章',
    schema: { response: BureauView },
    handler: async (visit, door) => {
      const { rows } = await door.database.query<{ seq: number; state: Bureau }>(
        "select seq, state from subject where bureau = $1 and kind = 'bureau' and id = $2",
        [visit.bureau, bureauRef.id],
      )
      const row = rows[0]
      return row === undefined ? no(refused('bureau-not-open').refusal) : json({ seq: row.seq, ...row.state })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/people/clock',
    permission: 'configure-bureau',
    audit: 'look-at-clock',
    summary: '服务器的时钟是否被拨过',
    schema: { response: ClockView },
    handler: async ({ bureau }, door) => {
      const clock = { ...(await clockOfBook(door.database, bureau, door.now())), leap: (await clockLeap(door.database, bureau, door.now())) ?? null }
      // The past of a demonstration was made after its opening.
      return json((await door.isDemonstration(bureau)) ? { ...clock, setBacks: [], leap: null } : clock)
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/people/bureau',
    permission: 'configure-bureau',
    audit: 'change-bureau',
    summary: '更改本局的名称、发文机关标志、代字、编码、域名',
    schema: { body: Type.Object({ seq: Type.Optional(Seq), ...BureauFields }), response: Type.Object({}) },
    handler: async (visit, door) => {
      const { seq, ...fields } = visit.body
      const free = await hostsFree(door.database, visit.bureau, fields.hosts)
      if (!free.ok) return no(free.refusal)
      const done = await visit.submit('change-bureau', fields, seq === undefined ? {} : { expected: { subject: bureauRef, seq } })
      door.forgetBureaus()
      return done.ok ? json({}) : no(done.refusal)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/bureau/seals',
    permission: 'configure-bureau',
    audit: 'set-seal-image',
    summary: '启用或截止一枚印章图样（先上传图片）',
    schema: { body: Type.Object(SealFields), response: Type.Object({}) },
    handler: async (visit, door) => {
      const facts = await factsOfFile(door.database, visit.bureau, visit.body.digest)
      if (facts === undefined) return no(refused('file-not-found').refusal)
      if (!facts.mediaType.startsWith('image/')) return no(refused('seal-not-picture').refusal)
      const done = await visit.submit('set-seal-image', visit.body)
      return done.ok ? json({}) : no(done.refusal)
    },
  }),
]
