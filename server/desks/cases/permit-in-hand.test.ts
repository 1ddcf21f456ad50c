import { expect, it } from 'vitest'
import { anItem, aRenewal } from '../../../rules/case/testing/an-item.ts'
import { counterApplication, openCaseBureau } from './testing/case-bureau.ts'

const permit = anItem({ result: { certificate: '测试经营许可证', validMonths: 12 } })
const change = anItem({
  change: {},
  code: 'test-change',
  name: '测试经营许可（变更）',
  result: { certificate: '测试经营许可证', validMonths: null },
})
const renewal = aRenewal({ code: 'test-renewal', name: '测试经营许可（延续）', result: { certificate: '测试经营许可证', validMonths: 12 } })
const grant = { content: '准予经营', conditions: [], opinion: '准予。', ticked: ['lawful'] }

/** A bureau with one permit of the citizen's, granted on 2026-03-02 for a year. */
async function openWithPermit() {
  const bureau = await openCaseBureau([permit, change, renewal])
  const holder = await bureau.citizen()
  const decide = async (id: string) => {
    await bureau.act(await bureau.as('s-chuangkou'), id, 'accept-case')
    await bureau.act(await bureau.as('s-shencha'), id, 'pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' })
    const decider = await bureau.as('s-jueding')
    const { seq } = await bureau.page(decider, id)
    return bureau.act(decider, id, 'grant-case', { ...grant, basedOnSeq: seq })
  }
  const account = holder.id
  const first = await bureau.receive(permit, { account })
  const decision = (await decide(first.id)).body.answer.papers[0]!.number
  const read = async (id: string) => (await (await bureau.citizen()).get(`/my/cases/${id}`, { accept: 'text/html' })).body
  return { bureau, account, first, decision, decide, read }
}

it('a change that another case brings is noted on the permit with day, case and article, for staff and for its holder', async () => {
  const { bureau, account, first, decision, decide, read } = await openWithPermit()
  bureau.clock.set('2026-06-01')
  const asked = await bureau.receive(change, { account })
  const clerk = await bureau.as('s-chuangkou')
  const names = (permit: string | null, how = 'change') => bureau.act(clerk, asked.id, 'name-permit-in-hand', { permit, how })
  expect((await names('秦开审批准字〔2026〕999号')).body.code).toBe('permit-in-hand-not-found')
  // As people type it: other brackets, a space.
  expect((await names(decision.replace('〔', ' (').replace('〕', ')'))).status).toBe(200)
  expect((await bureau.page(clerk, asked.id)).inHand).toMatchObject({ how: 'change', case: first.id, number: first.number, endsOn: '2027-03-01' })
  expect((await bureau.page(clerk, asked.id)).inHandSaid).toEqual({ how: 'change', number: null })
  expect((await names(null)).status).toBe(200)
  expect((await bureau.page(clerk, asked.id)).inHand).toBeNull()
  expect((await names(first.number)).status).toBe(200)
  expect(await read(asked.id)).toContain(`这件申请变更的是“测试经营许可”许可（办件 ${first.number}，行政许可法 第四十九条），有效期至2027年3月1日`)
  expect((await decide(asked.id)).status).toBe(200)
  await bureau.settle()

  const page = await bureau.page(await bureau.as('s-juzhang'), first.id)
  expect(page.permit).toMatchObject({
    standing: 'changed',
    since: '2026-06-01',
    ground: `2026年6月1日由办件${asked.number}变更（行政许可法 第四十九条）`,
    followed: [{ how: 'change', on: '2026-06-01', case: asked.id, article: '行政许可法 第四十九条', from: '2026-06-01', to: '2027-03-01' }],
  })
  expect(page.next).toContain(`该许可已于2026年6月1日由办件${asked.number}变更（行政许可法 第四十九条）`)
  expect(page.timeline.at(-1)!.text).toContain(`由办件${asked.number}变更（行政许可法 第四十九条），自2026年6月1日至2027年3月1日`)
  // Citizen, clerk and director read the same words; it opens for her, for she may see it.
  const words = `2026年6月1日：应被许可人的申请，由办件${asked.number}变更，自2026年6月1日至2027年3月1日有效（行政许可法 第四十九条）。`
  const reason = { about: 'permit', on: '2026-06-01', text: words, article: '行政许可法 第四十九条', case: { id: asked.id, number: asked.number } }
  for (const who of [clerk, await bureau.as('s-juzhang')]) expect((await bureau.page(who, first.id)).reasons).toContainEqual(reason)
  expect(await read(first.id)).toContain(`<li>${words} <a href="/my/cases/${asked.id}">看办件 ${asked.number}</a></li>`)
  const changed = await bureau.page(clerk, asked.id)
  expect(changed.decision?.validity).toEqual({ from: '2026-06-01', to: '2027-03-01' })
  expect(changed.papers.at(-1)).toMatchObject({ kind: 'grant-decision', status: 'typeset' })
  const { rows } = (await clerk.get('/api/cases?state=all')).json<{ rows: { id: string; permit: string }[] }>()
  expect(Object.fromEntries(rows.map(({ id, permit: standing }) => [id, standing]))).toEqual({ [first.id]: 'changed', [asked.id]: 'in-force' })
  // The other case was not applied for by this account: the words stay, the way is closed.
  const elsewhere = await bureau.receive(change)
  await bureau.act(clerk, elsewhere.id, 'name-permit-in-hand', { permit: first.number, how: 'change' })
  expect((await decide(elsewhere.id)).status).toBe(200)
  const closed = await read(first.id)
  expect(closed).toContain(`由办件${elsewhere.number}变更`)
  expect(closed).not.toContain(`/my/cases/${elsewhere.id}`)
})

it('a renewal nobody decided follows the end in the register and not the one on the form; the old permit then stands as renewed', async () => {
  const { bureau, account, first, read } = await openWithPermit()
  bureau.clock.set('2027-02-01')
  const says = { ...counterApplication(renewal).answers, permitEnd: '2027-12-31' }
  const asked = await bureau.receive(renewal, { account, answers: says })
  const clerk = await bureau.as('s-chuangkou')
  await bureau.act(clerk, asked.id, 'name-permit-in-hand', { permit: first.number, how: 'renewal' })
  await bureau.act(clerk, asked.id, 'accept-case')
  expect((await bureau.page(clerk, asked.id)).next).toContain('原许可有效期至2027年3月1日')
  bureau.clock.set('2027-03-02')
  await bureau.fireTimers()
  await bureau.settle()
  const again = await bureau.as('s-chuangkou')
  expect(await bureau.page(again, asked.id)).toMatchObject({
    decision: { title: '视为准予延续', validity: { from: '2027-03-02', to: '2028-03-01' } },
    papers: [{}, {}, { kind: 'renewal-notice', status: 'typeset' }],
  })
  expect((await bureau.page(again, first.id)).permit).toMatchObject({
    standing: 'renewed',
    title: '已延续',
    since: '2027-03-02',
    ground: `由办件${asked.number}延续（行政许可法 第五十条）`,
  })
  expect(await read(first.id)).toContain('已延续')
})

it('a renewal of what was cancelled meanwhile is not deemed granted, and the case says why', async () => {
  const { bureau, account, first } = await openWithPermit()
  bureau.clock.set('2027-02-01')
  const asked = await bureau.receive(renewal, { account, answers: { ...counterApplication(renewal).answers, permitEnd: '2027-03-01' } })
  const clerk = await bureau.as('s-chuangkou')
  await bureau.act(clerk, asked.id, 'name-permit-in-hand', { permit: first.number, how: 'renewal' })
  await bureau.act(clerk, asked.id, 'accept-case')
  expect((await bureau.act(await bureau.as('s-juzhang'), first.id, 'cancel-permit', { ground: 'other', reasons: ['不再经营'] })).status).toBe(200)
  bureau.clock.set('2027-03-02')
  await bureau.fireTimers()
  const page = await bureau.page(await bureau.as('s-chuangkou'), asked.id)
  expect(page).toMatchObject({ phase: 'in-review', decision: null })
  expect(page.next).toContain('原许可已于2027年2月1日终止，不能延续，也不视为准予延续')
  expect(page.timeline.at(-1)).toMatchObject({ title: '原许可已经终止，不视为准予延续', who: '系统', text: '原许可已于2027年2月1日终止' })
})
