import { describe, expect, test } from 'vitest'
import type { Actor, SubjectKind } from '../act.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { uniqueKind } from '../unique.ts'
import {
  type Citizen,
  changePhone,
  citizenKind,
  citizenRef,
  closeCitizenAccount,
  declareRealName,
  isNameForm,
  registerCitizen,
  verifyCitizen,
} from './citizen.ts'
import { claimFirm, type Firm, firmKind, firmRef, grantAgency, mayActFor, revokeAgency, verifyRepresentative } from './firm.ts'
import { openPlay } from './testing/play.ts'

const day = (text: string) => text as PlainDate
const system: Actor = { kind: 'system', id: 'sign-in', name: '', roles: [] }
const clerk: Actor = { kind: 'staff', id: 'w', name: '王敏', roles: ['window-clerk'] }
const person = (id: string): Actor => ({ kind: 'citizen', id, name: '', roles: [] })
const residentId = '11010519491231002X'
const uscc = '91350100M000100Y43'

function opened(people = 3) {
  const play = openPlay([citizenKind, firmKind, uniqueKind] as readonly SubjectKind[], day('2026-03-02'))
  const ids = Array.from(
    { length: people },
    (_, n) => (play.does(system, registerCitizen, { phone: `1380000000${n}`, phoneDigest: `d${n}` }) as { id: string }).id,
  )
  const declare = (id: string) => play.does(person(id), declareRealName, { id, name: '张三', residentId, level: 1 })
  return { play, ids, declare }
}

describe('a citizen', () => {
  test('has one account per phone, made only by the door', () => {
    const { play } = opened(1)
    expect(play.does(system, registerCitizen, { phone: '13800000000', phoneDigest: 'd0' })).toBe('phone-taken')
    expect(play.does(clerk, registerCitizen, { phone: '13900000000', phoneDigest: 'd9' })).toBe('not-permitted')
  })

  test('leaves name, number and phone in personal parts alone', () => {
    const { play, ids, declare } = opened(1)
    declare(ids[0]!)
    play.does(clerk, verifyCitizen, { id: ids[0]!, name: '张三', residentId, document: '居民身份证' })
    for (const { data } of play.entries) expect(JSON.stringify(data)).not.toMatch(/张三|11010519491231002X|13800000000/)
    expect(play.state<Citizen>(citizenRef(ids[0]!))).toMatchObject({ level: 2, name: '张三', residentId, phone: '13800000000' })
  })

  test('declares only for themselves, in sound form, and not over what was verified', () => {
    const { play, ids } = opened(2)
    const [a, b] = ids as [string, string]
    const declare = (actor: string, more: object) => play.does(person(actor), declareRealName, { id: a, name: '张三', residentId, level: 1, ...more })
    expect(declare(b, {})).toBe('not-yours')
    expect(declare(a, { residentId: '110105194912310021' })).toBe('resident-id-invalid')
    expect(declare(a, { name: '张3' })).toBe('name-invalid')
    expect(declare(a, {})).toEqual({ level: 1 })
    expect(play.does(person(a), verifyCitizen, { id: a, name: '张三', residentId, document: '身份证' })).toBe('not-permitted')
    play.does(clerk, verifyCitizen, { id: a, name: '张三', residentId, document: '身份证' })
    expect(declare(a, {})).toBe('real-name-verified-already')
  })

  test('moves to another phone and frees the old one; closing frees it too', () => {
    const { play, ids } = opened(2)
    const [a, b] = ids as [string, string]
    expect(play.does(system, changePhone, { id: a, phone: '13800000001', phoneDigest: 'd1' })).toBe('phone-taken')
    play.does(system, changePhone, { id: a, phone: '13700000000', phoneDigest: 'd7' })
    expect(play.does(system, registerCitizen, { phone: '13800000000', phoneDigest: 'd0' })).toHaveProperty('id')
    expect(play.does(person(a), closeCitizenAccount, { id: b, reason: '不用了' })).toBe('not-yours')
    play.does(person(b), closeCitizenAccount, { id: b, reason: '不用了' })
    expect(play.does(person(b), closeCitizenAccount, { id: b, reason: '不用了' })).toBe('citizen-not-found')
    expect(play.does(system, registerCitizen, { phone: '13800000001', phoneDigest: 'd1' })).toHaveProperty('id')
  })

  test.each([
    ['张三', true],
    ['阿卜杜拉·买买提', true],
    ['𠮷田䶮', true],
    ['John Smith', true],
    ["O'Neil", true],
    ['张', false],
    ['张 三', false],
    ['·张三', false],
    ['张三1', false],
    ['<b>张</b>', false],
  ])('name %s: %s', (name, fits) => expect(isNameForm(name)).toBe(fits))
})

describe('a firm', () => {
  function withFirm() {
    const { play, ids, declare } = opened()
    ids.forEach(declare)
    const [head, agent, other] = ids as [string, string, string]
    play.does(person(head), claimFirm, { uscc, name: '某公司', citizen: head })
    const firm = () => play.state<Firm>(firmRef(uscc))
    return { play, head, agent, other, firm }
  }

  test('is claimed only with a real name and a sound code', () => {
    const { play, ids } = opened(2)
    const [a, b] = ids as [string, string]
    expect(play.does(person(a), claimFirm, { uscc, name: '某公司', citizen: a })).toBe('real-name-needed')
    play.does(person(a), declareRealName, { id: a, name: '张三', residentId, level: 1 })
    expect(play.does(person(a), claimFirm, { uscc: '911100001000002837', name: '某公司', citizen: a })).toBe('uscc-invalid')
    expect(play.does(person(b), claimFirm, { uscc, name: '某公司', citizen: a })).toBe('not-yours')
    expect(play.does(person(a), claimFirm, { uscc, name: '某公司', citizen: a })).toEqual({ uscc })
    expect(play.does(person(a), claimFirm, { uscc, name: '某公司', citizen: a })).toBe('firm-claimed-already')
  })

  test('is acted for by its agent within items and days, the last day included', () => {
    const { play, head, agent, other, firm } = withFirm()
    const { id } = play.does(person(head), grantAgency, { uscc, agent, items: ['food'], until: day('2026-03-10') }) as { id: string }
    const may = (citizen: string, item: string, on: string) => mayActFor(firm(), citizen, item, day(on))
    expect([
      may(agent, 'food', '2026-03-10'),
      may(agent, 'food', '2026-03-11'),
      may(agent, 'water', '2026-03-10'),
      may(other, 'food', '2026-03-10'),
    ]).toEqual([true, false, false, false])
    expect(may(head, 'water', '2030-01-01')).toBe(true)
    expect(play.does(person(other), revokeAgency, { uscc, id })).toBe('not-representative')
    play.does(person(agent), revokeAgency, { uscc, id })
    expect(may(agent, 'food', '2026-03-05')).toBe(false)
    expect(mayActFor(undefined, head, 'food', day('2026-03-05'))).toBe(false)
  })

  test.each<[string, { agent?: string; until?: PlainDate; items?: string[] }, string]>([
    ['oneself', { agent: 'head' }, 'agent-is-self'],
    ['nobody known', { agent: 'z' }, 'agent-not-found'],
    ['a day gone by', { until: day('2026-03-01') }, 'agency-over'],
    ['no item', { items: [] }, 'agency-without-items'],
  ])('gives no agency to %s', (_what, more, code) => {
    const { play, head, agent } = withFirm()
    const input = { uscc, agent, items: 'all' as const, until: day('2026-12-31'), ...more, ...(more.agent === 'head' ? { agent: head } : {}) }
    expect(play.does(person(head), grantAgency, input)).toBe(code)
  })

  test('listens to the verified representative alone: the unverified claim and its agencies fall', () => {
    const { play, head, agent, other, firm } = withFirm()
    play.does(person(head), grantAgency, { uscc, agent, items: 'all', until: day('2026-12-31') })
    expect(play.does(person(other), verifyRepresentative, { uscc, name: '某公司', citizen: other, document: '营业执照' })).toBe('not-permitted')
    play.does(clerk, verifyRepresentative, { uscc, name: '某某公司', citizen: other, document: '营业执照' })
    expect(firm()!.name).toBe('某某公司')
    expect(mayActFor(firm(), head, 'food', day('2026-03-05'))).toBe(false)
    expect(mayActFor(firm(), agent, 'food', day('2026-03-05'))).toBe(false)
    expect(mayActFor(firm(), other, 'food', day('2026-03-05'))).toBe(true)
    expect(play.does(person(head), grantAgency, { uscc, agent, items: 'all', until: day('2026-12-31') })).toBe('not-representative')
    expect(play.does(person(head), claimFirm, { uscc, name: '某公司', citizen: head })).toBe('firm-claimed-already')
  })
})
