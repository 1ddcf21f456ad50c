import pg from 'pg'
import { columnParsers, sessionTimeZone } from './column-parsers.ts'
import { GatheringSocket } from './gathering-socket.ts'
import { lanesAtOnce, openLanes, type Wire } from './postgres-lanes.ts'
import { ask as askDriver, commitIsUnknown } from './postgres-statement.ts'
import { askTogether } from './postgres-together.ts'
import { rowListBytes } from './row-bytes.ts'
import { RowListEncoder } from './row-list.ts'
import { type Answered, CommitUnknown, type Database, type Tx } from './tx.ts'

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (format === 'binary' ? undefined : columnParsers[oid]) ?? pg.types.getTypeParser(oid, format),
}

/** States are compressed at every act: lz4 does it in a tenth of the time, where the server was built with it. */
async function quickCompression(pool: pg.Pool): Promise<string> {
  const sql = `SELECT 1 FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)`
  return (await pool.query(sql)).rows.length > 0 ? ' -c default_toast_compression=lz4' : ''
}

export async function openPostgres(url: string, connections: number): Promise<Database> {
  const open = (max: number, ...settings: readonly string[]): pg.Pool => {
    const more = settings.join('')
    // No statement here runs so long that compiling it would pay.
    const options = `-c timezone=${sessionTimeZone} -c client_encoding=UTF8 -c jit=off${more}`
    const stream = () => new GatheringSocket()
    const pool = new pg.Pool({ connectionString: url, max, types, pipeline: true, application_name: 'oneseal', options, stream })
    // An idle connection that breaks is thrown away by the pool; the next query opens another and reports its own error.
    pool.on('error', () => {})
    return pool
  }
  const pool = open(connections)
  // The writer has connections of its own, so that no crowd of readers holds it up, and keeps its plans: its statements reach rows by primary key only,
  // and a plan made while the tables were small must not scan them when they are large.
  const planOnce = ' -c plan_cache_mode=force_generic_plan'
  const steadyPool = open(connections, planOnce)
  const writerPool = open(
    lanesAtOnce + 3,
    planOnce,
    ' -c enable_seqscan=off -c enable_bitmapscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_material=off',
    await quickCompression(pool),
  )

  const followers = open(4, ' -c synchronous_commit=off')

  const lists = new RowListEncoder(rowListBytes)
  const readShape = (sql: string, values: readonly unknown[]) => askDriver<Record<string, unknown>>(pool, sql, values)
  const wire: Wire = {
    encoded: (statements) => lists.encoded(statements, readShape),
    failed: (error) => lists.failed(error),
  }

  async function ask<Row>(client: pg.Pool | pg.PoolClient, sql: string, values?: readonly unknown[]): Promise<Answered<Row>> {
    const [ready] = await wire.encoded([{ sql, ...(values && { values }) }])
    return askDriver<Row>(client, ready!.sql, ready!.values).catch((error: unknown) => {
      wire.failed(error)
      throw error
    })
  }

  async function withClient<T>(from: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await from.connect()
    let broken: Error | undefined
    const onError = (error: Error): void => {
      broken = error
    }
    client.on('error', onError)
    try {
      return await work(client)
    } catch (error) {
      if (error instanceof CommitUnknown) broken = error
      else await client.query('ROLLBACK').catch((failure: Error) => (broken = failure))
      throw error
    } finally {
      client.off('error', onError)
      client.release(broken)
    }
  }

  async function commit(client: pg.PoolClient, before?: Promise<unknown>): Promise<void> {
    const done = client.query('COMMIT').catch((error: Error) => error)
    await before
    const answer = await done
    if (answer instanceof Error) throw commitIsUnknown(answer) ? new CommitUnknown('COMMIT was sent, no answer came', { cause: answer }) : answer
    if (answer.command !== 'COMMIT') throw new Error(`the transaction was not committed: ${answer.command}`)
  }

  const lanes = openLanes(writerPool, wire)
  const txOf = (client: pg.PoolClient): Tx => ({ query: (sql, values) => ask(client, sql, values) })

  const steady: Database['steady'] = {
    query: (sql, values) => ask(steadyPool, sql, values),
    together: (statements) => withClient(steadyPool, (client) => askTogether(client, statements)),
  }

  const on = (own: pg.Pool): Omit<Database, 'following'> => ({
    engine: 'postgres',
    steady,
    query: (sql, values) => ask(own, sql, values),
    transaction: (work) =>
      withClient(own, async (client) => {
        await client.query('BEGIN')
        const value = await work(txOf(client))
        await commit(client)
        return value
      }),
    shortTransaction: (first, work) =>
      withClient(writerPool, async (client) => {
        const [, ...opened] = await Promise.all([
          askDriver(client, 'BEGIN', []),
          ...(await wire.encoded(first)).map(({ sql, values }) => askDriver<Record<string, unknown>>(client, sql, values)),
        ])
        const { last, value } = await work(
          txOf(client),
          opened.map(({ rows }) => rows),
        )
        // Made ready first: what is saved must leave before COMMIT does.
        const [save] = last === undefined ? [] : await wire.encoded([last])
        const saved =
          save &&
          askDriver(client, save.sql, save.values).catch((error: unknown) => {
            wire.failed(error)
            throw commitIsUnknown(error) ? new CommitUnknown('the connection broke while saving', { cause: error }) : error
          })
        await commit(client, saved)
        return value
      }),
    sendTransaction: lanes.send,
    readForWriter: (sql, values) => ask(writerPool, sql, values),
    script: async (sql) => {
      await own.query(sql)
    },
    close: async () => {
      await lanes.leave()
      await Promise.all([pool.end(), steadyPool.end(), writerPool.end(), followers.end()])
    },
  })
  const following: Database = {
    ...on(followers),
    get following() {
      return following
    },
  }
  return { ...on(pool), following }
}
