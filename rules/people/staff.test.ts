import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, SubjectKind } from '../act.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { uniqueKind } from '../unique.ts'
import { endAbsence, recordAbsence } from './absence-acts.ts'
import { addOffice, changeOffice, closeOffice, type OfficeInput, officeKind } from './office.ts'
import { checkPasswordRule } from './password-rule.ts'
import { administrators, checkRoles, roleNames } from './roles.ts'
import { principalsOn, type Staff, staffKind, staffRef } from './staff.ts'
import { addStaff, changeStaff, disableStaff, enableStaff, grantRoles } from './staff-acts.ts'
import { openPlay } from './testing/play.ts'

const day = (text: string) => text as PlainDate
const kinds = [officeKind, staffKind, uniqueKind] as readonly SubjectKind[]
const keeper: Actor = { kind: 'staff', id: 'k', name: '韩磊', roles: ['system-administrator'] }
const guard: Actor = { kind: 'staff', id: 'g', name: '杨帆', roles: ['security-administrator'] }
const actorOf = (id: string, roles: readonly string[] = []): Actor => ({ kind: 'staff', id, name: id, roles })
const bureau: OfficeInput = { id: '442002', name: '局', kind: 'institution', parent: null, unitCode: '442002', divisionCode: '130371' }
const room: OfficeInput = { id: 'room', name: '科', kind: 'department', parent: '442002', unitCode: '', divisionCode: '' }

function opened() {
  const play = openPlay(kinds, day('2026-03-02'))
  play.does(keeper, addOffice, bureau)
  play.does(keeper, addOffice, room)
  for (const id of ['a', 'b', 'c'])
    play.does(keeper, addStaff, { id, login: `login-${id}`, name: id, office: 'room', windows: [], phone: '13800000000' })
  return play
}

describe('offices', () => {
  test.each([
    ['an institution under something', { ...bureau, id: 'x', parent: '442002' }, 'institution-has-no-parent'],
    ['a department under nothing', { ...room, id: 'x', parent: null }, 'office-needs-parent'],
    ['a department under an unknown one', { ...room, id: 'x', parent: 'nowhere' }, 'office-not-found'],
    ['one that is there', room, 'office-exists'],
  ])('%s is refused', (_what, input, code) => expect(opened().does(keeper, addOffice, input as OfficeInput)).toBe(code))

  test('cannot be put under themselves, directly or by a round', () => {
    const play = opened()
    play.does(keeper, addOffice, { ...room, id: 'inner', parent: 'room' })
    expect(play.does(keeper, changeOffice, { ...room, parent: 'room' })).toBe('office-under-itself')
    expect(play.does(keeper, changeOffice, { ...room, parent: 'inner' })).toBe('office-under-itself')
  })

  test('close only when their people have gone, and take nobody afterwards', () => {
    const play = opened()
    expect(play.does(keeper, closeOffice, { id: 'room', people: 3 })).toBe('office-has-people')
    expect(play.does(keeper, closeOffice, { id: 'room', people: 0 })).toEqual({ id: 'room' })
    expect(play.does(keeper, closeOffice, { id: 'room', people: 0 })).toBe('office-closed')
    expect(play.does(keeper, addStaff, { id: 'd', login: 'dd', name: 'd', office: 'room', windows: [], phone: '' })).toBe('office-not-found')
  })
})

describe('staff', () => {
  test('a sign-in name belongs to one person for good, and has a form', () => {
    const play = opened()
    const add = (id: string, login: string) => play.does(keeper, addStaff, { id, login, name: '丁', office: 'room', windows: [], phone: '' })
    expect(add('d', 'login-a')).toBe('login-taken')
    expect(add('a', 'other')).toBe('staff-exists')
    for (const login of ['A', '王', 'x', '1ab', 'a b', `a${'b'.repeat(32)}`]) expect(add('d', login)).toBe('login-malformed')
    play.does(keeper, disableStaff, { id: 'a', reason: '退休' })
    expect(add('d', 'login-a')).toBe('login-taken')
  })

  test('the phone lies in the personal part alone', () => {
    const play = opened()
    const entry = play.entries.find(({ type }) => type === 'staff-added')!
    expect(JSON.stringify(entry.data)).not.toContain('13800000000')
    expect(entry.personal).toEqual({ phone: '13800000000' })
    expect(play.does(keeper, changeStaff, { id: 'a', name: '甲', office: 'room', windows: ['3号'], phone: '' })).toEqual({ id: 'a' })
    expect(play.state<Staff>(staffRef('a'))).toMatchObject({ name: '甲', windows: ['3号'], phone: '' })
  })

  test('leaving takes every role; coming back gives none', () => {
    const play = opened()
    play.does(guard, grantRoles, { id: 'a', roles: ['reviewer'] })
    expect(play.does(actorOf('a'), disableStaff, { id: 'a', reason: '退休' })).toBe('own-account')
    play.does(keeper, disableStaff, { id: 'a', reason: '退休' })
    expect(play.does(guard, grantRoles, { id: 'a', roles: ['head'] })).toBe('staff-left')
    expect(play.does(keeper, disableStaff, { id: 'a', reason: '退休' })).toBe('staff-left')
    expect(play.does(keeper, enableStaff, { id: 'a', reason: '返聘' })).toEqual({ id: 'a' })
    expect(play.does(keeper, enableStaff, { id: 'a', reason: '返聘' })).toBe('staff-active')
    expect(play.state<Staff>(staffRef('a'))).toMatchObject({ active: true, roles: [] })
  })

  test('no set of roles ever holds two administrators, and nobody grants to themselves', () => {
    fc.assert(
      fc.property(fc.subarray([...roleNames]), (roles) => {
        const two = roles.filter((role) => administrators.includes(role)).length > 1
        expect(checkRoles(roles).ok).toBe(!two)
        const play = opened()
        expect(play.does(guard, grantRoles, { id: 'a', roles })).toEqual(two ? 'administrators-apart' : { id: 'a' })
        expect(play.state<Staff>(staffRef('a'))!.roles.toSorted()).toEqual(two ? [] : roles.toSorted())
        expect(play.does(actorOf('a'), grantRoles, { id: 'a', roles })).toBe('own-roles')
      }),
      { numRuns: 100 },
    )
    expect(opened().does(guard, grantRoles, { id: 'a', roles: ['king'] })).toBe('role-unknown')
  })
})

describe('absence', () => {
  const absent = (more: object = {}) => ({ id: 'a', from: day('2026-03-04'), until: day('2026-03-06'), delegate: 'b', reason: '出差', ...more })

  test('lends the work to the delegate on exactly those days', () => {
    const play = opened()
    play.does(actorOf('a'), recordAbsence, absent())
    const standing = ['2026-03-03', '2026-03-04', '2026-03-06', '2026-03-07'].map((text) =>
      principalsOn(play.state<Staff>(staffRef('b'))!, day(text)),
    )
    expect(standing).toEqual([[], ['a'], ['a'], []])
  })

  test.each([
    ['reversed', { from: day('2026-03-06'), until: day('2026-03-04') }, 'dates-reversed'],
    ['over already', { from: day('2026-02-01'), until: day('2026-02-02') }, 'absence-over'],
    ['lent to oneself', { delegate: 'a' }, 'delegate-is-self'],
    ['lent to nobody known', { delegate: 'z' }, 'delegate-not-found'],
  ])('%s is refused', (_what, more, code) => expect(opened().does(actorOf('a'), recordAbsence, absent(more))).toBe(code))

  test('keeps its reason among the personal data, and reads one that was written before it lay there', () => {
    const play = opened()
    play.does(actorOf('a'), recordAbsence, absent({ reason: '住院' }))
    const entry = play.entries.findLast(({ type }) => type === 'absence-recorded')!
    expect([JSON.stringify(entry.data).includes('住院'), entry.personal]).toEqual([false, { reason: '住院' }])
    expect(play.state<Staff>(staffRef('a'))!.absences).toMatchObject([{ reason: '住院', delegate: 'b' }])
    const before = play.state<Staff>(staffRef('c'))!
    const { personal: _, ...older } = { ...entry, data: { ...(entry.data as object), reason: '出差' } }
    expect(staffKind.fold(before, older as typeof entry)).toMatchObject({ absences: [{ reason: '出差' }] })
    expect(staffKind.fold(before, { ...older, data: entry.data } as typeof entry)).toMatchObject({ absences: [{ reason: '' }] })
  })

  test('is recorded by the person or the system administrator, not by others', () => {
    expect(opened().does(actorOf('c', ['head']), recordAbsence, absent())).toBe('not-yours')
    expect(opened().does(keeper, recordAbsence, absent())).toHaveProperty('absence')
  })

  test('does not overlap, and is not lent to somebody away', () => {
    const play = opened()
    play.does(actorOf('a'), recordAbsence, absent())
    expect(play.does(actorOf('a'), recordAbsence, absent({ from: day('2026-03-06'), until: day('2026-03-09') }))).toBe('absence-overlaps')
    expect(play.does(actorOf('c'), recordAbsence, absent({ id: 'c', delegate: 'a', from: day('2026-03-05') }))).toBe('delegate-absent')
    expect(play.does(actorOf('a'), recordAbsence, absent({ from: day('2026-03-07'), until: day('2026-03-09') }))).toHaveProperty('absence')
  })

  test('lends no administrator’s rights', () => {
    const play = opened()
    play.does(guard, grantRoles, { id: 'b', roles: ['audit-administrator'] })
    expect(play.does(actorOf('a'), recordAbsence, absent())).toBe('administrator-not-delegated')
  })

  test('ended early, ends for both with yesterday; ended before it began, never was', () => {
    const play = opened()
    const { absence } = play.does(actorOf('a'), recordAbsence, absent()) as { absence: string }
    expect(play.does(actorOf('c'), endAbsence, { id: 'a', absence })).toBe('not-yours')
    expect(play.does(actorOf('a'), endAbsence, { id: 'a', absence: 'none' })).toBe('absence-not-found')
    play.today = day('2026-03-05')
    play.does(actorOf('a'), endAbsence, { id: 'a', absence })
    expect(play.state<Staff>(staffRef('a'))!.absences).toMatchObject([{ from: '2026-03-04', until: '2026-03-04' }])
    expect(principalsOn(play.state<Staff>(staffRef('b'))!, day('2026-03-05'))).toEqual([])
    const later = play.does(actorOf('a'), recordAbsence, absent({ from: day('2026-04-01'), until: day('2026-04-03') })) as { absence: string }
    play.does(actorOf('a'), endAbsence, { id: 'a', absence: later.absence })
    expect(play.state<Staff>(staffRef('a'))!.absences.length).toBe(1)
    expect(play.state<Staff>(staffRef('b'))!.standsIn.length).toBe(1)
  })
})

describe('a password', () => {
  const holder = { login: 'wang', administrator: false }
  test.each([
    ['Chunfeng1', undefined],
    ['春风春Abc12', undefined],
    ['abc-1234', undefined],
    ['Abc1234', 'password-too-short'],
    ['abcdefgh', 'password-too-plain'],
    ['abcd1234', 'password-too-plain'],
    ['WANG-1234x', 'password-has-name'],
    [`Aa1${'x'.repeat(126)}`, 'password-too-long'],
  ])('%s: %s', (password, code) => {
    const checked = checkPasswordRule(password, holder)
    expect(checked.ok ? undefined : checked.refusal.code).toBe(code)
  })
  test('may hold the letters of a sign-in name that is shorter than a word', () => {
    expect(checkPasswordRule('Banshi-2026', { login: 'sh', administrator: false }).ok).toBe(true)
  })
  test('of an administrator has twelve', () => {
    expect(checkPasswordRule('Chunfeng-01', { login: 'x', administrator: true }).ok).toBe(false)
    expect(checkPasswordRule('Chunfeng-012', { login: 'x', administrator: true }).ok).toBe(true)
  })
})
