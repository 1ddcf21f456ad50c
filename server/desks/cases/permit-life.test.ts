import { describe, expect, it } from 'vitest'
import { anItem } from '../../../rules/case/testing/an-item.ts'
import { openCaseBureau } from './testing/case-bureau.ts'

const item = anItem({ publicSafety: true })
const grant = { content: '准予经营', conditions: [], opinion: '准予。', ticked: ['lawful'] }

describe('a permit that was granted, over the doors', () => {
  it('is announced to be revoked, answered by its holder, revoked and cancelled; everybody sees how it stands', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    await bureau.act(await bureau.as('s-chuangkou'), id, 'accept-case')
    await bureau.act(await bureau.as('s-shencha'), id, 'pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' })
    const decider = await bureau.as('s-jueding')
    const { legs: _, ...before } = await bureau.page(decider, id)
    const done = await bureau.act(decider, id, 'grant-case', { ...grant, basedOnSeq: before.seq })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    const [paper] = done.body.answer.papers
    await bureau.settle()
    expect((await bureau.stranger.get(`/verify/${paper!.id}`)).body).toContain('许可现在：有效')
    const head = await bureau.as('s-juzhang')
    expect((await bureau.page(head, id)).permit).toEqual({
      standing: 'in-force',
      title: '有效',
      since: null,
      ground: null,
      validTo: null,
      followed: [],
      changes: [],
    })
    const told = { ground: 'fraud', facts: '租赁合同系伪造', replyDays: 5 }
    for (const who of ['s-chuangkou', 's-shencha', 's-jueding'])
      expect((await bureau.act(await bureau.as(who), id, 'tell-intended-measure', told)).body.code, who).toMatch(/^(not-permitted|act-not-for-role)$/)
    expect((await bureau.act(head, id, 'tell-intended-measure', told)).status).toBe(200)
    const clerk = await bureau.as('s-chuangkou')
    await bureau.act(clerk, id, 'make-statement', { statement: '合同是真的。' })
    const { statements, measures, next } = await bureau.page(head, id)
    expect(measures).toMatchObject([{ kind: 'revocation', facts: '租赁合同系伪造', ended: null }])
    expect(next).toContain('本局拟撤销该许可，可以陈述、申辩')
    await bureau.act(head, id, 'answer-statement', { statement: statements[0]!.id, accepted: false, reasons: '出租人否认。' })
    const revoked = await bureau.act(head, id, 'revoke-permit', { reasons: ['租赁合同系伪造'], publicInterestWeighed: true })
    expect(revoked.status, JSON.stringify(revoked.body)).toBe(200)
    await bureau.settle()
    const page = await bureau.page(head, id)
    expect(page).toMatchObject({ permit: { standing: 'revoked', title: '已撤销', since: '2026-03-02' }, barredUntil: '2029-03-02' })
    expect(page.papers.filter(({ status }) => status === 'failed')).toEqual([])
    expect((await bureau.stranger.get(`/verify/${paper!.id}`)).body).toContain('许可现在：已撤销')
    // Who applies again is turned away at once and in writing; the number lies in no list and in no entry's data.
    const again = await bureau.receive(item)
    expect(again).toMatchObject({ phase: 'declined', papers: [{ kind: 'receipt' }, { kind: 'decline-decision' }] })
    await bureau.settle()
    const away = await bureau.page(clerk, again.id)
    expect(away.papers.map(({ status }) => status)).toEqual(['typeset', 'typeset'])
    expect(away.decision).toMatchObject({ outcome: 'declined', by: '王敏' })
    expect(away.decision!.reasons[0]).toContain('在2029年3月2日以前（含当日）不得再次申请')
    expect(away.timeline.map(({ type }) => type)).toEqual(['application-received', 'case-declined'])
    const { rows } = await bureau.database.query<{ data: string }>(
      `select data::text as data from journal where bureau = $1 and subject_kind = 'bar-list'`,
      [bureau.bureau],
    )
    expect(rows.map(({ data }) => data).join()).not.toContain('11010519491231002X')
    expect((await bureau.act(head, id, 'cancel-permit', { ground: 'revoked', reasons: ['已经撤销'] })).status).toBe(200)
    expect((await bureau.page(head, id)).permit).toMatchObject({ standing: 'cancelled', title: '已注销' })
    // Lifted: the number is gone from the book, and the applicant may apply.
    expect((await bureau.act(head, id, 'lift-bar', { reason: '复议撤销了决定' })).status).toBe(200)
    const kept = await bureau.database.query(
      `select 1 from personal p join journal j using (bureau, position) where bureau = $1 and j.subject_kind = 'bar-list'`,
      [bureau.bureau],
    )
    expect(kept.rows).toEqual([])
    expect((await bureau.receive(item)).phase).toBe('pre-review')
  })

  it('is suspended and given back by another organ, withdrawn for the public interest and cancelled; who looks it up sees each', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    const [clerk, reviewer] = [await bureau.as('s-chuangkou'), await bureau.as('s-shencha')]
    let head = await bureau.as('s-juzhang')
    await bureau.act(clerk, id, 'accept-case')
    await bureau.act(reviewer, id, 'pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' })
    const decider = await bureau.as('s-jueding')
    const done = await bureau.act(decider, id, 'grant-case', { ...grant, basedOnSeq: (await bureau.page(decider, id)).seq })
    const address = `/verify/${done.body.answer.papers[0]!.id}`
    await bureau.settle()
    const shown = async () => (await bureau.stranger.get(address)).body

    const penalty = {
      penalty: 'suspension',
      organ: '开发区市场监督管理局',
      number: '秦开市监罚〔2026〕3号',
      decidedOn: '2026-03-02',
      until: '2026-03-31',
    }
    // A penalty is noted by whoever reviews such permits or the head, not at the counter.
    expect((await bureau.act(clerk, id, 'record-penalty', penalty)).status).toBe(403)
    expect((await bureau.act(reviewer, id, 'record-penalty', { ...penalty, organ: '' })).status).toBe(400)
    expect((await bureau.act(reviewer, id, 'record-penalty', penalty)).status).toBe(200)
    expect((await bureau.page(head, id)).permit).toMatchObject({ standing: 'suspended', since: '2026-03-02' })
    const suspended = await shown()
    expect(suspended).toContain('许可现在：暂扣期间，不得使用')
    expect(suspended).toContain('开发区市场监督管理局2026年3月2日决定（秦开市监罚〔2026〕3号），自2026年3月2日起至2026年3月31日')
    expect(suspended).not.toContain('note good')
    expect((await bureau.page(head, id)).next).toContain('许可证件暂扣期间不得使用')
    expect((await bureau.act(reviewer, id, 'lift-suspension', { liftedOn: '2026-03-02', number: '秦开市监〔2026〕9号' })).status).toBe(200)
    expect(await shown()).toContain('许可现在：有效')

    const told = { ground: 'circumstances-changed', facts: '地块划入水源保护区', replyDays: 1 }
    expect((await bureau.act(head, id, 'tell-intended-measure', told)).status).toBe(200)
    expect((await bureau.page(head, id)).next).toContain('本局拟撤回该许可，可以陈述、申辩')
    // A session ends when nobody moves for long.
    bureau.clock.set('2026-03-04')
    head = await bureau.as('s-juzhang')
    const compensation = { loss: true, words: '装修损失三万六千元，三十日内支付' }
    const withdraw = { reasons: ['地块划入水源保护区'], publicInterest: '饮用水安全', compensation }
    expect((await bureau.act(head, id, 'withdraw-permit', { ...withdraw, compensation: { loss: true, words: ' ' } })).body.code).toBe(
      'compensation-missing',
    )
    const withdrawn = await bureau.act(head, id, 'withdraw-permit', withdraw)
    expect(withdrawn.status, JSON.stringify(withdrawn.body)).toBe(200)
    expect(withdrawn.body.answer.papers).toMatchObject([{ kind: 'withdrawal-decision', number: expect.stringContaining('撤回字〔2026〕1号') }])
    await bureau.settle()
    expect(await shown()).toContain('许可现在：已撤回')
    expect((await bureau.act(head, id, 'cancel-permit', { ground: 'revoked', reasons: ['已经撤回'] })).status).toBe(200)
    expect(await shown()).toContain('许可现在：已注销')
    const page = await bureau.page(head, id)
    expect(page.papers.filter(({ status }) => status === 'failed')).toEqual([])
    expect(page.timeline.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['处罚机关暂扣许可证件', '处罚机关解除暂扣', '告知拟作处理', '撤回许可', '注销许可']),
    )
  })

  it('is changed for the public interest and stays in force; who looks it up sees by which paper', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    const decider = await bureau.as('s-jueding')
    let head = await bureau.as('s-juzhang')
    await bureau.act(await bureau.as('s-chuangkou'), id, 'accept-case')
    await bureau.act(await bureau.as('s-shencha'), id, 'pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' })
    const done = await bureau.act(decider, id, 'grant-case', { ...grant, basedOnSeq: (await bureau.page(decider, id)).seq })
    const told = { ground: 'law-changed', changeTo: '营业至二十二时', facts: '夜间营业的规定已经修改', replyDays: 1 }
    expect((await bureau.act(head, id, 'tell-intended-measure', { ...told, ground: 'procedure' })).body.code).toBe('change-needs-its-ground')
    expect((await bureau.act(head, id, 'tell-intended-measure', told)).status).toBe(200)
    expect(await bureau.page(head, id)).toMatchObject({ measures: [{ kind: 'change', changeTo: '营业至二十二时' }] })
    expect((await bureau.page(head, id)).next).toContain('本局拟变更该许可，可以陈述、申辩')
    // A session ends when nobody moves for long.
    bureau.clock.set('2026-03-04')
    head = await bureau.as('s-juzhang')
    const compensation = { loss: false, words: '经核查没有夜间营业' }
    const change = { content: '营业至二十二时', conditions: ['按时停业'], reasons: ['规定已经修改'], publicInterest: '居民夜间休息', compensation }
    for (const who of ['s-chuangkou', 's-jueding'])
      expect((await bureau.act(await bureau.as(who), id, 'change-permit', change)).body.code).toMatch(/^(not-permitted|act-not-for-role)$/)
    expect((await bureau.act(head, id, 'change-permit', { ...change, conditions: undefined })).status).toBe(400)
    const changed = await bureau.act(head, id, 'change-permit', change)
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    const [{ id: paper, number } = { id: '', number: '' }] = changed.body.answer.papers
    expect(number).toContain('变字〔2026〕1号')
    await bureau.settle()
    const page = await bureau.page(head, id)
    expect(page.papers.filter(({ status }) => status === 'failed')).toEqual([])
    expect(page.next).toContain('该许可的内容已于2026年3月4日变更，以变更决定书为准。')
    expect(page.permit).toMatchObject({
      standing: 'changed',
      title: '有效，内容已变更',
      changes: [{ on: '2026-03-04', number, content: '营业至二十二时' }],
    })
    expect(page.timeline.at(-1)).toMatchObject({ title: '变更许可', text: expect.stringContaining('变更为：营业至二十二时；按时停业') })
    for (const scanned of [done.body.answer.papers[0]!.id, paper]) {
      const { body } = await bureau.stranger.get(`/verify/${scanned}`)
      expect(body).toContain('许可现在：有效，内容已变更')
      expect(body).toContain(`2026年3月4日由${number}变更`)
      expect(body).toContain('note good')
    }
  })

  it('forfeited by another organ it shows so at once, also from the archive', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    const [clerk, decider, reviewer] = [await bureau.as('s-chuangkou'), await bureau.as('s-jueding'), await bureau.as('s-shencha')]
    await bureau.act(clerk, id, 'accept-case')
    await bureau.act(reviewer, id, 'pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' })
    const granted = await bureau.act(decider, id, 'grant-case', { ...grant, basedOnSeq: (await bureau.page(decider, id)).seq })
    const paper = granted.body.answer.papers[0]!.id
    const served = { papers: [paper], method: 'direct', receiver: '张伟', place: '大厅', servedOn: '2026-03-02', servers: ['王'] }
    await bureau.act(clerk, id, 'serve-papers', served)
    expect((await bureau.act(clerk, id, 'archive-case', { location: null })).status).toBe(200)
    const penalty = { penalty: 'forfeiture', organ: '开发区市场监督管理局', number: '秦开市监罚〔2026〕4号', decidedOn: '2026-03-02' }
    expect((await bureau.act(reviewer, id, 'record-penalty', penalty)).status).toBe(200)
    await bureau.settle()
    const { body } = await bureau.stranger.get(`/verify/${paper}`)
    expect(body).toContain('许可现在：已吊销')
    expect(body).toContain('秦开市监罚〔2026〕4号')
    const head = await bureau.as('s-juzhang')
    expect((await bureau.page(head, id)).acts.find(({ act }) => act === 'cancel-permit')?.blocked).toBeNull()
    expect((await bureau.act(head, id, 'cancel-permit', { ground: 'revoked', reasons: ['已被吊销'] })).status).toBe(200)
  })

  it('a bar ends by itself: the timer of its list fires', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    await bureau.act(await bureau.as('s-juzhang'), id, 'tell-intended-measure', { facts: '合同系伪造', replyDays: 1 })
    bureau.clock.set('2026-03-04')
    const decline = { ground: { kind: 'other', basis: '《行政许可法》第七十八条' }, reasons: ['材料虚假'], falsehood: true }
    const declined = await bureau.act(await bureau.as('s-chuangkou'), id, 'decline-case', decline)
    expect(declined.status, JSON.stringify(declined.body)).toBe(200)
    expect((await bureau.receive(item)).phase).toBe('declined')
    bureau.clock.set('2027-03-05')
    await bureau.fireTimers()
    const { rows } = await bureau.database.query<{ type: string }>(
      `select type from journal where bureau = $1 and subject_kind = 'bar-list' order by position`,
      [bureau.bureau],
    )
    expect(rows.map(({ type }) => type)).toEqual(['applicant-barred', 'bars-ended', 'personal-erased'])
    expect((await bureau.receive(item)).phase).toBe('pre-review')
  })

  it('what its holder was told moves with an extraordinary day, though the case is over and in the archive', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    const [clerk, decider, head] = [await bureau.as('s-chuangkou'), await bureau.as('s-jueding'), await bureau.as('s-juzhang')]
    await bureau.act(clerk, id, 'accept-case')
    await bureau.act(await bureau.as('s-shencha'), id, 'pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' })
    const granted = await bureau.act(decider, id, 'grant-case', { ...grant, basedOnSeq: (await bureau.page(decider, id)).seq })
    const papers = granted.body.answer.papers.map((one) => one.id)
    const served = { papers, method: 'direct', receiver: '张伟', place: '大厅', servedOn: '2026-03-02', servers: ['王'] }
    await bureau.act(clerk, id, 'serve-papers', served)
    expect((await bureau.act(clerk, id, 'archive-case', { location: null })).status).toBe(200)
    expect((await bureau.act(head, id, 'tell-intended-measure', { ground: 'procedure', facts: '没有听证', replyDays: 3 })).status).toBe(200)
    expect((await bureau.act(clerk, id, 'request-data-change', { kind: 'correction', wish: '电话写错了' })).status).toBe(200)
    const asked = (await bureau.page(clerk, id)).dataRequests[0]!.answerBy
    for (const off of ['2026-03-04', asked]) {
      const day = { day: off, workday: false, document: '秦开办〔2026〕3号', reason: '暴雪停工一天' }
      expect((await (await bureau.as('system-administrator')).post('/api/calendars/extraordinary-days', day)).statusCode).toBe(200)
      await bureau.settle()
    }
    const { dataRequests, timeline } = await bureau.page(head, id)
    expect(dataRequests[0]!.answerBy > asked).toBe(true)
    expect(dataRequests[0]!.moved).toMatchObject([{ from: asked }])
    expect(timeline.at(-1)!.text).toContain('对个人信息请求的答复最迟')
    expect((await bureau.page(head, id)).measures).toMatchObject([{ replyBy: '2026-03-06', moved: [{ from: '2026-03-05' }] }])
  })
})
