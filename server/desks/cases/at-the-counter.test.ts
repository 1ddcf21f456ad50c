import { describe, expect, it } from 'vitest'
import { anItem } from '../../../rules/case/testing/an-item.ts'
import { openCaseBureau } from './testing/case-bureau.ts'

const item = anItem()

describe('a bureau’s day', () => {
  it('five days unanswered, the case is accepted by itself, whoever looks first or nobody', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    bureau.clock.set('2026-03-10')
    await bureau.fireTimers()
    const page = await bureau.page(await bureau.as('s-juzhang'), id)
    expect(page).toMatchObject({ phase: 'in-review', acceptance: { on: '2026-03-02', ground: 'deemed', by: null } })
    expect(page.timeline.find(({ type }) => type === 'case-accepted')).toMatchObject({ who: '系统', at: '2026-03-10T00:00:00.000+08:00' })
    const late = await bureau.act(await bureau.as('s-chuangkou'), id, 'accept-case')
    expect(late).toMatchObject({ status: 409, body: { code: 'case-already-accepted', title: '该办件已由系统于 2026年3月2日 9:00 受理。' } })
  })

  it('a stale page is told who was there in between', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    const [clerk, other] = [await bureau.as('s-chuangkou'), await bureau.as('s-chuangkou2')]
    const { seq } = await bureau.page(clerk, id)
    await bureau.act(other, id, 'claim-case', { seq })
    const stale = await bureau.act(clerk, id, 'accept-case', { seq })
    expect(stale).toMatchObject({ status: 409, body: { code: 'subject-changed-since-seen' } })
    expect(String(stale.body.title)).toContain('李娜')
  })

  it('the delegate of an absent head acts as head, in the head’s name, and no longer when she is back', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    await bureau.act(await bureau.as('s-chuangkou'), id, 'accept-case')
    const extend = { reason: '情况复杂', days: 5 }
    expect((await bureau.act(await bureau.as('s-jueding'), id, 'extend-review', extend)).status).toBe(403)
    const absence = { from: '2026-03-02', until: '2026-03-03', delegate: 's-jueding', reason: '出差' }
    const recorded = await (await bureau.as('s-juzhang')).post('/api/people/staff/s-juzhang/absences', absence)
    expect(recorded.statusCode, recorded.body).toBe(200)
    const delegate = await bureau.as('s-jueding')
    const offered = new Map((await bureau.page(delegate, id)).acts.map(({ act, onBehalfOf }) => [act, onBehalfOf]))
    const head = { id: 's-juzhang', name: '刘海峰' }
    expect(offered.get('extend-review')).toEqual(head)
    expect(offered.get('remind-case')).toEqual(head)
    expect(offered.get('grant-case')).toBeNull()
    const extended = await bureau.act(delegate, id, 'extend-review', extend)
    expect(extended.status, JSON.stringify(extended.body)).toBe(200)
    const page = await bureau.page(delegate, id)
    expect(page.timeline.find(({ type }) => type === 'review-extended')).toMatchObject({ who: '陈志远', onBehalfOf: '刘海峰' })
    bureau.clock.set('2026-03-04')
    const after = (await bureau.page(await bureau.as('s-jueding'), id)).acts
    expect(after.map(({ act }) => act)).not.toContain('extend-review')
    expect(after.every(({ onBehalfOf }) => onBehalfOf === null)).toBe(true)
    expect((await bureau.act(await bureau.as('s-jueding'), id, 'extend-review', extend)).status).toBe(403)
  })

  it('a snow day moves every running deadline and leaves an entry on each case', async () => {
    const bureau = await openCaseBureau([item])
    const one = await bureau.receive(item)
    const two = await bureau.receive(item)
    const clerk = await bureau.as('s-chuangkou')
    await bureau.act(clerk, one.id, 'accept-case')
    await bureau.act(clerk, two.id, 'withdraw-application', { reason: '不办了' })
    const three = await bureau.receive(item, { materials: [{ material: 'application', form: 'paper', files: [], originals: 1, copies: 0 }] })
    await bureau.act(clerk, three.id, 'accept-with-shortfall', { materials: ['lease'] })
    const neighbour = { name: '李邻居', kind: 'person', interest: '采光', gist: '开店', replyDays: 3 }
    await bureau.act(await bureau.as('s-shencha'), three.id, 'inform-third-party', neighbour)
    const four = await bureau.receive(item)
    await bureau.act(clerk, four.id, 'accept-case')
    const review = { kind: 'expert-review', reason: '工艺复杂', days: 2 }
    await bureau.act(await bureau.as('s-shencha'), four.id, 'start-excluded-procedure', review)
    const admin = await bureau.as('system-administrator')
    const day = { day: '2026-03-03', workday: false, document: '秦开办〔2026〕3号', reason: '暴雪停工一天' }
    expect((await admin.post('/api/calendars/extraordinary-days', day)).statusCode).toBe(200)
    await bureau.settle()
    const page = await bureau.page(clerk, one.id)
    expect(page.legs.find(({ name }) => name === 'review')).toMatchObject({ promised: { due: '2026-03-17' }, statutory: { due: '2026-03-31' } })
    expect(page.timeline.at(-1)).toMatchObject({ type: 'deadlines-moved', title: '工作日历变更，期限重新计算' })
    expect((await bureau.page(clerk, two.id)).timeline.map(({ type }) => type)).not.toContain('deadlines-moved')
    // What a third party and the applicant of a material still to come were told moves with it, and says why.
    const because = '2026年3月3日改为休息（秦开办〔2026〕3号：暴雪停工一天）'
    const waiting = await bureau.page(clerk, three.id)
    expect(waiting.thirdParties).toMatchObject([{ replyBy: '2026-03-06', moved: [{ on: '2026-03-02', from: '2026-03-05', because }] }])
    const lease = waiting.materials.find(({ material }) => material === 'lease')!
    expect(lease.dueMoved).toMatchObject([{ because }])
    expect(lease.dueLater! > lease.dueMoved[0]!.from).toBe(true)
    expect(waiting.timeline.at(-1)?.text).toContain(`${because}；利害关系人陈述、申辩最迟2026年3月6日；场所租赁合同最迟`)
    // So does the announced end of an excluded procedure, and with it the day that follows from it.
    const stopped = await bureau.page(clerk, four.id)
    expect(stopped.excluded).toMatchObject([{ announcedEnd: '2026-03-05', moved: [{ from: '2026-03-04', because }] }])
    expect(stopped.next).toContain(`预计2026年3月5日结束（2026年3月2日因${because}，由2026年3月4日顺延）`)
    expect(stopped.timeline.at(-1)?.text).toContain('特别程序预计至2026年3月5日')
  })

  it('numbers of people are masked until somebody says what for, and the look is in the audit', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    const reviewer = await bureau.as('s-shencha')
    const page = await bureau.page(reviewer, id)
    expect([page.applicant.idNumber, page.applicant.phone]).toEqual(['110***********002X', '138****0001'])
    expect((await reviewer.post(`/api/cases/${id}/reveal`, {})).statusCode).toBe(400)
    const shown = await reviewer.post(`/api/cases/${id}/reveal`, { purpose: '核对身份' })
    expect(shown.json().applicant).toMatchObject({ idNumber: '11010519491231002X', phone: '13800000001' })
    const { rows } = await bureau.database.query<{ n: number }>(
      `select count(*)::int as n from audit where bureau = $1 and door = 'reveal-personal-data' and subject like $2`,
      [bureau.bureau, `case/${id}%核对身份`],
    )
    expect(rows[0]!.n).toBe(1)
    expect((await (await bureau.as('s-jiancha')).post(`/api/cases/${id}/reveal`, { purpose: '好奇' })).statusCode).toBe(403)
  })

  it('what was erased is gone from the page, the list and the search, and the book still folds', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    const [clerk, head] = [await bureau.as('s-chuangkou'), await bureau.as('s-juzhang')]
    await bureau.act(clerk, id, 'withdraw-application', { reason: '不办了' })
    const erased = await bureau.act(head, id, 'erase-personal-data', { reason: '保存期满' })
    expect(erased.status, JSON.stringify(erased.body)).toBe(200)
    const page = await bureau.page(head, id)
    expect(JSON.stringify(page)).not.toContain('张伟')
    expect((await head.get(`/api/cases?text=${encodeURIComponent('张伟')}`)).json().rows).toEqual([])
    const { rows } = await bureau.database.query<{ n: number }>('select count(*)::int as n from personal where bureau = $1 and data::text like $2', [
      bureau.bureau,
      '%张伟%',
    ])
    expect(rows[0]!.n).toBe(0)
  })

  it('a file that was never uploaded, or by somebody else, is no material', async () => {
    const bureau = await openCaseBureau([item])
    const { id } = await bureau.receive(item)
    const [clerk, other] = [await bureau.as('s-chuangkou'), await bureau.as('s-chuangkou2')]
    const file = (await other.upload('/api/files', [{ name: '合同.pdf', bytes: '%PDF-1.4\n%%EOF\n', type: 'application/pdf' }])).json()
    const lease = { material: 'lease', form: 'electronic', files: [file], originals: 0, copies: 0 }
    expect((await bureau.act(clerk, id, 'supplement-materials', { materials: [lease] })).body.code).toBe('file-not-uploaded')
    const own = await bureau.act(other, id, 'supplement-materials', {
      materials: [{ ...lease, files: [{ ...file, name: '../../etc/passwd', size: 1 }] }],
    })
    expect(own.status).toBe(200)
    const seen = (await bureau.page(clerk, id)).materials.find(({ material }) => material === 'lease')?.handedIn?.files[0]
    expect(seen).toMatchObject({ name: '合同.pdf', size: file.size })
    const bytes = await clerk.get(`/api/cases/${id}/files/${file.digest}?inline=true`)
    expect([bytes.statusCode, bytes.headers['content-type']]).toEqual([200, 'application/pdf'])
    expect((await clerk.get(`/api/cases/${id}/files/${'0'.repeat(64)}`)).statusCode).toBe(404)
  })
})
