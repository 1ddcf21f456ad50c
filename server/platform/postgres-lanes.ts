import type pg from 'pg'
import { ask, commitIsUnknown } from './postgres-statement.ts'
import { CommitUnknown, type Database } from './tx.ts'

/** So many transactions are carried out at once; lanes beyond that share. */
export const lanesAtOnce = 3

interface Road {
  client: Promise<pg.PoolClient> | undefined
  inFlight: number
  broken: Error | undefined
  readonly onError: (error: Error) => void
}

function newRoad(): Road {
  const onError = (error: Error): void => {
    road.broken = error
  }
  const road: Road = { client: undefined, inFlight: 0, broken: undefined, onError }
  return road
}

/** Sends whole transactions without waiting for answers: a lane keeps to one connection as long as anything of it is under way, so its order stands. */
export function openLanes(pool: pg.Pool): Database['sendTransaction'] {
  const roads = Array.from({ length: lanesAtOnce }, newRoad)
  const roadOf = new Map<string, Road>()

  async function open(road: Road): Promise<pg.PoolClient> {
    road.broken = undefined
    const client = await pool.connect()
    client.on('error', road.onError)
    return client
  }

  async function leave(road: Road): Promise<void> {
    if (--road.inFlight > 0) return
    const { client } = road
    road.client = undefined
    const held = await client?.catch(() => undefined)
    held?.off('error', road.onError)
    held?.release(road.broken)
  }

  return async (lane, statements) => {
    let road = roadOf.get(lane)
    if (road === undefined) {
      road = roads[roadOf.size % lanesAtOnce]!
      roadOf.set(lane, road)
    }
    road.inFlight++
    road.client ??= open(road)
    try {
      const client = await road.client
      const answers = await Promise.allSettled([
        ask(client, 'BEGIN', []),
        ...statements.map(({ sql, values }) => ask(client, sql, values ?? [])),
        client.query('COMMIT'),
      ])
      const failed = answers.find((answer) => answer.status === 'rejected')
      if (failed !== undefined) {
        const error = failed.reason as unknown
        if (!commitIsUnknown(error)) throw error
        road.broken = error as Error
        throw new CommitUnknown('a transaction was sent, no answer came', { cause: error })
      }
      const done = (answers.at(-1) as PromiseFulfilledResult<pg.QueryResult>).value
      if (done.command !== 'COMMIT') throw new Error(`the transaction was not committed: ${done.command}`)
    } finally {
      await leave(road)
    }
  }
}
