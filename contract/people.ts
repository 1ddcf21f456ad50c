import { type Static, type TSchema, Type } from 'typebox'
import { roleNames } from '../rules/people/roles.ts'
import { type Permission, permissionTitles } from './permissions.ts'

/** What crosses the wire about people: sessions, staff, offices, divisions, the bureau, citizens and firms. */

const words = <T extends string>(names: readonly T[]) => Type.Unsafe<T>({ type: 'string', enum: [...names] })
const maybe = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()])

export const Id = Type.String({ minLength: 1, maxLength: 64, pattern: '^[\\w.:-]+$' })
export const Day = Type.String({ pattern: '^(19|20|21)\\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })
const Name = Type.String({ minLength: 1, maxLength: 100 })
const Phone = Type.String({ maxLength: 20 })
const Reason = Type.String({ minLength: 1, maxLength: 500 })
export const RoleName = words(roleNames)
export const PermissionName = words(Object.keys(permissionTitles) as Permission[])
export const Seq = Type.Integer({ minimum: 0 })

export const StaffSignIn = Type.Object({
  login: Type.String({ minLength: 1, maxLength: 64 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
  /** True for a program: the answer carries a bearer token and no cookie is set. */
  bearer: Type.Optional(Type.Boolean()),
})
export const SignedIn = Type.Object({
  csrf: Type.String(),
  mustChangePassword: Type.Boolean(),
  token: Type.Optional(Type.String()),
  expiresAt: Type.String(),
})
/** Who last set somebody's password for them, and whether an own one has been set since. */
const PasswordReset = Type.Object({ by: Type.String(), at: Type.String(), replaced: Type.Boolean() })
export const SessionView = Type.Object({
  signedIn: Type.Boolean(),
  csrf: Type.String(),
  mustChangePassword: Type.Boolean(),
  passwordReset: maybe(PasswordReset),
  person: maybe(Type.Object({ kind: Type.String(), id: Type.String(), name: Type.String(), office: Type.String(), officeName: Type.String() })),
  roles: Type.Array(Type.String()),
  permissions: Type.Array(Type.String()),
  scope: Type.String(),
  /** Absent colleagues whose delegate this is today, with the roles and the office that come along. */
  standsInFor: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), roles: Type.Array(Type.String()), office: Type.String() })),
  bureau: Type.Object({ name: Type.String(), demonstration: Type.Boolean() }),
  /** True on the embedded database, which is for trying and training only: the console says so. */
  forTryingOnly: Type.Boolean(),
})
export const PasswordChange = Type.Object({ old: Type.String({ minLength: 1, maxLength: 200 }), new: Type.String({ minLength: 1, maxLength: 200 }) })
export const CodeRequest = Type.Object({ phone: Phone })
export const CodeSent = Type.Object({ minutes: Type.Integer(), shown: Type.Optional(Type.String()) })
export const CitizenSignIn = Type.Object({ phone: Phone, code: Type.String({ minLength: 1, maxLength: 12 }), bearer: Type.Optional(Type.Boolean()) })
export const SessionId = Type.String({ pattern: '^[0-9a-f]{64}$' })
export const SessionLine = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  label: Type.String(),
  createdAt: Type.String(),
  seenAt: Type.String(),
  expiresAt: Type.String(),
  ip: Type.String(),
  /** What a token was cut down to; null where it may do whatever its bearer may. */
  permissions: maybe(Type.Array(Type.String())),
})
export const OwnSessionLine = Type.Object({
  ...SessionLine.properties,
  /** The one that asks. */
  current: Type.Boolean(),
})
/** A token for another system, in one's own name: the password is asked for again. */
export const TokenRequest = Type.Object({
  password: Type.String({ minLength: 1, maxLength: 200 }),
  label: Type.String({ minLength: 1, maxLength: 100 }),
  days: Type.Integer({ minimum: 1, maximum: 366 }),
  permissions: Type.Optional(Type.Array(PermissionName, { minItems: 1, maxItems: 50 })),
})
export const TokenMade = Type.Object({ token: Type.String(), id: Type.String(), expiresAt: Type.String() })

export const OfficeKind = words(['institution', 'department', 'service-place'] as const)
export const OfficeFields = {
  name: Name,
  kind: OfficeKind,
  parent: maybe(Id),
  unitCode: Type.String({ maxLength: 20 }),
  divisionCode: Type.String({ pattern: '^(\\d{6}(\\d{3}(\\d{3})?)?)?$' }),
}
export const OfficeLine = Type.Object({ id: Id, ...OfficeFields, closed: Type.Boolean(), people: Type.Integer() })
export const DivisionCode = Type.String({ pattern: '^\\d{6}(\\d{3}(\\d{3})?)?$' })
export const DivisionLine = Type.Object({ code: Type.String(), name: Type.String(), level: Type.String(), closed: Type.Boolean() })

export const StaffFields = {
  name: Name,
  office: Id,
  windows: Type.Array(Type.String({ minLength: 1, maxLength: 20 }), { maxItems: 20 }),
  phone: Type.String({ pattern: '^(1[3-9]\\d{9})?$' }),
}
export const Login = Type.String({ minLength: 2, maxLength: 32 })
export const StaffLine = Type.Object({
  id: Type.String(),
  name: Type.String(),
  login: Type.String(),
  office: Type.String(),
  officeName: Type.String(),
  roles: Type.Array(Type.String()),
  windows: Type.Array(Type.String()),
  active: Type.Boolean(),
})
export const AbsenceLine = Type.Object({
  id: Type.String(),
  from: Type.String(),
  until: Type.String(),
  delegate: maybe(Type.String()),
  reason: Type.String(),
})
export const StaffView = Type.Object({
  seq: Seq,
  staff: StaffLine,
  phone: Type.String(),
  absences: Type.Array(AbsenceLine),
  standsIn: Type.Array(Type.Object({ principal: Type.String(), principalName: Type.String(), from: Type.String(), until: Type.String() })),
  locked: Type.Boolean(),
  /** Shown to the person, and to those who keep the accounts. */
  passwordReset: maybe(PasswordReset),
})
export const StaffAdded = Type.Object({ id: Type.String(), firstPassword: maybe(Type.String()) })
export const AbsenceFields = { from: Day, until: Day, delegate: maybe(Id), reason: Reason }
export const WithReason = Type.Object({ reason: Reason })

export const BureauFields = {
  name: Name,
  heading: Name,
  letterCode: Type.String({ minLength: 1, maxLength: 20 }),
  region: Type.String({ pattern: '^\\d{6}$' }),
  uscc: Type.String({ pattern: '^([0-9A-HJ-NPQRTUWXY]{18})?$' }),
  hosts: Type.Array(Type.String({ pattern: '^[a-z0-9.-]{1,253}$' }), { maxItems: 20 }),
  receivingOffice: maybe(Id),
  reviewOrgan: Type.Optional(Type.String({ maxLength: 100 })),
  onlineReview: Type.Optional(Type.String({ maxLength: 200 })),
  court: Type.Optional(Type.String({ maxLength: 100 })),
  address: Type.Optional(Type.String({ maxLength: 200 })),
  phone: Type.Optional(Type.String({ maxLength: 40 })),
  afterHoursReceipt: Type.Optional(
    Type.Union([Type.Literal('same-day'), Type.Literal('next-working-day')], {
      description: '下班后、休息日网上提交的：same-day 当日收到；next-working-day 自下一个工作日计',
    }),
  ),
  supplementDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 120, description: '补正告知书给多少天补正；不填为 10 个工作日' })),
  supplementDayType: Type.Optional(
    Type.Union([Type.Literal('workday'), Type.Literal('calendar')], { description: 'workday 工作日；calendar 自然日' }),
  ),
  closesAt: Type.Optional(Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', description: '下班时间，如 17:30' })),
}
export const SealFields = { digest: Type.String({ pattern: '^[0-9a-f]{64}$' }), title: Name, from: Day, until: maybe(Day) }
export const BureauView = Type.Object({ seq: Seq, ...BureauFields, demonstration: Type.Boolean(), seals: Type.Array(Type.Object(SealFields)) })

export const RealName = Type.Object({ name: Type.String({ minLength: 1, maxLength: 50 }), residentId: Type.String({ minLength: 1, maxLength: 20 }) })
export const CitizenView = Type.Object({
  id: Type.String(),
  level: Type.Integer(),
  name: Type.String(),
  residentId: Type.String(),
  phone: Type.String(),
  firms: Type.Array(
    Type.Object({
      uscc: Type.String(),
      name: Type.String(),
      as: words(['representative', 'agent'] as const),
      verified: Type.Boolean(),
      agencies: Type.Array(
        Type.Object({
          id: Type.String(),
          agentName: Type.String(),
          items: Type.Union([Type.Literal('all'), Type.Array(Type.String())]),
          from: Type.String(),
          until: Type.String(),
        }),
      ),
    }),
  ),
})
export const Uscc = Type.String({ minLength: 18, maxLength: 18 })
export const AgencyGrant = Type.Object({
  agentPhone: Phone,
  items: Type.Union([Type.Literal('all'), Type.Array(Id, { minItems: 1, maxItems: 500 })]),
  until: Day,
})
export const FoundCitizen = Type.Object({
  id: Type.String(),
  level: Type.Integer(),
  name: Type.String(),
  residentId: Type.String(),
  phone: Type.String(),
})

const Instant = Type.String({ description: '如 2026-03-02T09:00:00.000+08:00' })
export const ClockView = Type.Object(
  {
    behindSeconds: Type.Integer({ minimum: 0, description: '服务器时钟比账簿里最晚的记录慢多少秒；不慢为 0' }),
    setBacks: Type.Array(Type.Object({ from: Instant, to: Instant }), { description: '时钟被往回拨的几次，最近的在前' }),
    leap: Type.Union([Type.Object({ from: Day, to: Day }), Type.Null()], {
      description: '时钟像是往前跳过：跳之前账簿的最后一天，和跳到的那天；没有或者已经信了为 null。其间暂停按时限清理草稿、登录记录',
    }),
  },
  { description: '从账簿最近的记录看服务器的时钟' },
)

export type ClockAnswer = Static<typeof ClockView>
export type SessionAnswer = Static<typeof SessionView>
export type StaffAnswer = Static<typeof StaffView>
export type CitizenAnswer = Static<typeof CitizenView>
export type BureauAnswer = Static<typeof BureauView>
