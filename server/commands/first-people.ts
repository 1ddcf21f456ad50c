import type { FirstPeople, FirstStaff } from '../desks/people/seed-people.ts'
import { firstPassword } from '../desks/people/staff-secret.ts'
import type { InitDetails } from './init-details.ts'

/** A real bureau's first people: its three administrators, each with a first password. */
export function firstPeople(details: InitDetails): FirstPeople {
  const administrators = [
    [details.admin, details.adminName, 'system-administrator', details.password],
    [details.security, details.securityName, 'security-administrator', undefined],
    [details.audit, details.auditName, 'audit-administrator', undefined],
  ] as const
  return {
    bureau: {
      name: details.name,
      heading: details.heading,
      letterCode: details.letterCode,
      region: details.region,
      uscc: details.uscc,
      hosts: details.host === '' ? [] : [details.host],
      receivingOffice: null,
      demonstration: false,
    },
    divisions: [],
    offices: [
      { id: details.unitCode, name: details.name, kind: 'institution', parent: null, unitCode: details.unitCode, divisionCode: details.region },
    ],
    staff: administrators.map(
      ([login, name, role, password]): FirstStaff => ({
        id: `s-${login}`,
        login,
        name,
        office: details.unitCode,
        windows: [],
        roles: [role],
        password: password ?? firstPassword(login),
        mustChangePassword: true,
      }),
    ),
  }
}
