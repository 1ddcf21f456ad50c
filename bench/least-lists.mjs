// The least server of lists: the same rows over the same indexes, no sign-in, no scope but the one office, no light, no audit. What the product's list and
// case page add is measured against this.  node bench/least-lists.mjs PORT   (DATABASE_URL in the environment)
// GET /list?bureau=B&office=O → 50 rows by promised date; GET /case?bureau=B&id=I → the case, its papers and its entries.
import http from 'node:http'
import pg from 'pg'

// Dates as they are written: the least that can be done with them.
const types = { getTypeParser: (oid, format) => (oid === 1082 ? (text) => text : pg.types.getTypeParser(oid, format)) }
const pool = new pg.Pool({ max: 8, connectionString: process.env.DATABASE_URL, types })
const list = {
  name: 'list',
  text: `select id, number, phase, item, item_name, procedure, applicant_name, applicant_kind, received_on, office, step_name, handler, handler_name, leg, stopped, yellow_on,
    promised_due, statutory_due, provisional, reminders from case_row where bureau = $1 and office = $2 and running order by urgency, id limit 50`,
}
/** The case, its papers and its entries, as text: the rows that a case page is made of. */
const page = [
  { name: 'state', text: `select state::text as body from subject where bureau = $1 and kind = 'case' and id = $2` },
  {
    name: 'papers',
    text: `select p.state::text as body from subject c cross join lateral json_array_elements(c.state -> 'papers') as paper
      join subject p on p.bureau = $1 and p.kind = 'paper' and p.id = paper ->> 'id' where c.bureau = $1 and c.kind = 'case' and c.id = $2`,
  },
  {
    name: 'entries',
    text: `select data::text as body from journal where bureau = $1 and subject_kind = 'case' and subject_id = $2 order by subject_seq`,
  },
]
const pageOf = async (values) => {
  const parts = await Promise.all(page.map((query) => pool.query({ ...query, values })))
  return `[${parts.map(({ rows }) => `[${rows.map(({ body }) => body).join(',')}]`).join(',')}]`
}

http
  .createServer({ keepAliveTimeout: 60_000 }, async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost')
    const asked = (name) => searchParams.get(name)
    const body =
      pathname === '/list'
        ? JSON.stringify({ rows: (await pool.query({ ...list, values: [asked('bureau'), asked('office')] })).rows })
        : pathname === '/case'
          ? await pageOf([asked('bureau'), asked('id')])
          : '{}'
    const bytes = Buffer.from(body)
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length })
    response.end(bytes)
  })
  .listen(Number(process.argv[2]), '127.0.0.1')
