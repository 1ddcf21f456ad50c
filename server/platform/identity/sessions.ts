import { createHash, randomBytes } from 'node:crypto'
import type { Permission } from '../../../contract/permissions.ts'
import type { Database, Tx } from '../database/database.ts'
import { diskFull } from '../database/database-faults.ts'
import type { Settings } from '../settings.ts'
import { batchedLookup } from './batched-lookup.ts'
import type { Directory, Holder } from './directory.ts'
import type { SessionHandle } from './session-handle.ts'

export interface FoundSession {
  readonly handle: SessionHandle
  readonly holder: Holder
  /** Only these of the holder's permissions, where a token was made so; undefined: all. */
  readonly onlyPermissions: ReadonlySet<Permission> | undefined
}

export interface NewSession {
  readonly bureau: string
  readonly holder: 'staff' | 'citizen'
  readonly holderId: string
  readonly kind: 'cookie' | 'bearer'
  readonly ip: string
  readonly label?: string
  readonly permissions?: readonly Permission[]
  /** Bearer tokens made for another system live until a named instant and know no idleness. */
  readonly expiresAt?: Date
}

export interface SessionLine {
  readonly id: string
  readonly kind: string
  readonly label: string
  readonly createdAt: string
  readonly seenAt: string
  readonly expiresAt: string
  readonly ip: string
  readonly permissions: readonly string[] | null
}

export interface Sessions {
  /** Begins a session and answers its token, which is nowhere kept. */
  begin(session: NewSession): Promise<{ token: string; handle: SessionHandle; expiresAt: Date }>
  find(bureau: string, token: string): Promise<FoundSession | undefined>
  end(bureau: string, tokenHash: string, endedBy: string): Promise<boolean>
  /** Cuts off everything this person holds, at once in this process and within a second in others; answers how many. */
  endAllOf(bureau: string, holder: 'staff' | 'citizen', holderId: string, endedBy: string, except?: string): Promise<number>
  listOf(tx: Tx, bureau: string, holder: 'staff' | 'citizen', holderId: string): Promise<readonly SessionLine[]>
  /** Somebody's roles or standing changed: the directory is asked anew at the next request of anybody. */
  forgetAll(): void
}

const hashOfToken = (token: string): string => createHash('sm3').update(token).digest('hex')

/** How long a found session is believed without asking the database again: other processes learn of a cut-off within this time. */
const believedMs = 1000

/** Server-side sessions in a table; the cookie or bearer token carries 256 random bits, the table only their SM3. */
export function openSessions(house: { database: Database; directory: Directory; settings: Settings; now: () => Date }): Sessions {
  const { database, directory, settings, now } = house
  const lookup = batchedLookup<FoundSession & { bureau: string }>((keys) => findInTable(database, directory, now(), keys), believedMs)
  const minutesOf = (holder: 'staff' | 'citizen') =>
    holder === 'staff'
      ? { idle: settings.staffIdleMinutes, life: settings.staffLifeMinutes }
      : { idle: settings.citizenIdleMinutes, life: settings.citizenLifeMinutes }

  return {
    async begin(session) {
      const token = `os_${randomBytes(32).toString('base64url')}`
      const at = now()
      const { idle, life } = minutesOf(session.holder)
      const expiresAt = session.expiresAt ?? new Date(at.getTime() + life * 60_000)
      const tokenHash = hashOfToken(token)
      await database.query(
        `insert into session (bureau, token_hash, kind, holder, holder_id, label, permissions, idle_minutes, created_at, seen_at, expires_at, ip)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11)`,
        [
          session.bureau,
          tokenHash,
          session.kind,
          session.holder,
          session.holderId,
          session.label ?? '',
          session.permissions === undefined ? null : JSON.stringify(session.permissions),
          session.expiresAt === undefined ? idle : null,
          at.toISOString(),
          expiresAt.toISOString(),
          session.ip,
        ],
      )
      lookup.forget(() => false)
      const handle: SessionHandle = { tokenHash, kind: session.kind, holder: session.holder, holderId: session.holderId, mustChangePassword: false }
      return { token, handle, expiresAt }
    },
    find: (bureau, token) => (token.length > 100 ? Promise.resolve(undefined) : lookup.find(`${bureau}\n${hashOfToken(token)}`)),
    async end(bureau, tokenHash, endedBy) {
      const ended = await database.query(
        'update session set ended_at = $3, ended_by = $4 where bureau = $1 and token_hash = $2 and ended_at is null',
        [bureau, tokenHash, now().toISOString(), endedBy],
      )
      lookup.forget((found) => found.handle.tokenHash === tokenHash)
      return ended.rowCount > 0
    },
    async endAllOf(bureau, holder, holderId, endedBy, except = '') {
      const ended = await database.query(
        `update session set ended_at = $4, ended_by = $5
         where bureau = $1 and holder = $2 and holder_id = $3 and token_hash <> $6 and ended_at is null`,
        [bureau, holder, holderId, now().toISOString(), endedBy, except],
      )
      lookup.forget((found) => found.handle.holderId === holderId)
      return ended.rowCount
    },
    async listOf(tx, bureau, holder, holderId) {
      const { rows } = await tx.query<Omit<SessionLine, 'permissions'> & { permissions: string | null }>(
        `select token_hash as id, kind, label, created_at as "createdAt", seen_at as "seenAt", expires_at as "expiresAt", ip, permissions from session
         where bureau = $1 and holder = $2 and holder_id = $3 and ${isAlive('$4')} order by created_at desc limit 200`,
        [bureau, holder, holderId, now().toISOString()],
      )
      return rows.map((row) => ({ ...row, permissions: row.permissions === null ? null : (JSON.parse(row.permissions) as string[]) }))
    },
    forgetAll: () => lookup.forget(() => true),
  }
}

interface SessionRow {
  readonly bureau: string
  readonly token_hash: string
  readonly kind: 'cookie' | 'bearer'
  readonly holder: 'staff' | 'citizen'
  readonly holder_id: string
  readonly permissions: string | null
  readonly stale: boolean
}

/**
 * A session is believed as long as the time it was last seen is near: idle for too long is over, and so is one seen in a future that a clock set back has
 * made; nobody can tell any more how long that one was idle. A clock put right by less than the idle time ends nothing.
 */
const isAlive = (at: string): string =>
  `ended_at is null and expires_at > ${at}::timestamptz and (idle_minutes is null
     or seen_at between ${at}::timestamptz - idle_minutes * interval '1 minute' and ${at}::timestamptz + idle_minutes * interval '1 minute')`

/** Notes when these sessions were last seen, each reached by its whole key. */
const touch = `update session set seen_at = $3 where ctid = any(array(
  select s.ctid from unnest($2::text[]) as want(hash) cross join lateral (
    select ctid from session where bureau = $1 and token_hash = want.hash offset 0) as s))`

async function findInTable(database: Database, directory: Directory, at: Date, keys: readonly string[]) {
  const found = new Map<string, FoundSession & { bureau: string }>()
  const hashesByBureau = Map.groupBy(
    keys.map((key) => key.split('\n') as [string, string]),
    ([bureau]) => bureau,
  )
  for (const [bureau, pairs] of hashesByBureau) {
    const { rows } = await database.query<SessionRow>(
      `select bureau, token_hash, kind, holder, holder_id, permissions,
         seen_at not between $3::timestamptz - interval '1 minute' and $3::timestamptz + interval '1 minute' as stale
       from unnest($2::text[]) as want(hash)
       cross join lateral (select * from session where bureau = $1 and token_hash = want.hash offset 0) as s where ${isAlive('$3')}`,
      [bureau, pairs.map(([, hash]) => hash), at.toISOString()],
    )
    const stale = rows.filter((row) => row.stale).map((row) => row.token_hash)
    if (stale.length > 0)
      await database
        .query(touch, [bureau, stale, at.toISOString()])
        // On a full disk people must still be able to look; at worst they sign in once more.
        .catch((error: unknown) => {
          if (!diskFull(error)) throw error
        })
    for (const kind of ['staff', 'citizen'] as const) {
      const ofKind = rows.filter((row) => row.holder === kind)
      if (ofKind.length === 0) continue
      const holders = await directory(database, bureau, kind, [...new Set(ofKind.map((row) => row.holder_id))])
      for (const row of ofKind) {
        const holder = holders.get(row.holder_id)
        if (holder?.active) found.set(`${bureau}\n${row.token_hash}`, { bureau, ...describe(row, holder) })
      }
    }
  }
  return found
}

const describe = (row: SessionRow, holder: Holder): FoundSession => ({
  handle: { tokenHash: row.token_hash, kind: row.kind, holder: row.holder, holderId: row.holder_id, mustChangePassword: holder.mustChangePassword },
  holder,
  onlyPermissions: row.permissions === null ? undefined : new Set(JSON.parse(row.permissions) as Permission[]),
})
