// Lists, case pages and searches of the product over a large bureau and a small one, and the least server beside it.
import pg from 'pg'
import { measure, median, openClient } from './post.mjs'
import { signIn } from './product.mjs'

const clients = 8
/** Searches of one class in one round. */
const searches = 40

/** What is looked for, taken from the cases themselves: names as often as they occur, the commonest pair, a word that about half the firms bear. */
async function samplesOf(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const ask = async (sql, values = []) => (await client.query(sql, values)).rows
  const bureau = (await ask('select bureau from case_row limit 1'))[0].bureau
  const office = (await ask(`select office from staff where bureau = $1 and id = 's-shencha'`, [bureau]))[0].office
  const some = (columns, where, count) =>
    ask(`select ${columns} from case_row where bureau = $1 and ${where} order by md5(id) limit ${count}`, [bureau])
  const rows = await some('id, number', `receiving_office = (select office from staff where bureau = $1 and id = 's-chuangkou')`, 400)
  const people = await some('search_text', `applicant_kind = 'natural-person'`, 400)
  const firms = (await some('search_text', `applicant_kind <> 'natural-person'`, 4000)).map(({ search_text }) => search_text.split('\n')[0])
  const held = new Map()
  for (const firm of firms) {
    const characters = Array.from(firm)
    for (const pair of new Set(characters.slice(1).map((character, n) => characters[n] + character))) held.set(pair, (held.get(pair) ?? 0) + 1)
  }
  const pairs = [...held].sort((a, b) => b[1] - a[1])
  const half = pairs.reduce((best, pair) => (Math.abs(pair[1] - firms.length / 2) < Math.abs(best[1] - firms.length / 2) ? pair : best))
  const cases = (await ask('select count(*)::int as n from case_row where bureau = $1', [bureau]))[0].n
  await client.end()
  return {
    bureau,
    office,
    cases,
    ids: rows.map(({ id }) => id),
    texts: {
      number: rows.map(({ number }) => number),
      name: people.map(({ search_text }) => search_text.split('\n')[0]),
      initials: people.map(({ search_text }) => search_text.split('\n')[1]).filter(Boolean),
      'commonest pair': [pairs[0][0]],
      'word of half the firms': [half[0]],
      miss: ['龘龘', '龘靐齉'],
    },
  }
}

/** Timers that fell due since the histories were made act first: their entries are no part of what is measured. */
async function settled(databaseUrl, told) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  for (let before = -1; ; ) {
    const { due } = (await client.query('select count(*)::int as due from timer where due_at <= now()')).rows[0]
    if (due === 0 || due === before) break
    told(`${due} timers are due; they act first`)
    before = due
    await new Promise((resolve) => setTimeout(resolve, 5000))
  }
  await client.query('vacuum analyze')
  await client.end()
}

async function openSide({ databaseUrl, port }, told) {
  await settled(databaseUrl, told)
  const client = openClient(port, clients)
  return { client, samples: await samplesOf(databaseUrl), reviewer: await signIn(client, 'shencha'), clerk: await signIn(client, 'chuangkou') }
}

const turns = (list) => {
  let next = 0
  return () => list[next++ % list.length]
}

/**
 * In turns: list and case page of the product and of the least server at 8 clients; then one client's searches, class by class, at `large` and `small`.
 */
export async function measureLists({ large, small, leastPort, rounds, seconds, told = () => {} }) {
  const least = openClient(leastPort, clients)
  const sides = { large: await openSide(large, told), small: await openSide(small, told) }
  const { bureau, office } = sides.large.samples
  const looks = (side) => {
    const { client, samples, reviewer } = sides[side]
    const id = turns(samples.ids)
    return {
      list: (note) => note(client('GET', '/api/cases?limit=50', { headers: reviewer })),
      page: (note) => note(client('GET', `/api/cases/${id()}`, { headers: sides[side].clerk })),
    }
  }
  const id = turns(sides.large.samples.ids)
  const works = {
    large: looks('large'),
    small: looks('small'),
    least: {
      list: (note) => note(least('GET', `/list?bureau=${bureau}&office=${office}`)),
      page: (note) => note(least('GET', `/case?bureau=${bureau}&id=${id()}`)),
    },
  }
  const seen = { list: { large: [], small: [], least: [] }, page: { large: [], small: [], least: [] } }
  const found = Object.fromEntries(Object.keys(sides.large.samples.texts).map((name) => [name, { large: [], small: [] }]))
  for (let round = 0; round <= rounds; round++) {
    for (const what of ['list', 'page'])
      for (const side of ['least', 'large', 'small']) {
        const one = await measure(clients, round === 0 ? 1 : seconds, works[side][what])
        if (round > 0) seen[what][side].push(one)
      }
    for (const name of Object.keys(found))
      for (const side of ['large', 'small']) {
        // First each text once: what a server at work has in memory is there, of both sizes.
        const times = await search(sides[side], name, round * searches, round === 0 ? sides[side].samples.texts[name].length : searches)
        if (round > 0) found[name][side].push(...times)
      }
    told(
      round === 0
        ? 'warmed up'
        : `round ${round}: list ${seen.list.large.at(-1).perSecond.toFixed(0)}/s, least ${seen.list.least.at(-1).perSecond.toFixed(0)}/s`,
    )
  }
  const looksOf = (what) => ({
    product: median(seen[what].large.map(({ perSecond }) => perSecond)),
    least: median(seen[what].least.map(({ perSecond }) => perSecond)),
    share: median(seen[what].large.map(({ perSecond }, n) => perSecond / seen[what].least[n].perSecond)),
    p50: median(seen[what].large.map(({ p50 }) => p50)),
    growth: median(seen[what].large.map(({ p50 }, n) => p50 / seen[what].small[n].p50)),
  })
  return {
    cases: sides.large.samples.cases,
    smallCases: sides.small.samples.cases,
    list: looksOf('list'),
    page: looksOf('page'),
    searches: Object.entries(found).map(([name, { large: times, small: few }]) => ({
      name,
      p50: share(times, 0.5),
      p95: share(times, 0.95),
      growth: share(times, 0.5) / share(few, 0.5),
    })),
  }
}

async function search({ client, samples, clerk }, name, from, count) {
  const texts = samples.texts[name]
  const times = []
  for (let n = 0; n < count; n++) {
    const path = `/api/cases?text=${encodeURIComponent(texts[(from + n) % texts.length])}`
    const began = performance.now()
    const { rows } = JSON.parse(await client('GET', path, { headers: clerk }))
    times.push(performance.now() - began)
    if (name === 'miss' && rows.length > 0) throw new Error('something was found that nobody bears')
  }
  return times
}

const share = (times, part) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]
