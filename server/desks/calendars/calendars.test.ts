import { expect, test } from 'vitest'
import { openTestBureau } from '../../testing/test-bureau.ts'

const closure = { day: '2026-03-03', workday: false, document: '秦开办〔2026〕3号', reason: '暴雪停工一天' }

test('an administrator enters an extraordinary day, and the bureau counts by it at once', async () => {
  const bureau = await openTestBureau()
  const admin = await bureau.as('system-administrator')
  const before = bureau.door.calendarOf(bureau.bureau)
  expect(before.isWorkday(closure.day as never)).toBe(true)
  expect((await admin.post('/api/calendars/extraordinary-days', closure)).statusCode).toBe(200)
  expect(bureau.door.calendarOf(bureau.bureau).isWorkday(closure.day as never)).toBe(false)
  const view = (await admin.get('/api/calendars')).json()
  expect(view.extraordinary).toEqual([closure])
  expect(view.years[0]).toMatchObject({ year: 2026, workdays: 247 })
  expect(view.provisionalFrom).toBe('2026-12-29')
})

test('a clerk may look, not enter; a slip in a table is named', async () => {
  const bureau = await openTestBureau()
  const clerk = await bureau.as('window-clerk')
  expect((await clerk.get('/api/calendars')).statusCode).toBe(200)
  expect((await clerk.post('/api/calendars/extraordinary-days', closure)).statusCode).toBe(403)
  const admin = await bureau.as('system-administrator')
  const table = {
    year: 2027,
    notice: '国办发明电〔2026〕8号',
    noticeTitle: '关于2027年部分节假日安排的通知',
    noticeDate: '2026-11-04',
    source: 'read',
    off: [],
    work: [],
  }
  const answer = await admin.post('/api/calendars/tables', table)
  expect(answer.statusCode).toBe(409)
  expect(answer.json().title).toContain('没有录完')
})
