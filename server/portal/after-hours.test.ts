import { expect, test } from 'vitest'
import { sampleInputs } from '../../rules/service-item/sample-input.ts'
import { sampleValue } from '../../rules/service-item/sample-values.ts'
import { readItemFiles } from '../desks/catalogue/public.ts'
import { fillDraft, handIn, page, send } from './testing/fill-draft.ts'
import { openPortalBureau } from './testing/portal-bureau.ts'

const item = readItemFiles().find(({ code }) => code === 'tree-felling-permit')!
const words = '期限自下一个工作日2026年3月9日计'

test('where the bureau so rules, an evening’s application says before and after that it counts from the next working day', async () => {
  const house = await openPortalBureau()
  const residentId = String(sampleValue({ id: 'x', label: '号码', required: true, type: 'resident-id' }, 3))
  const fill = async (time: string) => {
    house.clock.set('2026-03-06', time)
    const citizen = await house.citizen('13800000061')
    await send(citizen, '/account/real-name', { name: '张秀兰', residentId, next: '/account' })
    return { citizen, filled: await fillDraft(citizen, item, sampleInputs(item)[0]!, 'self') }
  }
  const before = await fill('18:20')
  expect(await page(before.citizen, `${before.filled.draft}/review`)).not.toContain('不是上班时间')
  const admin = await house.as('system-administrator')
  const { seq, seals: _, demonstration: __, ...settings } = (await admin.get('/api/people/bureau')).json()
  const rule = { ...settings, afterHoursReceipt: 'next-working-day' }
  expect((await admin.put('/api/people/bureau', { seq, ...rule })).json()).toMatchObject({ code: 'closing-hour-missing' })
  expect((await admin.put('/api/people/bureau', { seq, ...rule, closesAt: '25:00' })).statusCode).toBe(400)
  expect((await admin.put('/api/people/bureau', { seq, ...rule, closesAt: '17:30' })).statusCode).toBe(200)
  expect(await page(before.citizen, `${before.filled.draft}/review`)).toContain(words)
  const receipt = await page(before.citizen, await handIn(before.citizen, before.filled))
  expect(receipt).toContain('下班后、休息日提交的，自下一个工作日2026年3月9日计')
  expect(receipt).toContain('当日17:30下班后提交，自下一个工作日计')
  const daytime = await fill('17:00')
  expect(await page(daytime.citizen, `${daytime.filled.draft}/review`)).not.toContain('不是上班时间')
})
