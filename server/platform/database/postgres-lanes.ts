import type pg from 'pg'
import { commitIsUnknown } from './postgres-statement.ts'
import { askTogether } from './postgres-together.ts'
import { CommitUnknown, type Statement } from './tx.ts'

/** So many transactions are carried out at once; lanes beyond that share. */
export const lanesAtOnce = 3

/** One connection that whole transactions are sent on without waiting for answers, kept until it breaks. */
interface Road {
  client: Promise<pg.PoolClient> | undefined
  /** The same, once it is open. */
  held: pg.PoolClient | undefined
}

/** How statements look on the wire; `failed` hears of every error. */
export interface Wire {
  encoded(statements: readonly Statement[]): readonly Statement[] | Promise<readonly Statement[]>
  failed(error: unknown): void
}

export interface Lanes {
  send(lane: string, statements: readonly Statement[]): Promise<void>
  /** Gives the connections back, so that the pool can end. */
  leave(): Promise<void>
}

/** Sends whole transactions: those of one lane go out on one connection, so they are carried out in the order of sending. */
export function openLanes(pool: pg.Pool, wire: Wire): Lanes {
  const roads: readonly Road[] = Array.from({ length: lanesAtOnce }, () => ({ client: undefined, held: undefined }))
  const roadOf = new Map<string, Road>()

  function roadFor(lane: string): Road {
    let road = roadOf.get(lane)
    if (road === undefined) {
      road = roads[roadOf.size % lanesAtOnce]!
      roadOf.set(lane, road)
    }
    return road
  }

  function open(road: Road): Promise<pg.PoolClient> {
    const opening = pool.connect()
    road.client = opening
    opening.then(
      (client) => {
        road.held = client
        client.on('error', (error: Error) => giveUp(road, client, error))
      },
      () => {
        if (road.client === opening) road.client = undefined
      },
    )
    return opening
  }

  /** A connection that breaks is given up, and the next transaction opens another. */
  function giveUp(road: Road, client: pg.PoolClient, error: Error): void {
    if (road.held !== client) return
    road.held = undefined
    road.client = undefined
    client.release(error)
  }

  return {
    async send(lane, statements) {
      const road = roadFor(lane)
      const client = await (road.client ?? open(road))
      const ready = wire.encoded(statements)
      await askTogether(client, ready instanceof Promise ? await ready : ready).catch((error: unknown) => {
        wire.failed(error)
        if (!commitIsUnknown(error)) throw error
        giveUp(road, client, error as Error)
        throw new CommitUnknown('a transaction was sent, no answer came', { cause: error })
      })
    },
    async leave() {
      for (const road of roads) {
        await road.client?.catch(() => undefined)
        road.held?.release()
        road.client = undefined
        road.held = undefined
      }
    },
  }
}
