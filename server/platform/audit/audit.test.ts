import { expect, it } from 'vitest'
import type { Database } from '../database/database.ts'
import { forEachEngine } from '../testing/databases.ts'
import { openAudit } from './audit.ts'
import type { AuditRecord } from './audit-record.ts'

const record = (request: string, bureau = 'b', minute = 0): AuditRecord => ({
  bureau,
  at: new Date(Date.UTC(2026, 2, 2, 1, minute)),
  actorKind: 'staff',
  actorId: 's-1',
  actorName: '王敏',
  door: 'accept-case',
  method: 'POST',
  path: '/api/cases/:id/acts/accept-case',
  subject: 'case/1',
  status: 200,
  code: '',
  ip: '127.0.0.1',
  request,
})

forEachEngine('the audit while the database is away', (fresh) => {
  async function start(bound?: number) {
    const database = await fresh()
    let fault: Error | undefined
    const mayBeAway: Database = { ...database, query: (sql, values) => (fault ? Promise.reject(fault) : database.query(sql, values)) }
    const broken: unknown[] = []
    const audit = openAudit(mayBeAway, (error) => broken.push(error), bound)
    const lines = async () =>
      (
        await database.query<{ line: string }>(
          `select concat_ws(' ', bureau, door, subject, request) as line from audit order by bureau, door desc, at, request`,
        )
      ).rows.map(({ line }) => line.trim())
    const away = (code?: string) => {
      fault = code === undefined ? undefined : Object.assign(new Error(code), { code })
    }
    return { audit, lines, broken, away }
  }

  it('keeps what may be written later, lets nobody look meanwhile, and writes it when the database is there again', async () => {
    const { audit, lines, broken, away } = await start()
    away('ECONNREFUSED')
    audit.soon(record('1'))
    await expect(audit.before(record('look'))).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    audit.soon(record('2'))
    await audit.flush()
    expect([await lines(), broken.length > 0]).toEqual([[], true])
    away()
    await audit.before(record('3'))
    await audit.flush()
    expect(await lines()).toEqual(['b accept-case case/1 1', 'b accept-case case/1 2', 'b accept-case case/1 3'])
  })

  it('tells in each bureau’s audit how many records it could not keep, and between which times', async () => {
    const { audit, lines, away } = await start(2)
    away('53100')
    for (const [n, bureau] of ['b', 'b', 'b', 'b', 'c'].entries()) audit.soon(record(String(n), bureau, n))
    await audit.flush()
    away()
    await audit.flush()
    expect(await lines()).toEqual(['b audit-gap lost/2', 'b accept-case case/1 0', 'b accept-case case/1 1', 'c audit-gap lost/1'])
    await audit.flush()
    expect((await lines()).length).toBe(4)
  })

  it('loses nothing and shows nothing less because of one record that cannot be written', async () => {
    const { audit, lines } = await start()
    const bad = { ...record('bad'), ip: undefined } as unknown as AuditRecord
    audit.soon(record('1'))
    audit.soon(bad)
    const looks = [audit.before(record('2')), audit.before(bad)]
    expect((await Promise.allSettled(looks)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
    await audit.flush()
    expect(await lines()).toEqual(['b audit-gap lost/1', 'b accept-case case/1 1', 'b accept-case case/1 2'])
  })

  it('does not try again for ever what the database will never take', async () => {
    const { audit, lines, away } = await start()
    away('22P05')
    audit.soon(record('1'))
    await audit.flush()
    away()
    audit.soon(record('2'))
    await audit.flush()
    expect(await lines()).toEqual(['b audit-gap lost/1', 'b accept-case case/1 2'])
  })
})
