import { Type } from 'typebox'
import { Day, Seq, Words } from '../../../contract/case-parts.ts'
import {
  CheckedItem,
  Differences,
  ItemCode,
  RawItem,
  VersionList,
  VersionListQuery,
  VersionNumber,
  VersionPage,
} from '../../../contract/catalogue.ts'
import { refused } from '../../../rules/refusal.ts'
import { diffItems } from '../../../rules/service-item/item-diff.ts'
import { itemRef, itemVersionRef } from '../../../rules/service-item/refs.ts'
import { mayStand, validateItem } from '../../../rules/service-item/validate.ts'
import { json, no } from '../../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { itemVersion } from './shelf.ts'
import { todayOf } from './today.ts'
import { listVersions } from './version-list-view.ts'
import { versionPage } from './version-page-view.ts'

const One = Type.Object({ code: ItemCode, version: VersionNumber })
const Drafted = Type.Object({ code: ItemCode, version: VersionNumber })
const Status = Type.Object({ status: Type.String() })
const Note = Type.String({ minLength: 1, maxLength: 500, description: '这次改了什么、为什么' })
const ItemOnly = Type.Object({ code: ItemCode })
const itemSubject = (input: Readonly<Record<string, unknown>>) => itemRef(String(input.code))
const versionSubject = (input: Readonly<Record<string, unknown>>) => itemVersionRef(String(input.code), Number(input.version))

/** The editors' and approvers' doors: a change needs a second person. */
export const staffRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/catalogue/versions',
    permission: 'see-catalogue-drafts',
    audit: 'look-at-item-versions',
    summary: '事项各版本：草稿、待审核、已发布……',
    schema: { query: VersionListQuery, response: VersionList },
    handler: async (visit, door) => json(await listVersions(door.database, visit.bureau, visit.query)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/catalogue/versions/:code/:version',
    permission: 'see-catalogue-drafts',
    audit: 'look-at-item-draft',
    summary: '一个版本：内容、规则检查、与现行版本的差别、可以做什么',
    schema: { params: One, response: VersionPage },
    handler: async (visit, door) => {
      const page = await versionPage(door.database, visit.bureau, visit.params, todayOf(door), visit)
      return page ? json(page) : no(refused('item-version-not-found', { detail: visit.params }).refusal)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/catalogue/versions/:code/:version/differences',
    permission: 'see-catalogue-drafts',
    audit: 'compare-item-versions',
    summary: '与另一版本逐项对照',
    schema: { params: One, query: Type.Object({ from: VersionNumber }), response: Differences },
    handler: async (visit, door) => {
      const { code, version } = visit.params
      const [before, after] = await Promise.all([visit.query.from, version].map((number) => itemVersion(door.database, visit.bureau, code, number)))
      if (!before || !after) return no(refused('item-version-not-found', { detail: { code, version: before ? version : visit.query.from } }).refusal)
      return json({ from: visit.query.from, to: version, differences: diffItems(before, after) })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/check',
    permission: 'edit-catalogue',
    audit: 'check-item',
    summary: '检查一份事项内容：逐条指出字段、规则和说明（不保存）',
    schema: { body: Type.Object({ item: RawItem }), response: CheckedItem },
    handler: (visit) => {
      const findings = validateItem(visit.body.item)
      return json({ sound: mayStand(findings), findings: findings.map(({ path, rule, sentence, severity }) => ({ path, rule, sentence, severity })) })
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/versions',
    permission: 'edit-catalogue',
    audit: 'draft-item-version',
    summary: '起草事项的新版本',
    schema: { body: Type.Object({ item: RawItem, note: Note }), response: Drafted },
    handler: async (visit) => {
      const done = await visit.submit('draft-item-version', { item: visit.body.item, note: visit.body.note, source: 'editor' })
      return done.ok ? json(done.answer) : no(done.refusal)
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/catalogue/versions/:code/:version',
    permission: 'edit-catalogue',
    audit: 'rewrite-item-draft',
    summary: '修改草稿',
    schema: { params: One, body: Type.Object({ item: RawItem, note: Note, seq: Seq }), response: Drafted },
    handler: async (visit) => {
      const { code, version } = visit.params
      const input = { item: { ...visit.body.item, code }, note: visit.body.note, source: 'editor', version }
      const done = await visit.submit('draft-item-version', input, { expected: { subject: itemVersionRef(code, version), seq: visit.body.seq } })
      return done.ok ? json(done.answer) : no(done.refusal)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/versions/:code/:version/propose',
    permission: 'edit-catalogue',
    audit: 'propose-item-version',
    act: 'propose-item-version',
    subject: versionSubject,
    summary: '提交审核',
    schema: { params: One, body: Type.Object({ seq: Seq }), response: Status },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/versions/:code/:version/return',
    permission: 'see-catalogue-drafts',
    audit: 'return-item-version',
    act: 'return-item-version',
    subject: versionSubject,
    summary: '退回修改',
    schema: { params: One, body: Type.Object({ reason: Words(500), seq: Seq }), response: Status },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/versions/:code/:version/approve',
    permission: 'approve-catalogue',
    audit: 'approve-item-version',
    act: 'approve-item-version',
    subject: versionSubject,
    summary: '审核通过（须由起草、提交以外的人）',
    schema: { params: One, body: Type.Object({ seq: Seq }), response: Status },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/versions/:code/:version/publish',
    permission: 'approve-catalogue',
    audit: 'publish-item-version',
    act: 'publish-item-version',
    subject: versionSubject,
    summary: '发布，写明生效日期',
    schema: { params: One, body: Type.Object({ effectiveFrom: Day, seq: Seq }), response: Type.Object({ effectiveFrom: Day }) },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/versions/:code/:version/retire',
    permission: 'see-catalogue-drafts',
    audit: 'retire-item-version',
    act: 'retire-item-version',
    subject: versionSubject,
    summary: '作废草稿，或者收回尚未生效的版本',
    schema: { params: One, body: Type.Object({ reason: Words(500), seq: Seq }), response: Status },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/items/:code/propose-retirement',
    permission: 'edit-catalogue',
    audit: 'propose-item-retirement',
    act: 'propose-item-retirement',
    subject: itemSubject,
    summary: '提出停办这个事项，由另一人审核',
    schema: { params: ItemOnly, body: Type.Object({ from: Day, reason: Words(500) }), response: Type.Object({ from: Day }) },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/items/:code/retire',
    permission: 'approve-catalogue',
    audit: 'retire-item',
    act: 'retire-item',
    subject: itemSubject,
    summary: '同意停办这个事项（须由提出以外的人），正在办理的继续办完',
    schema: { params: ItemOnly, body: Type.Object({}), response: Type.Object({ from: Day }) },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/items/:code/drop-retirement',
    permission: 'see-catalogue-drafts',
    audit: 'drop-item-retirement',
    act: 'drop-item-retirement',
    subject: itemSubject,
    summary: '撤下停办的提议，事项照常办理',
    schema: { params: ItemOnly, body: Type.Object({ reason: Words(500) }), response: Status },
  }),
]
