import { beforeAll, describe, expect, it } from 'vitest'
import type { RouteRow } from '../../server/platform/http/route-row.ts'
import type { Client } from '../../server/testing/client.ts'
import { type Doors, openDoors } from './testing/every-door.ts'
import { chooser, hostileValues, impossibleDays, type Place, placesOf, type Shape, valueAt, withAt } from './testing/hostile-values.ts'

type Response = Awaited<ReturnType<Client['get']>>

/** So many tries at one door by one person; which ones is the same in every run. */
const tries = 30
let doors: Doors

beforeAll(async () => {
  doors = await openDoors()
})

const machineWords = /undefined|\bnull\b|NaN|\[object/

/** What every door owes to everybody: it is never broken, and a "no" is a sentence with a code. Answers what is wrong. */
function rudeness({ statusCode, headers, body, json }: Response): string | undefined {
  if (statusCode >= 500) return body.slice(0, 300)
  if (statusCode < 400) return undefined
  const type = String(headers['content-type'])
  if (type.includes('text/html')) {
    const shown = (/<main[\s\S]*<\/main>/.exec(body)?.[0] ?? '').replaceAll(/value="[^"]*"|<textarea[\s\S]*?<\/textarea>/g, '')
    return /[\u4e00-\u9fff]{4,}/.test(shown) && !machineWords.test(shown) ? undefined : 'a page that says nothing, or speaks as a machine does'
  }
  if (!type.includes('application/problem+json')) return `${type} ${body.slice(0, 200)}`
  const { title, code } = json<{ title: string; code: string }>()
  return /^[a-z][a-z0-9-]+$/.test(code) && /[\u4e00-\u9fff]{3,}/.test(title) && !machineWords.test(title) ? undefined : `${code} ${title}`
}

/** Lets one person try a door; each try is from an address of its own, so that nobody is told to wait. */
let asked = 0
const from = () => ({ 'x-forwarded-for': `10.${(++asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}` })

function sendBody(client: Client, { method, path }: RouteRow, url: string, body: unknown): Promise<Response> {
  if (path.startsWith('/api/')) return method === 'PUT' ? client.put(url, body, { headers: from() }) : client.post(url, body, { headers: from() })
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : []
  return client.form(
    url,
    Object.fromEntries(fields.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])),
    from(),
  )
}

/** Answers of a form are kept as typed until they are handed in, and a batch answers for each of its lines. */
const isAct = ({ path }: RouteRow): boolean => path.startsWith('/api/') && !/\/(answers|batch|check)$/.test(path)
const isDay = (value: unknown): boolean => /^\d{4}-\d\d-\d\d$/.test(String(value))

const told = (value: unknown): string => JSON.stringify(value).slice(0, 100)

/** At most so many of them. */
const some = <T>(all: readonly T[], choose: (end: number) => number): readonly T[] =>
  all.length <= tries ? all : Array.from({ length: tries }, () => all[choose(all.length)]!)

// Signing out and closing an account would end the walk.
const endings = new Set(['/api/me/close', '/account/close', '/sign-out', '/api/session'])

describe('what nobody should send is answered with a sentence, at every door', () => {
  it('in the body: wrong types, huge numbers, no days, unknown fields', async () => {
    const faults: string[] = []
    for (const [n, row] of doors.rows.entries()) {
      const shape = row.schema.body
      if (shape === undefined || shape === 'multipart' || endings.has(row.path)) continue
      const sound = doors.body(row)
      const more = ['onBehalfOf', 'seq'].filter((name) => name in ((shape as Shape).properties ?? {})).map((name): Place => [name])
      const wrong = [...placesOf(sound), ...more].flatMap((place) => hostileValues.map((value) => ({ place, value })))
      for (const client of await doors.whoMay(row))
        for (const [turn, { place, value }] of [...some(wrong, chooser(n)), { place: ['unknownField'] as Place, value: 1 }].entries()) {
          const url = doors.address(row, turn)
          const response = await sendBody(client, row, url, withAt(sound, place, value))
          const took = isAct(row) && response.statusCode < 400 && impossibleDays.includes(value) && isDay(valueAt(sound, place))
          const fault = rudeness(response) ?? (took ? 'a day that there is not was taken' : undefined)
          if (fault !== undefined) faults.push(`${row.method} ${url} ${place.join('/')} = ${told(value)}: ${response.statusCode} ${fault}`)
        }
    }
    expect(faults).toEqual([])
  }, 240_000)

  it('in the address and the query', async () => {
    const texts = hostileValues.filter((value): value is string => typeof value === 'string' && value.length < 5000 && value.isWellFormed())
    const faults: string[] = []
    for (const [n, row] of doors.rows.entries()) {
      if (row.method !== 'GET') continue
      const sound = doors.address(row, 0)
      const places = [...row.path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
      const asks = [...Object.keys((row.schema.query as Shape | undefined)?.properties ?? {}), 'nonsense']
      const addresses = [
        ...places.flatMap((name) => texts.map((text) => doors.address(row, 0, { [name]: text || ' ' }))),
        ...asks.flatMap((name) => [...texts, '1', 'a,b', '['.repeat(80)].map((text) => `${sound}?${name}=${encodeURIComponent(text)}`)),
        ...asks.flatMap((name) => ['=%ff%fe', `=1&${name}=2`, '[a]=1', '=%ed%a0%80', ''].map((rest) => `${sound}?${name}${rest}`)),
      ]
      for (const client of await doors.whoMay(row))
        for (const url of [sound, ...some(addresses, chooser(n))]) {
          const response = await client.get(url, { ...from(), accept: row.path.startsWith('/api/') ? 'application/json' : 'text/html' })
          const fault = rudeness(response)
          if (fault !== undefined) faults.push(`GET ${url.slice(0, 200)}: ${response.statusCode} ${fault}`)
        }
    }
    expect(faults).toEqual([])
  }, 240_000)
})
