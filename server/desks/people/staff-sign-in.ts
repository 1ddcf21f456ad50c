import type { Staff } from '../../../rules/people/staff.ts'
import { accepted, type Result, refused } from '../../../rules/refusal.ts'
import type { Database } from '../../platform/database/database.ts'
import { isPassword, spendPasswordTime } from '../../platform/identity/password.ts'
import { statesOf } from './directory.ts'
import { passwordHashOf } from './staff-secret.ts'

const failuresAllowed = 5
const lockMinutes = 15

/**
 * Checks sign-in name and password. An unknown name, a disabled account and a wrong password give one answer after one time;
 * the sixth try after five failures is refused unseen for 15 minutes, for any name. Refusals: `sign-in-refused`, `account-locked`.
 */
export async function checkSignIn(
  database: Database,
  bureau: string,
  given: { readonly login: string; readonly password: string },
  at: Date,
): Promise<Result<{ readonly id: string; readonly staff: Staff }>> {
  const login = given.login.trim().toLowerCase()
  return inTurn(`${bureau} ${login}`, () => tryOnce(database, bureau, login, given.password, at))
}

/** The last try under way for each name. */
const underWay = new Map<string, Promise<unknown>>()

/** Tries for one name go one after the other: of twenty right ones at once, none is taken for the sixth that failed. Several processes still share the count. */
async function inTurn<T>(name: string, attempt: () => Promise<T>): Promise<T> {
  const mine = (underWay.get(name) ?? Promise.resolve()).then(attempt)
  const settled = mine.catch(() => undefined)
  underWay.set(name, settled)
  try {
    return await mine
  } finally {
    if (underWay.get(name) === settled) underWay.delete(name)
  }
}

async function tryOnce(database: Database, bureau: string, login: string, password: string, at: Date): ReturnType<typeof checkSignIn> {
  const waiting = await countTry(database, bureau, login, at)
  if (waiting !== undefined) return refused('account-locked', { detail: { minutes: waiting } })
  const found = await findByLogin(database, bureau, login)
  const hash = found === undefined ? undefined : await passwordHashOf(database, bureau, found.id)
  const right = hash === undefined ? await spendPasswordTime(password) : await isPassword(password, hash)
  if (!right || !found?.staff.active) {
    await lockAfterFive(database, bureau, login, at)
    return refused('sign-in-refused')
  }
  await forgetFailures(database, bureau, login)
  return accepted(found)
}

/**
 * The password once more, from somebody who is signed in. A wrong one counts as at the sign-in, so that a screen left open is no place to guess at.
 * Refusals: `password-wrong`, `account-locked`.
 */
export async function confirmPassword(
  database: Database,
  bureau: string,
  id: string,
  password: string,
  at: Date,
): Promise<Result<{ readonly staff: Staff }>> {
  const staff = (await statesOf<Staff>(database, bureau, 'staff', [id])).get(id)
  if (staff === undefined) return refused('password-wrong')
  const checked = await checkSignIn(database, bureau, { login: staff.login, password }, at)
  return checked.ok || checked.refusal.code !== 'sign-in-refused' ? checked : refused('password-wrong')
}

async function findByLogin(database: Database, bureau: string, login: string): Promise<{ id: string; staff: Staff } | undefined> {
  const { rows } = await database.query<{ id: string }>('select id from staff where bureau = $1 and login = $2', [bureau, login])
  const id = rows[0]?.id
  if (id === undefined) return undefined
  const staff = (await statesOf<Staff>(database, bureau, 'staff', [id])).get(id)
  return staff === undefined ? undefined : { id, staff }
}

/** Locked now. A lock that ends later than any lock could is one that a clock set back has left behind: it holds nobody out for days. */
export const isLocked = (table: string, at: string, minutes = String(lockMinutes)): string =>
  `${table}.locked_until > ${at}::timestamptz and ${table}.locked_until <= ${at}::timestamptz + 2 * ${minutes} * interval '1 minute'`

/** Counts the try before looking at the password, so that a hundred at once are not all the first. Answers the minutes left of a lock. */
async function countTry(database: Database, bureau: string, login: string, at: Date): Promise<number | undefined> {
  const { rows } = await database.query<{ failures: number; locked_until: string | null }>(
    `insert into sign_in_failure as f (bureau, login, failures, last_at) values ($1, $2, 1, $3)
     on conflict (bureau, login) do update set
       failures = case when f.last_at between $3::timestamptz - $4 * interval '1 minute' and $3::timestamptz + $4 * interval '1 minute'
         then least(f.failures + 1, 1000) else 1 end,
       locked_until = case when ${isLocked('f', '$3', '$4')} then f.locked_until end,
       last_at = case when ${isLocked('f', '$3', '$4')} then f.last_at else excluded.last_at end
     returning failures, locked_until`,
    [bureau, login.slice(0, 64), at.toISOString(), lockMinutes],
  )
  const { failures, locked_until } = rows[0]!
  if (locked_until !== null) return Math.max(1, Math.ceil((Date.parse(locked_until) - at.getTime()) / 60_000))
  return failures > failuresAllowed ? lockMinutes : undefined
}

const lockAfterFive = (database: Database, bureau: string, login: string, at: Date) =>
  database.query(
    `update sign_in_failure set locked_until = $3::timestamptz + $4 * interval '1 minute' where bureau = $1 and login = $2 and failures >= $5 and locked_until is null`,
    [bureau, login.slice(0, 64), at.toISOString(), lockMinutes, failuresAllowed],
  )

/** The right password was given, or an administrator unlocks. Answers whether there was anything to forget. */
export async function forgetFailures(database: Database, bureau: string, login: string): Promise<boolean> {
  const gone = await database.query('delete from sign_in_failure where bureau = $1 and login = $2', [bureau, login.slice(0, 64)])
  return gone.rowCount > 0
}
