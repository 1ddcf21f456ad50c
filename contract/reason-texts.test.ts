import { describe, expect, it } from 'vitest'
import { publishedTables } from '../data/calendars/load.ts'
import { buildCalendar } from '../rules/time/calendar.ts'
import { endLeg, extendLeg, resumeLeg, stopLeg } from '../rules/time/clock.ts'
import { datedReasons } from '../rules/time/dated-reasons.ts'
import type { Leg } from '../rules/time/leg.ts'
import { d } from '../rules/time/testing/day-oracle.ts'
import { expertReview, extension, granted, reviewFrom } from '../rules/time/testing/legs.ts'
import { movedNote, reasonSentence, spokenDays } from './reason-texts.ts'

const calendar = buildCalendar(publishedTables())
const told = (leg: Leg) => datedReasons(leg, calendar).map(reasonSentence)
const stopped = granted(stopLeg(reviewFrom('2026-03-02'), expertReview('2026-03-06', 10), calendar))

describe('dated reasons, told', () => {
  it('tell why a running leg ends when it does', () => {
    expect(told(reviewFrom('2026-03-02'))).toEqual([
      '2026年3月2日：材料齐全，予以受理，审查决定期限自次日起算，法定20个工作日，承诺10个工作日（行政许可法 第三十二条）。',
      '2026年3月16日：审查决定期限的承诺截止日。',
      '2026年3月30日：审查决定期限的法定截止日（行政许可法 第四十二条）。',
    ])
  })

  it('say months and years in words', () => {
    const months = (days: number) => ({ days, dayType: 'month' as const, article: '民办教育促进法 第十七条' })
    expect(told(reviewFrom('2026-07-01', { statutory: months(3), promised: months(2) }))).toEqual([
      '2026年7月1日：材料齐全，予以受理，审查决定期限自次日起算，法定三个月，承诺两个月（行政许可法 第三十二条）。',
      '2026年9月1日：审查决定期限的承诺截止日（民办教育促进法 第十七条）。',
      '2026年10月8日：审查决定期限的法定截止日，期限最后一日2026年10月1日为休息日，顺延至此日（民法典 第二百零三条）（民办教育促进法 第十七条）。',
    ])
    expect([1, 6, 12, 15, 24, 0].map((days) => spokenDays({ days, dayType: 'month' }))).toEqual([
      '一个月',
      '六个月',
      '一年',
      '十五个月',
      '两年',
      '零个月',
    ])
  })

  it('say of a stopped leg what follows if the stop ends as announced', () => {
    expect(told(stopped).slice(1)).toEqual([
      '2026年3月6日：需要专家评审，审查决定期限自次日起暂停计算，预计需10个工作日，至2026年3月20日，文书特告〔2026〕1号（行政许可法 第四十五条）。',
      '2026年3月30日：审查决定期限的承诺截止日，期限现已暂停，此日按预计恢复时间推算。',
      '2026年4月14日：审查决定期限的法定截止日，期限现已暂停，此日按预计恢复时间推算（行政许可法 第四十二条）。',
    ])
  })

  it('tell the whole story in order, the end after the deadline of the same day', () => {
    const extended = granted(extendLeg(granted(resumeLeg(stopped, d('2026-03-18'))), extension('2026-03-20'), calendar))
    expect(told(granted(endLeg(extended, d('2026-04-10'), '作出准予许可决定'))).slice(2)).toEqual([
      '2026年3月18日：暂停结束，审查决定期限自次日起继续计算，其间8个工作日不计入期限（行政许可法 第四十五条）。',
      '2026年3月20日：经局长批准延长10个工作日，理由：情况复杂（行政许可法 第四十二条）。',
      '2026年4月10日：审查决定期限的承诺截止日。',
      '2026年4月10日：作出准予许可决定，审查决定期限终止，共用20个工作日。',
      '2026年4月24日：审查决定期限的法定截止日（行政许可法 第四十二条）。',
    ])
  })

  it('name natural days, a rolled end, a provisional date and a leg without a name of its own', () => {
    const article = '民办非企业单位登记管理暂行条例 第十一条'
    const statutory = { days: 60, dayType: 'calendar', article } as const
    expect(told(reviewFrom('2026-03-02', { name: 'registration', statutory, promised: null }))).toEqual([
      '2026年3月2日：材料齐全，予以受理，办理期限自次日起算，法定60日（自然日）（行政许可法 第三十二条）。',
      `2026年5月6日：办理期限的法定截止日，期限最后一日2026年5月1日为休息日，顺延至此日（民法典 第二百零三条）（${article}）。`,
    ])
    const promised = { days: 0, dayType: 'workday', article: 'promise' } as const
    expect(told(reviewFrom('2027-01-04', { promised }))).toEqual([
      '2027年1月4日：材料齐全，予以受理，审查决定期限自次日起算，法定20个工作日，承诺当日办结（行政许可法 第三十二条）。',
      '2027年1月4日：审查决定期限的承诺截止日，所涉日期的放假安排尚未公布，此日为暂定。',
      '2027年2月1日：审查决定期限的法定截止日，所涉日期的放假安排尚未公布，此日为暂定（行政许可法 第四十二条）。',
    ])
  })

  it('a day that moved says from which, why, and whether it came later or earlier', () => {
    const moves = [
      { on: '2026-03-03', from: '2026-03-30', because: '暴雪' },
      { on: '2026-03-04', from: '2026-04-01', because: '', earlier: true as const },
    ]
    expect(movedNote(moves)).toBe('（2026年3月3日因暴雪，由2026年3月30日顺延；2026年3月4日因工作日历变更，由2026年4月1日提前）')
    expect(movedNote([])).toBe('')
  })

  it('are plain JSON in order of days', () => {
    const reasons = datedReasons(stopped, calendar)
    expect(JSON.parse(JSON.stringify(reasons))).toEqual(reasons)
    expect(reasons.map((reason) => reason.on)).toEqual(reasons.map((reason) => reason.on).toSorted())
  })
})
