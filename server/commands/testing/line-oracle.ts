import { readdirSync, readFileSync } from 'node:fs'

// A second opinion on what `due` and `identify` must answer, from the raw calendar files, JavaScript's own Date and the standards' text.
// It shares no line with the code it judges.

const DAY = 86_400_000
const folder = new URL('../../../data/calendars/', import.meta.url)

interface Notice {
  readonly off: readonly { readonly day: string }[]
  readonly work: readonly { readonly day: string }[]
}

function readCalendar() {
  const decreed = new Map<string, boolean>()
  const years: number[] = []
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()) {
    const table = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Notice & { year: number; amendments?: Notice[] }
    years.push(table.year)
    for (const { off, work } of [table, ...(table.amendments ?? [])]) {
      for (const { day } of off) decreed.set(day, false)
      for (const { day } of work) decreed.set(day, true)
    }
  }
  return { decreed, firstKnown: Date.UTC(Math.min(...years), 0, 1), lastKnown: Date.UTC(Math.max(...years), 11, 28) }
}

const { decreed, firstKnown, lastKnown } = readCalendar()
const textOf = (millis: number) => new Date(millis).toISOString().slice(0, 10)
const first = Date.UTC(1900, 0, 1)
const end = Date.UTC(2199, 11, 31)
/** From the first day of the reckoning on, whether people work; past its end everybody does, so that every walk stops. */
const works = Array.from({ length: (end - first) / DAY + 2 }, (_, i) => {
  const day = new Date(first + i * DAY)
  return decreed.get(textOf(day.getTime())) ?? (day.getUTCDay() !== 0 && day.getUTCDay() !== 6)
})
const isWorkday = (millis: number): boolean => works[(millis - first) / DAY] ?? true

const digits = (text: string) => text !== '' && [...text].every((character) => '0123456789'.includes(character))

/** Milliseconds of a real day between 1900 and 2199; undefined for anything that Date writes back differently. */
function dayOf(text: string): number | undefined {
  const [year = '', month = '', day = '', ...more] = text.split('-')
  if (more.length > 0 || ![year, month, day].every(digits) || year.length !== 4 || month.length !== 2 || day.length !== 2) return undefined
  const millis = Date.UTC(Number(year), Number(month) - 1, Number(day))
  return textOf(millis) === text && Number(year) >= 1900 && Number(year) <= 2199 ? millis : undefined
}

/** The whole answer to a line, or only that it is a bad one: which code it gets is for the table of examples. */
export function dueAnswer(line: string): string | 'bad' {
  const fields = line.split(',')
  const start = dayOf(fields[0] ?? '')
  const [, days = '', dayType] = fields
  if (fields.length !== 3 || start === undefined || !digits(days) || (dayType !== 'workday' && dayType !== 'calendar')) return 'bad'
  let day = start
  // Nobody lives to see a million days; as a number, anything longer is the same.
  const count = Math.min(Number(days), 1_000_000)
  if (dayType === 'calendar') day += count * DAY
  else
    for (let left = count; left > 0 && day <= end; ) {
      day += DAY
      if (isWorkday(day)) left--
    }
  if (day > end) return 'bad'
  if (count > 0) while (!isWorkday(day)) day += DAY
  return `${line},${textOf(day)},${start >= firstKnown && day <= lastKnown ? 'final' : 'provisional'}`
}

const codeAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const wideAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const made = (text: string, alphabet: string) => [...text].every((character) => alphabet.includes(character))

/** GB 32100: the sum of value times 3 to the power of the place, with the check character made to bring it to 0 modulo 31. */
export function usccEnding(seventeen: string): string {
  let sum = 0n
  ;[...seventeen].forEach((character, i) => {
    sum += BigInt(codeAlphabet.indexOf(character)) * 3n ** BigInt(i)
  })
  return codeAlphabet[Number((31n - (sum % 31n)) % 31n)]!
}

/** GB 11643 as the pure system MOD 11-2 of ISO 7064, digit after digit. */
export function residentEnding(seventeen: string): string {
  let rest = 0
  for (const digit of seventeen) rest = ((rest + Number(digit)) * 2) % 11
  const check = (12 - rest) % 11
  return check === 10 ? 'X' : String(check)
}

export function organisationEnding(eight: string): string {
  let sum = 0
  ;[3, 7, 9, 10, 5, 8, 4, 2].forEach((weight, i) => {
    sum += weight * wideAlphabet.indexOf(eight[i]!)
  })
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** GB/T 17710, MOD 37,36, over what lies between root and check character, without dots and underscores. */
export function certificateEnding(body: string): string {
  let p = 36
  for (const character of body.replace(/[._]/g, '')) {
    p += wideAlphabet.indexOf(character)
    p %= 36
    if (p === 0) p = 36
    p = (p * 2) % 37
  }
  return wideAlphabet[(37 - p) % 36]!
}

const root = '1.2.156.3005.2.'

function certificateHolds(value: string): boolean {
  if (!value.startsWith(root)) return false
  const [type = '', issuer = '', serial = '', version = '', check = '', ...more] = value.slice(root.length).split('.')
  const within = (text: string, most: number) => text.length >= 1 && text.length <= most
  if (more.length > 0 || !within(type, 21) || !within(issuer, 18) || !within(serial, 32) || version.length !== 3 || check.length !== 1) return false
  if (!made(type + issuer + check, wideAlphabet) || !made(serial, `${wideAlphabet}_`) || !digits(version) || Number(version) === 0) return false
  return check === certificateEnding(`${type}.${issuer}.${serial}.${version}`)
}

const regions = '00 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 66 71 81 82'.split(' ')

/** A code of whole zeros adds up: a department, a province and a body's number must be in it. */
function creditHolds(value: string): boolean {
  if (value.length !== 18 || !made(value, codeAlphabet) || !digits(value.slice(2, 8)) || usccEnding(value.slice(0, 17)) !== value[17]) return false
  const province = value.slice(2, 4)
  const known = province === '10' || province === '99' || (province !== '00' && regions.includes(province))
  return known && value[0] !== '0' && [...value.slice(8, 17)].some((character) => character !== '0')
}

function projectHolds(value: string): boolean {
  const groups = value.split('-')
  if (groups.map((group) => group.length).join() !== '4,6,2,2,6' || !groups.every(digits)) return false
  const month = Number(groups[0]!.slice(2))
  const older = Number(groups[0]) >= 2013 && Number(groups[0]) <= 2020
  return ((month >= 1 && month <= 12) || older) && regions.includes(groups[1]!.slice(0, 2))
}

/** `valid` with its reason, or `invalid`: which reason an invalid one gets is for the table of examples. */
export function identifyAnswer(line: string, today: string): string {
  const [kind = '', ...rest] = line.split(',')
  const value = rest.join(',')
  const of: Readonly<Record<string, () => boolean>> = {
    uscc: () => creditHolds(value),
    'resident-id': () => {
      const birth = `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`
      if (value.length !== 18 || !digits(value.slice(0, 17)) || dayOf(birth) === undefined || birth > today) return false
      return residentEnding(value.slice(0, 17)) === value[17]
    },
    'organisation-code': () => {
      const bare = value.length === 10 && value[8] === '-' ? value.replace('-', '') : value
      return bare.length === 9 && made(bare.slice(0, 8), wideAlphabet) && organisationEnding(bare) === bare[8]
    },
    'certificate-id': () => certificateHolds(value),
    'project-code': () => projectHolds(value),
  }
  if (!Object.keys(of).includes(kind) || !of[kind]!()) return `${kind},${value},invalid`
  return `${kind},${value},valid,${kind === 'project-code' ? 'check-digit-unknown' : ''}`
}
