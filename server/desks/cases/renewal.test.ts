import { expect, it } from 'vitest'
import { aRenewal } from '../../../rules/case/testing/an-item.ts'
import { counterApplication, openCaseBureau } from './testing/case-bureau.ts'

const item = aRenewal({ result: { certificate: '测试许可证', validMonths: 60 } })
const until = (permitEnd: string) => ({ answers: { ...counterApplication(item).answers, permitEnd } })

it('a renewal asked for in time and undecided at the end of the permit is deemed granted by the clock alone; everybody reads why', async () => {
  const bureau = await openCaseBureau([item])
  const clerk = await bureau.as('s-chuangkou')
  const [inTime, late] = [(await bureau.receive(item, until('2026-03-31'))).id, (await bureau.receive(item, until('2026-03-20'))).id]
  for (const id of [inTime, late]) expect((await bureau.act(clerk, id, 'accept-case')).status).toBe(200)
  expect((await bureau.page(clerk, inTime)).next).toContain('原许可有效期至2026年3月31日，受理后届满前应当作出决定；届满没有作出决定的，视为准予延续')
  expect((await bureau.page(clerk, late)).next).toContain('申请时离届满不足15个工作日（测试条例 第九条），届满没有作出决定的，不视为准予延续')
  bureau.clock.set('2026-04-01')
  await bureau.fireTimers()
  await bureau.settle()
  const again = await bureau.as('s-chuangkou')
  const page = await bureau.page(again, inTime)
  expect(page).toMatchObject({
    phase: 'granted',
    decision: { title: '视为准予延续', on: '2026-04-01', by: null, validity: { from: '2026-04-01', to: '2031-03-31' } },
    permit: { standing: 'in-force' },
  })
  expect(page.next).toContain('已视为准予延续，最迟2026年4月16日送达')
  expect(page.papers.at(-1)).toMatchObject({ kind: 'renewal-notice', status: 'typeset' })
  expect(page.timeline.find(({ title }) => title === '视为准予延续')).toMatchObject({ text: expect.stringContaining('原许可有效期至2026年3月31日') })
  expect(page.legs.find(({ name }) => name === 'review')!.reasons.at(-1)!.text).toContain('有效期届满没有决定，视为准予延续')
  const { body } = await bureau.stranger.get(`/verify/${page.papers.at(-1)!.id}`)
  expect(body).toContain('许可现在：有效')
  expect((await bureau.page(again, late)).phase).toBe('in-review')
})
