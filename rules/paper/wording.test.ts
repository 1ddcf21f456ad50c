import { expect, test } from 'vitest'
import type { PlainDate } from '../time/plain-date.ts'
import { periodWords } from '../time/period-words.ts'
import {
  clause,
  onlineReviewClause,
  sentence,
  spokenArticle,
  spokenBasis,
  spokenDate,
  spokenDue,
  spokenList,
  spokenMatter,
  spokenYou,
} from './wording.ts'

const day = (text: string) => text as PlainDate

test('dates are Arabic without leading zeros', () => {
  expect(spokenDate(day('2026-03-02'))).toBe('2026年3月2日')
  expect(spokenDate(day('2026-12-31'))).toBe('2026年12月31日')
})

test('a period says which days it counts', () => {
  expect(periodWords({ days: 20, dayType: 'workday' })).toBe('20个工作日')
  expect(periodWords({ days: 60, dayType: 'calendar' })).toBe('60日')
})

test('a due date that may still move says so', () => {
  expect(spokenDue({ due: day('2026-04-01'), certainty: 'final' })).toBe('2026年4月1日')
  expect(spokenDue({ due: day('2027-01-08'), certainty: 'provisional' })).toMatch(/^2027年1月8日（.*以调整后的日期为准）$/)
})

test('a person is 你, all others 你单位', () => {
  expect(spokenYou({ kind: 'person' })).toBe('你')
  expect(spokenYou({ kind: 'organisation' })).toBe('你单位')
})

test('the word for what is decided follows the procedure', () => {
  expect([spokenMatter({ procedure: 'permit' }), spokenMatter({ procedure: 'registration' }), spokenMatter({ procedure: 'filing' })]).toEqual([
    '行政许可',
    '登记',
    '备案',
  ])
})

test('a law stands between 《》 in a paper, the permit law by its full name', () => {
  expect(spokenArticle('企业投资项目核准和备案管理条例 第十条')).toBe('《企业投资项目核准和备案管理条例》第十条')
  expect(spokenArticle('行政许可法 第三十二条第一款第五项')).toBe('《中华人民共和国行政许可法》第三十二条第一款第五项')
  expect(spokenArticle('承诺')).toBe('承诺')
  expect(spokenArticle('本局 规定')).toBe('本局 规定')

  expect(spokenArticle('行政许可法 第四十五条')).toBe('《中华人民共和国行政许可法》第四十五条')
  expect(spokenArticle('《行政许可法》第四十五条')).toBe('《中华人民共和国行政许可法》第四十五条')
  expect(spokenArticle('《中华人民共和国行政许可法》第四十五条')).toBe('《中华人民共和国行政许可法》第四十五条')
  expect(spokenArticle('《民办非企业单位登记管理暂行条例》第十一条')).toBe('《民办非企业单位登记管理暂行条例》第十一条')
})

test('each law of a basis is named once, with its articles', () => {
  const basis = ['《甲法》第一条', '《乙条例》第二条', '《甲法》第九条', '乙条例 第三条', '有关法律、法规']
  expect(spokenBasis(basis)).toBe('《甲法》第一条、第九条、《乙条例》第二条、第三条、有关法律、法规')
  expect(spokenBasis(['《甲法》第一条', '《甲法》第九条'], spokenList)).toBe('《甲法》第一条、第九条')
})

test('stops that people type do not double', () => {
  expect(sentence('缺少签名')).toBe('缺少签名。')
  expect(sentence(' 缺少签名。。\n')).toBe('缺少签名。')
  expect(clause('缺少签名；')).toBe('缺少签名')
})

test('lists read as speech', () => {
  expect([spokenList(['甲']), spokenList(['甲', '乙']), spokenList(['甲', '乙', '丙'])]).toEqual(['甲', '甲和乙', '甲、乙和丙'])
})

test('the online way to reconsideration is named where there is one', () => {
  expect(onlineReviewClause({})).toBe('')
  expect(onlineReviewClause({ onlineReview: 'https://example.org' })).toContain('https://example.org')
})
