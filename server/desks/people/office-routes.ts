import { Type } from 'typebox'
import { DivisionCode, DivisionLine, Id, OfficeFields, OfficeLine } from '../../../contract/people.ts'
import { json, no } from '../../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'

const Done = Type.Object({ id: Type.String() })
const CodeDone = Type.Object({ code: Type.String() })

export const officeRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/people/offices',
    permission: 'staff',
    audit: 'look-at-offices',
    summary: '机构和科室',
    schema: { response: Type.Array(OfficeLine) },
    handler: async (visit, door) => {
      const { rows } = await door.database.query(
        `select id, name, kind, parent, unit_code as "unitCode", division_code as "divisionCode", closed,
           (select count(*) from staff s where s.bureau = $1 and s.office = o.id and s.active) as people
         from office o where bureau = $1 order by id`,
        [visit.bureau],
      )
      return json(rows)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/offices',
    permission: 'administer-people',
    audit: 'add-office',
    act: 'add-office',
    summary: '增设机构或科室',
    schema: { body: Type.Object({ id: Id, ...OfficeFields }), response: Done },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/people/offices/:id',
    permission: 'administer-people',
    audit: 'change-office',
    act: 'change-office',
    summary: '更改机构或科室',
    schema: { params: Type.Object({ id: Id }), body: Type.Object(OfficeFields), response: Done },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/offices/:id/close',
    permission: 'administer-people',
    audit: 'close-office',
    summary: '撤销机构或科室',
    schema: { params: Type.Object({ id: Id }), body: Type.Object({}), response: Done },
    handler: async (visit, door) => {
      const { id } = visit.params
      const { rows } = await door.database.query<{ people: number }>(
        'select count(*) as people from staff where bureau = $1 and office = $2 and active',
        [visit.bureau, id],
      )
      const done = await visit.submit('close-office', { id, people: Number(rows[0]!.people) })
      return done.ok ? json(done.answer) : no(done.refusal)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/people/divisions',
    permission: 'public',
    audit: 'look-at-divisions',
    summary: '区划：区、街道（乡镇）、村（居）',
    schema: { response: Type.Array(DivisionLine) },
    handler: async (visit, door) => {
      const { rows } = await door.database.query('select id as code, name, level, closed from division where bureau = $1 order by id', [visit.bureau])
      return json(rows)
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/people/divisions/:code',
    permission: 'administer-people',
    audit: 'set-division',
    act: 'set-division',
    summary: '增加区划或改名',
    schema: {
      params: Type.Object({ code: DivisionCode }),
      body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 100 }) }),
      response: CodeDone,
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/people/divisions/:code/close',
    permission: 'administer-people',
    audit: 'close-division',
    act: 'close-division',
    summary: '撤销区划',
    schema: { params: Type.Object({ code: DivisionCode }), body: Type.Object({}), response: CodeDone },
  }),
]
