// The limit: the least HTTP service that still keeps a case durably. It parses the JSON body, writes the case row, a journal entry and an outbox row in one
// statement, lets waiting requests share a commit, and answers after it. No sign-in, no rule, no clock. What the product adds is measured against this.
// node bench/limit-server.mjs PORT   (PG* or DATABASE_URL in the environment). POST /start → {id}; POST /step?id=N → {id, version}
import http from 'node:http'
import pg from 'pg'

const port = Number(process.argv[2])
// Rows are reached by their key from the first on: a plan made while the table was empty would scan it when it is large.
const byKey = '-c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off'
const pool = new pg.Pool({ max: 2, connectionString: process.env.DATABASE_URL, options: byKey })
await pool.query(`
  create table if not exists limit_case (id bigint primary key, number text not null, item int not null, status int not null, handler int not null, applicant text not null,
    due timestamptz, changed timestamptz not null, version int not null) with (fillfactor = 70);
  create table if not exists limit_entry (id bigint generated always as identity primary key, case_id bigint not null, version int not null, at timestamptz not null, payload jsonb not null, unique (case_id, version));
  create table if not exists limit_outbox (id bigint generated always as identity primary key, topic text not null, case_id bigint not null)`)

const START = `with arrived as (select * from unnest($1::bigint[], $2::jsonb[]) as a(id, payload)),
  opened as (insert into limit_case select id, 'L' || id, 1, 0, 1, '申请人', now() + interval '20 days', now(), 0 from arrived returning id),
  entered as (insert into limit_entry (case_id, version, at, payload) select id, 0, now(), payload from arrived returning 1),
  told as (insert into limit_outbox (topic, case_id) select 'case', id from arrived returning 1)
  select id, 0 as version from opened`
const STEP = `with arrived as (select * from unnest($1::bigint[], $2::jsonb[]) as a(id, payload)),
  moved as (update limit_case c set status = (status + 1) % 9, changed = now(), version = version + 1 from arrived a where c.id = a.id returning c.id, c.version, a.payload),
  entered as (insert into limit_entry (case_id, version, at, payload) select id, version, now(), payload from moved returning 1),
  told as (insert into limit_outbox (topic, case_id) select 'case', id from moved returning 1)
  select id, version from moved`

const queues = { start: { sql: START, waiting: [] }, step: { sql: STEP, waiting: [] } }
const most = { inFlight: 2, batch: 256 }
let inFlight = 0
let nextId = Date.now() * 1000

function pump() {
  for (const [name, queue] of Object.entries(queues)) {
    while (queue.waiting.length > 0 && inFlight < most.inFlight) {
      // A case at most once per statement, in the order of ids, so that two statements never wait for each other.
      const seen = new Set()
      const batch = []
      const later = []
      for (const request of queue.waiting) {
        if (batch.length < most.batch && !seen.has(request.id)) {
          seen.add(request.id)
          batch.push(request)
        } else later.push(request)
      }
      queue.waiting = later
      batch.sort((a, b) => a.id - b.id)
      inFlight++
      pool
        .query({ name, text: queue.sql, values: [batch.map((r) => r.id), batch.map((r) => r.body)] })
        .then(
          ({ rows }) => {
            const versions = new Map(rows.map((row) => [Number(row.id), row.version]))
            for (const r of batch) answer(r.response, versions.has(r.id) ? 200 : 404, { id: r.id, version: versions.get(r.id) ?? null })
          },
          (error) => {
            for (const r of batch) answer(r.response, 500, { error: error.message })
          },
        )
        .finally(() => {
          inFlight--
          pump()
        })
    }
  }
}

function answer(response, status, value) {
  const bytes = Buffer.from(JSON.stringify(value))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length })
  response.end(bytes)
}

http
  .createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    const parts = []
    request.on('data', (part) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString()
      try {
        JSON.parse(body)
      } catch {
        return answer(response, 400, { error: 'not JSON' })
      }
      const starting = request.url.startsWith('/start')
      const id = starting ? nextId++ : Number(request.url.slice(request.url.indexOf('id=') + 3))
      queues[starting ? 'start' : 'step'].waiting.push({ id, body, response })
      pump()
    })
  })
  .listen(port, '127.0.0.1', () => process.stdout.write(`limit ready on ${port}\n`))
