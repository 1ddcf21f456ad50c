// The least server of lists: the same rows over the same indexes, no sign-in, no scope but the one office, no light, no audit. What the product's list and
// case page add is measured against this.  node bench/least-lists.mjs PORT   (DATABASE_URL in the environment)
// GET /list?bureau=B&office=O → 50 rows by promised date; GET /case?bureau=B&id=I → the case's state.
import http from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ max: 8, connectionString: process.env.DATABASE_URL })
const list = {
  name: 'list',
  text: `select id, number, phase, item, item_name, procedure, applicant_name, applicant_kind, received_on, office, step_name, handler, handler_name, leg, stopped, yellow_on,
    promised_due, statutory_due, provisional, reminders from case_row where bureau = $1 and office = $2 and running order by urgency, id limit 50`,
}
const page = { name: 'page', text: `select state::text from subject where bureau = $1 and kind = 'case' and id = $2` }

http
  .createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost')
    const asked = (name) => searchParams.get(name)
    const body =
      pathname === '/list'
        ? JSON.stringify({ rows: (await pool.query({ ...list, values: [asked('bureau'), asked('office')] })).rows })
        : pathname === '/case'
          ? (await pool.query({ ...page, values: [asked('bureau'), asked('id')] })).rows[0]?.state
          : '{}'
    const bytes = Buffer.from(body ?? '{}')
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'application/json', 'content-length': bytes.length })
    response.end(bytes)
  })
  .listen(Number(process.argv[2]), '127.0.0.1')
