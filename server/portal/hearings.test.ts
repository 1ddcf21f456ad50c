import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { anItem } from '../../rules/case/testing/an-item.ts'
import { type CaseBureau, counterApplication, openCaseBureau } from '../desks/cases/testing/case-bureau.ts'

const byLaw = anItem({ hearing: { announced: true, interestedParties: false } })
const onRequest = anItem({ code: 'test-other', name: '另一项许可' })
const announce = { heldOn: '2026-03-11', startsAt: '09:30', place: '二楼会议室', chair: 's-jueding' }

let bureau: CaseBureau
const read = async () => (await bureau.stranger.get('/hearings', { accept: 'text/html' })).body
const act = async (who: string, id: string, name: string, body: object) => {
  const done = await bureau.act(await bureau.as(who), id, name, body)
  if (done.status !== 200) throw new Error(`${name}: ${JSON.stringify(done.body)}`)
}
const accepted = async (item: typeof byLaw, name: string) => {
  const applicant = { ...counterApplication(item).applicant, name }
  const { id } = await bureau.receive(item, { applicant })
  await act('s-chuangkou', id, 'accept-case', {})
  return id
}

beforeAll(async () => {
  bureau = await openCaseBureau([byLaw, onRequest])
})

describe('hearings announced to everybody (行政许可法 46, 48)', () => {
  test('none: the page says so and how to take part, and every page leads to it', async () => {
    expect(await read()).toContain('眼下没有公告的听证。')
    expect((await bureau.stranger.get('/', { accept: 'text/html' })).body).toContain('href="/hearings"')
  })

  test('says item, matter, day and place, names nobody, and where a day was given up, why', async () => {
    const first = await accepted(byLaw, '欧阳某某')
    await act('s-shencha', first, 'announce-hearing', { ...announce, matter: '兴盛街<b>夜间经营' })
    const page = await read()
    for (const words of ['测试经营许可', '兴盛街&lt;b&gt;夜间经营', '2026年3月11日 09:30', '二楼会议室', '第四十六条']) expect(page).toContain(words)
    await act('s-shencha', first, 'announce-hearing', { ...announce, heldOn: '2026-03-12', postponedBecause: '主持人出差' })
    const moved = await read()
    expect(moved).toContain('2026年3月12日 09:30')
    expect(moved).toContain('原定2026年3月11日，改期原因：主持人出差')

    const second = await accepted(onRequest, '诸葛某某')
    await act('s-shencha', second, 'inform-third-party', { name: '李邻居', kind: 'person', interest: '采光', gist: '开店', replyDays: 1 })
    await act('s-shencha', second, 'inform-hearing-right', { party: 'applicant', ground: { kind: 'interests', interest: '不想让人知道的利益' } })
    await act('s-chuangkou', second, 'request-hearing', { party: 'applicant' })
    await act('s-shencha', second, 'announce-hearing', { ...announce, heldOn: '2026-03-16' })
    const both = await read()
    expect(both.indexOf('测试经营许可')).toBeLessThan(both.indexOf('另一项许可'))
    expect(both).toContain('第四十七条')
    for (const secret of ['欧阳', '诸葛', '不想让人知道', '李邻居', '采光', first, second]) expect(both).not.toContain(secret)
    expect(gzipSync(both).length).toBeLessThan(15_000)
  })

  test('tells of those that were held or fell, and forgets them after three months', async () => {
    const fallen = await accepted(onRequest, '王五')
    await act('s-shencha', fallen, 'inform-hearing-right', { party: 'applicant', ground: { kind: 'interests', interest: '采光' } })
    await act('s-chuangkou', fallen, 'request-hearing', { party: 'applicant' })
    await act('s-shencha', fallen, 'announce-hearing', { ...announce, heldOn: '2026-03-17' })
    await act('s-chuangkou', fallen, 'withdraw-application', { reason: '不办了' })
    expect(await read()).toMatch(/2026年3月17日，办件已经结束，不再举行/)
    bureau.clock.set('2026-03-13')
    expect(await read()).toMatch(/2026年3月12日（原定[^）]*），公告的日子已过，还没有举行，请等新的公告/)
    bureau.clock.set('2026-07-01')
    expect(await read()).not.toContain('2026年3月')
  })
})
