import { describe, expect, it } from 'vitest'
import { nameInYear } from '../../rules/disclosure/audit/account-codes.ts'
import { accountCodes } from './load-account-codes.ts'

const lists = { functional: accountCodes.functional, economic: accountCodes.economic }

describe.each(Object.entries(lists))('the %s codes', (list, codes) => {
  it('are well formed, sorted and single', () => {
    for (const { code } of codes) expect(code).toMatch(list === 'functional' ? /^2\d\d(\d\d){0,2}$/ : /^[35]\d\d(\d\d)?$/)
    const all = codes.map(({ code }) => code)
    expect(all).toEqual([...new Set(all)].sort())
  })

  it('have every parent', () => {
    const all = new Set(codes.map(({ code }) => code))
    for (const { code } of codes) if (code.length > 3) expect(all).toContain(code.slice(0, -2))
  })

  it('bear one name at a time, without a gap between two names', () => {
    for (const { code, names } of codes) {
      expect(names.length, code).toBeGreaterThan(0)
      for (const [index, name] of names.entries()) {
        expect(['read', 'sure', 'recalled'], code).toContain(name.basis)
        expect(name.name.trim(), code).toBe(name.name)
        const next = names[index + 1]
        if (next) expect(name.until, code).toBe(next.from - 1)
      }
    }
  })
})

describe('the names a year gives', () => {
  const functional = (code: string, year: number) => {
    const found = accountCodes.functional.find((one) => one.code === code)
    return found && nameInYear(found, year)?.name
  }

  it.each([
    ['20805', 2019, '行政事业单位离退休'],
    ['20805', 2020, '行政事业单位养老支出'],
    ['210', 2018, '医疗卫生与计划生育支出'],
    ['210', 2019, '卫生健康支出'],
    ['210', 2026, '卫生健康支出'],
    ['2010350', 2020, '事业运行'],
  ])('%s in %i is %s', (code, year, name) => expect(functional(code, year)).toBe(name))

  it('does not know a code before it was made', () => expect(functional('20138', 2018)).toBeUndefined())
})
