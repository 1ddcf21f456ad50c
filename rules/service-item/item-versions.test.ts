import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Act, ActContext, Actor, BookEntry, Loaded } from '../act.ts'
import { type Office, officeRef } from '../people/office.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { approveItemVersion, returnItemVersion } from './approve-item-version.ts'
import { draftItemVersion } from './draft-item-version.ts'
import { diffItems } from './item-diff.ts'
import type { ServiceItem } from './item.ts'
import { type ItemState, itemKind, versionInForce } from './item-state.ts'
import { type ItemVersionState, itemVersionKind } from './item-version-state.ts'
import { proposeItemVersion } from './propose-item-version.ts'
import { loadOpeningItem, publishItemVersion } from './publish-item-version.ts'
import { itemRef, itemVersionRef } from './refs.ts'
import { officeFindings } from './validate-office.ts'
import { dropItemRetirement, proposeItemRetirement, retireItem, retireItemVersion } from './retire-item.ts'

const item = JSON.parse(readFileSync(new URL('../../data/items/food-business-permit.json', import.meta.url), 'utf8')) as ServiceItem
const { code } = item
const editor: Actor = { kind: 'staff', id: 'e1', name: '编辑甲', roles: ['catalogue-editor'] }
const approver: Actor = { kind: 'staff', id: 'a1', name: '审核乙', roles: ['catalogue-approver'] }
const both: Actor = { kind: 'staff', id: 'b1', name: '兼任丙', roles: ['catalogue-editor', 'catalogue-approver'] }
const system: Actor = { kind: 'system', id: 'seed', name: '系统', roles: [] }
const day = (text: string) => text as PlainDate

/** A book in memory that folds as the writer does: entries of one act, one after another. */
function book() {
  const states = new Map<string, unknown>()
  const kinds = { [itemKind.kind]: itemKind, [itemVersionKind.kind]: itemVersionKind } as Record<
    string,
    { fold(state: unknown, entry: BookEntry): unknown }
  >
  let position = 0
  const keyOf = (ref: { kind: string; id: string }) => `${ref.kind}/${ref.id}`
  const act = <I>(what: Act<I>, input: I, actor: Actor, today = '2026-03-02') => {
    const context = {
      bureau: 'b',
      actId: 'a',
      newId: String,
      now: `${today}T09:00:00+08:00`,
      today: day(today),
      actor,
      channel: 'console',
    } as unknown as ActContext
    const asked = new Set<string>()
    const none: Loaded = () => undefined
    let needs = what.needs(input, none, actor)
    for (let round = 0; round < 2; round++) {
      for (const ref of needs) asked.add(keyOf(ref))
      needs = what.needs(input, (ref) => states.get(keyOf(ref)) as never, actor)
    }
    const decision = what.decide(
      input,
      (ref) => {
        if (!asked.has(keyOf(ref))) throw new Error(`${what.name} did not ask for ${keyOf(ref)}`)
        return states.get(keyOf(ref)) as never
      },
      context,
    )
    if ('refusal' in decision) return decision.refusal.code
    for (const entry of decision.entries) {
      const key = keyOf(entry.subject)
      if (!asked.has(key)) throw new Error(`${what.name} writes in ${key} without having asked for it`)
      const kept: BookEntry = { ...entry, position: ++position, seq: 1, actId: 'a', occurredAt: context.now, actor, channel: 'console' }
      states.set(key, kinds[entry.subject.kind]!.fold(states.get(key), kept))
    }
    return decision.answer
  }
  const office = (more: Partial<Office> | undefined) =>
    states.set(
      keyOf(officeRef(item.office)),
      more && { name: '经营许可科', kind: 'department', parent: null, unitCode: '', divisionCode: '', closed: false, ...more },
    )
  office({})
  const line = () => states.get(keyOf(itemRef(code))) as ItemState | undefined
  const version = (n: number) => states.get(keyOf(itemVersionRef(code, n))) as ItemVersionState | undefined
  return { act, item: line, version, office }
}

const drafted = (more: Partial<ServiceItem> = {}) => ({ item: { ...item, ...more }, note: '修改', source: 'editor' as const })

describe('a version of an item', () => {
  it('goes from draft to publication by two people and comes into force on its day', () => {
    const b = book()
    expect(b.act(draftItemVersion, drafted(), editor)).toEqual({ code, version: 1 })
    expect(b.act(approveItemVersion, { code, version: 1 }, approver)).toBe('item-version-in-other-state')
    expect(b.act(proposeItemVersion, { code, version: 1 }, editor)).toEqual({ status: 'proposed' })
    expect(b.act(publishItemVersion, { code, version: 1, effectiveFrom: day('2026-03-09') }, approver)).toBe('item-version-in-other-state')
    expect(b.act(approveItemVersion, { code, version: 1 }, approver)).toEqual({ status: 'approved' })
    expect(b.act(publishItemVersion, { code, version: 1, effectiveFrom: day('2026-03-01') }, approver)).toBe('item-date-past')
    expect(b.act(publishItemVersion, { code, version: 1, effectiveFrom: day('2026-03-09') }, approver)).toEqual({ effectiveFrom: '2026-03-09' })
    expect(versionInForce(b.item(), day('2026-03-08'))).toBeUndefined()
    expect(versionInForce(b.item(), day('2026-03-09'))).toBe(1)
  })

  it('is never approved by somebody who wrote in it or proposed it', () => {
    const b = book()
    b.act(draftItemVersion, drafted(), both)
    b.act(draftItemVersion, { ...drafted({ visits: 2 }), version: 1 }, editor)
    b.act(proposeItemVersion, { code, version: 1 }, editor)
    expect(b.act(approveItemVersion, { code, version: 1 }, both)).toBe('item-second-person-needed')
    expect(b.act(approveItemVersion, { code, version: 1 }, approver)).toEqual({ status: 'approved' })
  })

  it('asks for the right role', () => {
    const b = book()
    expect(b.act(draftItemVersion, drafted(), approver)).toBe('not-permitted')
    b.act(draftItemVersion, drafted(), editor)
    expect(b.act(proposeItemVersion, { code, version: 1 }, approver)).toBe('not-permitted')
    b.act(proposeItemVersion, { code, version: 1 }, editor)
    expect(b.act(approveItemVersion, { code, version: 1 }, editor)).toBe('not-permitted')
  })

  it('cannot be proposed for an office that the bureau does not have, or has closed', () => {
    const b = book()
    b.act(draftItemVersion, drafted(), editor)
    for (const [office, sentence] of [
      [undefined, '本局没有 business-permits 这个科室'],
      [{ closed: true }, '承办科室“经营许可科”已经撤销'],
    ] as const) {
      b.office(office)
      expect(b.act(proposeItemVersion, { code, version: 1 }, editor)).toBe('item-not-sound')
      expect(officeFindings(item, office && { name: '经营许可科', closed: true })[0]!.sentence).toContain(sentence)
    }
    b.office({})
    expect(b.act(proposeItemVersion, { code, version: 1 }, editor)).toEqual({ status: 'proposed' })
  })

  it('cannot be proposed while a rule speaks against it, nor drafted without the shape of an item', () => {
    const b = book()
    b.act(draftItemVersion, drafted({ basis: [] }), editor)
    expect(b.act(proposeItemVersion, { code, version: 1 }, editor)).toBe('item-not-sound')
    expect(b.act(draftItemVersion, drafted({ visits: -1 }), editor)).toBe('item-malformed')
  })

  it('goes back to the editor with a reason, and the returned draft can be written again', () => {
    const b = book()
    b.act(draftItemVersion, drafted(), editor)
    b.act(proposeItemVersion, { code, version: 1 }, editor)
    expect(b.act(returnItemVersion, { code, version: 1, reason: ' ' }, approver)).toBe('item-reason-needed')
    b.act(returnItemVersion, { code, version: 1, reason: '承诺时限写错' }, approver)
    expect(b.version(1)).toMatchObject({ status: 'draft', reason: '承诺时限写错' })
    expect(b.act(draftItemVersion, { ...drafted({ visits: 1 }), version: 1 }, editor)).toEqual({ code, version: 1 })
  })

  it('never changes once published: a rewrite is refused, a new draft takes the next number', () => {
    const b = book()
    b.act(loadOpeningItem, { item, effectiveFrom: day('2020-01-01') }, system)
    expect(b.act(draftItemVersion, { ...drafted({ visits: 3 }), version: 1 }, editor)).toBe('item-version-in-other-state')
    expect(b.act(draftItemVersion, drafted({ visits: 3 }), editor)).toEqual({ code, version: 2 })
    expect(b.version(1)!.item.visits).toBe(item.visits)
    expect(versionInForce(b.item(), day('2026-03-02'))).toBe(1)
  })

  it('of a product upgrade is a draft beside what is in force, and none where nothing changed', () => {
    const b = book()
    b.act(loadOpeningItem, { item, effectiveFrom: day('2020-01-01') }, system)
    expect(b.act(draftItemVersion, { ...drafted(), source: 'upgrade' }, system)).toBe('item-version-unchanged')
    expect(b.act(draftItemVersion, { ...drafted({ visits: 3 }), source: 'upgrade' }, system)).toEqual({ code, version: 2 })
    expect(b.version(2)).toMatchObject({ status: 'draft', source: 'upgrade' })
    expect(b.act(loadOpeningItem, { item, effectiveFrom: day('2020-01-01') }, system)).toBe('item-already-in-book')
    expect(b.act(loadOpeningItem, { item, effectiveFrom: day('2020-01-01') }, editor)).toBe('not-permitted')
  })

  it('takes over from its predecessor on its day, and can be taken back before it', () => {
    const b = book()
    b.act(loadOpeningItem, { item, effectiveFrom: day('2020-01-01') }, system)
    b.act(draftItemVersion, drafted({ visits: 3 }), editor)
    b.act(proposeItemVersion, { code, version: 2 }, editor)
    b.act(approveItemVersion, { code, version: 2 }, approver)
    b.act(publishItemVersion, { code, version: 2, effectiveFrom: day('2026-04-01') }, approver)
    expect([day('2026-03-31'), day('2026-04-01')].map((on) => versionInForce(b.item(), on))).toEqual([1, 2])
    expect(b.act(retireItemVersion, { code, version: 2, reason: '推迟' }, approver, '2026-04-01')).toBe('item-version-in-force')
    expect(b.act(retireItemVersion, { code, version: 2, reason: '推迟' }, editor)).toBe('not-permitted')
    expect(b.act(retireItemVersion, { code, version: 2, reason: '推迟' }, approver)).toEqual({ status: 'retired' })
    expect(versionInForce(b.item(), day('2026-04-01'))).toBe(1)
  })

  it('ends with its item, and not before the day', () => {
    const b = book()
    b.act(loadOpeningItem, { item, effectiveFrom: day('2020-01-01') }, system)
    const end = { code, from: day('2026-05-01'), reason: '目录取消' }
    expect(b.act(proposeItemRetirement, end, editor)).toEqual({ from: '2026-05-01' })
    expect([day('2026-04-30'), day('2026-05-01')].map((on) => versionInForce(b.item(), on))).toEqual([1, 1])
    expect(b.act(retireItem, { code }, approver)).toEqual({ from: '2026-05-01' })
    expect([day('2026-04-30'), day('2026-05-01')].map((on) => versionInForce(b.item(), on))).toEqual([1, undefined])
    expect(b.act(retireItem, { code }, approver)).toBe('item-already-retired')
    expect(b.act(proposeItemRetirement, end, editor)).toBe('item-already-retired')
    expect(b.item()).not.toHaveProperty('retirement')
  })

  it('is ended by two people, or not at all', () => {
    const b = book()
    b.act(loadOpeningItem, { item, effectiveFrom: day('2020-01-01') }, system)
    const end = { code, from: day('2026-05-01'), reason: '目录取消' }
    expect(b.act(retireItem, { code }, approver)).toBe('item-retirement-not-proposed')
    expect(b.act(dropItemRetirement, { code, reason: '误提' }, editor)).toBe('item-retirement-not-proposed')
    expect(b.act(proposeItemRetirement, end, approver)).toBe('not-permitted')
    expect(b.act(proposeItemRetirement, { ...end, code: 'no-such' }, editor)).toBe('item-not-found')
    expect(b.act(proposeItemRetirement, { ...end, from: day('2026-13-01') }, editor)).toBe('item-date-unknown')
    expect(b.act(proposeItemRetirement, { ...end, from: day('2026-03-01') }, editor)).toBe('item-date-past')
    expect(b.act(proposeItemRetirement, { ...end, reason: ' ' }, editor)).toBe('item-reason-needed')
    expect(b.act(proposeItemRetirement, end, both)).toEqual({ from: '2026-05-01' })
    expect(b.act(proposeItemRetirement, end, editor)).toBe('item-retirement-proposed')
    expect(b.act(retireItem, { code }, both)).toBe('item-second-person-needed')
    expect(b.act(retireItem, { code }, editor)).toBe('not-permitted')
    expect(b.act(retireItem, { code }, approver, '2026-05-02')).toBe('item-date-past')
    expect(b.act(dropItemRetirement, { code, reason: '' }, approver)).toBe('item-reason-needed')
    expect(b.act(dropItemRetirement, { code, reason: '仍需办理' }, approver)).toEqual({ status: 'published' })
    expect(b.act(retireItem, { code }, approver)).toBe('item-retirement-not-proposed')
    expect(versionInForce(b.item(), day('2026-06-01'))).toBe(1)
  })
})

describe('what a product upgrade brings', () => {
  const upgraded = { ...item, visits: 3 }
  const bring = (what: ServiceItem) => ({ item: what, note: '产品 0.2.0 版随附', source: 'upgrade' as const })
  const opened = () => {
    const { act, version, item: line } = book()
    act(loadOpeningItem, { item, effectiveFrom: day('2015-01-01') }, system)
    return { act, version, line }
  }

  it('is nothing where the product brings what it brought before, in whatever order its fields stand', () => {
    const { act, version } = opened()
    const turned = Object.fromEntries(Object.entries(item).reverse()) as unknown as ServiceItem
    expect(act(draftItemVersion, bring(turned), system)).toBe('item-version-unchanged')
    expect(version(2)).toBeUndefined()
  })

  it('is a draft once, beside what is in force, though an editor then rewrites it', () => {
    const { act, version, line } = opened()
    act(draftItemVersion, bring(upgraded), system)
    expect(version(2)).toMatchObject({ status: 'draft', source: 'upgrade', note: '产品 0.2.0 版随附', item: { visits: 3 } })
    expect(versionInForce(line(), day('2026-03-02'))).toBe(1)
    act(draftItemVersion, { item: { ...upgraded, visits: 4 }, note: '改过', source: 'editor', version: 2 }, editor)
    expect(act(draftItemVersion, bring(upgraded), system)).toBe('item-version-unchanged')
    act(draftItemVersion, bring({ ...upgraded, visits: 5 }), system)
    expect(version(3)).toMatchObject({ source: 'upgrade', item: { visits: 5 } })
  })

  it('leaves alone what the bureau made of its own, and says so where the product changed too', () => {
    const { act, version, line } = opened()
    act(draftItemVersion, { item: { ...item, visits: 2 }, note: '本局两次', source: 'editor' }, editor)
    act(proposeItemVersion, { code, version: 2 }, editor)
    act(approveItemVersion, { code, version: 2 }, approver)
    act(publishItemVersion, { code, version: 2, effectiveFrom: day('2026-03-02') }, approver)
    expect(act(draftItemVersion, bring(item), system)).toBe('item-version-unchanged')
    act(draftItemVersion, bring(upgraded), system)
    expect(version(3)?.note).toBe('产品 0.2.0 版随附；本局改过这个事项，请对照差异取舍')
    expect(versionInForce(line(), day('2026-03-02'))).toBe(2)
  })

  it('is nothing for an item that was retired', () => {
    const { act } = opened()
    act(proposeItemRetirement, { code, from: day('2026-03-10'), reason: '划转' }, editor)
    act(retireItem, { code }, approver)
    expect(act(draftItemVersion, bring(upgraded), system)).toBe('item-version-unchanged')
  })
})

describe('the difference of two versions', () => {
  const spoken = (after: ServiceItem) => diffItems(item, after).map((one) => `${one.kind} ${one.title}：${one.before ?? ''} → ${one.after ?? ''}`)
  it('is empty for the same content under another number and in another order of keys', () => {
    const turned = Object.fromEntries(Object.entries(item).reverse()) as unknown as ServiceItem
    expect(spoken({ ...turned, version: 9 })).toEqual([])
  })
  it('is told field by field in Chinese, members matched by id', () => {
    const [first, second, ...rest] = item.materials
    const after: ServiceItem = {
      ...item,
      limits: { ...item.limits, promised: { ...item.limits.promised, days: 5 } },
      materials: [{ ...second!, originals: 2 }, ...rest],
      aliases: [...item.aliases, '开茶馆'],
      fee: { charged: true, standard: '每证10元', basis: '某价〔2020〕1号' },
    }
    const told = spoken(after)
    expect(told).toContain('changed 时限 · 承诺时限 · 时长：7 → 5')
    expect(told).toContain(`changed 申请材料 · ${second!.name} · 原件份数：0 → 2`)
    expect(told).toContain('added 俗称： → 开茶馆')
    expect(told.some((line) => line.startsWith(`removed 申请材料 · ${first!.name}`))).toBe(true)
    expect(told).toContain('changed 收费 · 是否收费：否 → 是')
    expect(told).toHaveLength(7)
  })
  it('notices a new order of steps', () => {
    expect(spoken({ ...item, steps: [...item.steps].reverse() })).toEqual(['changed 办理环节 · 顺序：review、decision → decision、review'])
  })
})
