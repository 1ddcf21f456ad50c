import { certificateEnding, organisationEnding, residentEnding, usccEnding } from './line-oracle.ts'

/** A small generator of numbers (mulberry32): the same seed gives the same lines. */
export function chance(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    below,
    of: <T>(list: readonly T[]): T => list[below(list.length)]!,
    times: (n: number, make: () => string) => Array.from({ length: n }, make).join(''),
  }
}

type Chance = ReturnType<typeof chance>

const full = (text: string) => text.replace(/[0-9A-Za-z,-]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
const strange = [
  '\u0000',
  ' ',
  '\t',
  '\r',
  '"',
  "'",
  '\ufeff',
  '\u200b',
  '　',
  '一',
  '𠮷',
  'e',
  '.',
  '+',
  '-',
  '_',
  ',',
  '/',
  'O',
  'I',
  'x',
  'X',
  '０',
  '٣',
]

/** One slip of the hand or of a program: a character in, out, doubled, swapped, in another case or width. */
function slip(text: string, { below, of }: Chance): string {
  const characters = [...text]
  const at = below(characters.length + 1)
  switch (below(9)) {
    case 0:
      characters.splice(at, 0, of(strange))
      break
    case 1:
      characters.splice(at, 1)
      break
    case 2:
      if (characters[at] !== undefined) characters.splice(at, 1, characters[at], characters[at])
      break
    case 3:
      if (at > 0 && characters[at] !== undefined) characters.splice(at - 1, 2, characters[at], characters[at - 1]!)
      break
    case 4:
      return text.toLowerCase()
    case 5:
      return full(text)
    case 6:
      if (characters[at] !== undefined) characters.splice(at, 1, full(characters[at]))
      break
    case 7:
      return of([`${text} `, ` ${text}`, `"${text}"`, `${text},`, `,${text}`, text.slice(0, at), `${text}${text}`])
    default:
      if (characters[at] !== undefined) characters.splice(at, 1, of([...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']))
  }
  // A line feed would make two lines of one, and what stands at the very end of a line as \r belongs to its end.
  return characters.join('').replace(/\r+$/, '')
}

const two = (n: number) => String(n).padStart(2, '0')

/** Days on which something happens: year ends, leap days, Spring Festivals, make-up days, the ends of the tables and of the reckoning. */
const keyDays = [
  '2015-01-01',
  '2014-12-31',
  '2015-09-02',
  '2016-02-29',
  '2018-12-28',
  '2018-12-29',
  '2019-05-01',
  '2020-01-23',
  '2020-02-29',
  '2023-01-20',
  '2024-02-09',
  '2024-02-29',
  '2025-01-26',
  '2026-02-13',
  '2026-02-14',
  '2026-02-28',
  '2026-09-20',
  '2026-10-10',
  '2026-12-24',
  '2026-12-28',
  '2026-12-29',
  '2026-12-31',
  '2027-01-01',
  '2028-02-29',
  '1900-01-01',
  '2199-12-30',
  '2199-12-31',
  '1899-12-31',
  '2200-01-01',
  '2026-02-29',
  '2100-02-29',
  '2000-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '0000-00-00',
  '9999-12-31',
  '2026-1-1',
  '20260101',
] as const

export function dueLine(luck: Chance): string {
  const { below, of } = luck
  const day =
    below(3) === 0
      ? of(keyDays)
      : `${below(20) === 0 ? 1890 + below(320) : 2013 + below(16)}-${two(1 + below(12))}-${two(1 + below(below(10) === 0 ? 31 : 28))}`
  const days =
    below(12) === 0
      ? of([
          '-1',
          '+5',
          '1.5',
          '1e2',
          '',
          '0x1F',
          '007',
          '63492',
          '63493',
          '109572',
          '109573',
          '99999999999999999999',
          '9'.repeat(400),
          '-0',
          '00',
          '５',
        ])
      : below(40) === 0
        ? String(below(120_000))
        : String(below(below(3) === 0 ? 400 : 32))
  const dayType = below(20) === 0 ? of(['Workday', 'WORKDAY', 'month', '工作日', '', 'workdays', 'calendar ', 'day']) : of(['workday', 'calendar'])
  const line = `${day},${days},${dayType}`
  return below(8) === 0 ? slip(line, luck) : below(200) === 0 ? '' : line
}

const wide = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const narrow = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const figures = [...'0123456789']

export function identifyLine(luck: Chance): string {
  const { below, of, times } = luck
  const day = () => `${of(['18', '19', '19', '19', '20', '20', '21'])}${two(below(100))}${two(below(14))}${two(below(33))}`
  const kinds: Readonly<Record<string, () => string>> = {
    uscc: () => {
      const seventeen = of(['91', '52', '11', 'N2', 'Y1', '93']) + times(6, () => of(figures)) + times(9, () => of(narrow))
      return seventeen + usccEnding(seventeen)
    },
    'resident-id': () => {
      const seventeen = `${of(['110105', '130302', '130371', '999999'])}${day()}${times(3, () => of(figures))}`
      return below(30) === 0 ? seventeen.slice(0, 15) : seventeen + residentEnding(seventeen)
    },
    'organisation-code': () => {
      const eight = times(8, () => of(wide))
      return eight + of(['', '-']) + organisationEnding(eight)
    },
    'certificate-id': () => {
      const version = below(20) === 0 ? '000' : String(1 + below(999)).padStart(3, '0')
      const serial = times(below(20) === 0 ? 33 : 1 + below(32), () => of([...wide, '_']))
      const body = `${times(below(4) === 0 ? 1 + below(22) : 21, () => of(wide))}.${times(below(4) === 0 ? 1 + below(19) : 18, () => of(wide))}.${serial}.${version}`
      return `1.2.156.3005.2.${body}.${certificateEnding(body)}`
    },
    'project-code': () =>
      `${of(['2105', '2013', '2018', '2020', '2012', '2000', '2113', '1999', '2600', '0001'])}-${of(['130371', '000000', '660000', '990000', '110101'])}-${two(below(100))}-${two(below(100))}-${times(6, () => of(figures))}`,
  }
  if (below(300) === 0)
    return of(['', 'uscc', 'uscc,', ',', ',,', 'constructor,1', 'USCC,91350100M000100Y43', 'passport,E1', 'toString,x', ' uscc,1'])
  const kind = of(Object.keys(kinds))
  const value = kinds[kind]!()
  return `${kind},${below(3) === 0 ? slip(value, luck) : value}`
}
