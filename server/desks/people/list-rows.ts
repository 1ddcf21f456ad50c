import type { Bureau } from '../../../rules/people/bureau.ts'
import type { Citizen } from '../../../rules/people/citizen.ts'
import { type Division, divisionLevel } from '../../../rules/people/division.ts'
import type { Firm } from '../../../rules/people/firm.ts'
import type { Office } from '../../../rules/people/office.ts'
import type { Staff } from '../../../rules/people/staff.ts'
import type { RowMaker } from '../../platform/database/rows.ts'

const bureauRows: RowMaker<Bureau> = {
  kind: 'bureau',
  table: 'bureau',
  columns: { name: 'text', hosts: 'text[]', demonstration: 'boolean' },
  toRow: ({ name, hosts, demonstration }) => ({ name, hosts, demonstration }),
}

const officeRows: RowMaker<Office> = {
  kind: 'office',
  table: 'office',
  columns: { name: 'text', kind: 'text', parent: 'text', unit_code: 'text', division_code: 'text', closed: 'boolean' },
  toRow: (office) => ({
    name: office.name,
    kind: office.kind,
    parent: office.parent,
    unit_code: office.unitCode,
    division_code: office.divisionCode,
    closed: office.closed,
  }),
}

const divisionRows: RowMaker<Division> = {
  kind: 'division',
  table: 'division',
  columns: { name: 'text', level: 'text', closed: 'boolean' },
  toRow: ({ name, closed }, { id }) => ({ name, level: divisionLevel(id), closed }),
}

const staffRows: RowMaker<Staff> = {
  kind: 'staff',
  table: 'staff',
  columns: { name: 'text', login: 'text', office: 'text', roles: 'text[]', windows: 'text[]', active: 'boolean' },
  toRow: ({ name, login, office, roles, windows, active }) => ({ name, login, office, roles, windows, active }),
}

const citizenRows: RowMaker<Citizen> = {
  kind: 'citizen',
  table: 'citizen',
  columns: { phone_digest: 'text', level: 'integer', closed: 'boolean' },
  toRow: ({ phoneDigest, level, closed }) => ({ phone_digest: phoneDigest, level, closed }),
}

const firmRows: RowMaker<Firm> = {
  kind: 'firm',
  table: 'firm',
  columns: { name: 'text', people: 'text[]' },
  toRow: ({ name, representatives, agencies }) => ({
    name,
    people: [...new Set([...representatives.map(({ citizen }) => citizen), ...agencies.map(({ agent }) => agent)])],
  }),
}

export const peopleRows: readonly RowMaker[] = [bureauRows, officeRows, divisionRows, staffRows, citizenRows, firmRows]
