import { beforeAll, describe, expect, it } from 'vitest'
import { anItem } from '../../../rules/case/testing/an-item.ts'
import { type CaseBureau, openCaseBureau } from './testing/case-bureau.ts'

let bureau: CaseBureau
beforeAll(async () => {
  bureau = await openCaseBureau()
})

describe('a case walks from the counter to the decision', () => {
  it('received, accepted, reviewed by another person, granted by a third', async () => {
    const received = await bureau.receive(anItem())
    expect(received.number).toMatch(/^1303712002\d{14}$/)
    expect(received.papers.map(({ kind, number }) => [kind, number])).toEqual([['receipt', '秦开审批收字〔2026〕1号']])

    const clerk = await bureau.as('s-chuangkou')
    const accepted = await bureau.act(clerk, received.id, 'accept-case', {}, 'accept-0001')
    expect(accepted.status, JSON.stringify(accepted.body)).toBe(200)
    expect(accepted.body.answer).toMatchObject({ phase: 'in-review' })

    const reviewer = await bureau.as('reviewer')
    const seen = await bureau.page(reviewer, received.id)
    expect(seen.acts.map(({ act }) => act)).toContain('pass-step')
    expect(seen.legs.find(({ name }) => name === 'review')).toMatchObject({
      statutory: { due: '2026-03-30' },
      promised: { due: '2026-03-16' },
      light: 'green',
    })
    expect(seen.applicant.idNumber).toBe('110***********002X')
    const passed = await bureau.act(reviewer, received.id, 'pass-step', { seq: seen.seq, step: 'review', ticked: ['place'], opinion: '符合条件。' })
    expect(passed.status, JSON.stringify(passed.body)).toBe(200)

    const decider = await bureau.as('decision-maker')
    const before = await bureau.page(decider, received.id)
    const granted = await bureau.act(decider, received.id, 'grant-case', {
      basedOnSeq: before.seq,
      content: '准予从事测试经营',
      conditions: [],
      opinion: '准予。',
      ticked: ['lawful'],
    })
    expect(granted.status, JSON.stringify(granted.body)).toBe(200)
    const after = await bureau.page(decider, received.id)
    expect(after).toMatchObject({
      phase: 'granted',
      decision: { outcome: 'granted', by: '陈志远', validity: { from: '2026-03-02', to: '2031-03-01' } },
    })
    expect(after.legs.find(({ name }) => name === 'service')).toMatchObject({ statutory: { due: '2026-03-16', days: 10 } })
    expect(after.papers.map(({ kind }) => kind)).toEqual(['receipt', 'acceptance-notice', 'grant-decision'])
    expect(after.timeline.map(({ title }) => title)).toEqual(['窗口收件', '受理', '环节通过', '作出准予决定'])
  })

  it('gives the same answer to the same command twice, and tells the second clerk who was first', async () => {
    const { id } = await bureau.receive(anItem())
    const [one, two] = [await bureau.as('s-chuangkou'), await bureau.as('s-chuangkou2')]
    const [first, second] = await Promise.all([
      bureau.act(one, id, 'accept-case', {}, 'clerk-one-1'),
      bureau.act(two, id, 'accept-case', {}, 'clerk-two-1'),
    ])
    const winner = [first, second].find(({ status }) => status === 200)!
    const loser = [first, second].find(({ status }) => status !== 200)!
    expect(loser.body.code).toBe('case-already-accepted')
    expect(loser.body.title).toContain(winner === first ? '由王敏于' : '由李娜于')
    const again =
      winner === first ? await bureau.act(one, id, 'accept-case', {}, 'clerk-one-1') : await bureau.act(two, id, 'accept-case', {}, 'clerk-two-1')
    expect(again).toMatchObject({ status: 200, body: { replayed: true, answer: winner.body.answer } })
  })
})
