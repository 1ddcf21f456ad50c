import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { accepted, type Result, refused } from '../../../rules/refusal.ts'
import type { Door } from '../../platform/http/door.ts'

const codeMinutes = 5
const secondsBetween = 60
const codesPerDay = 10
const triesPerCode = 5

const isPhone = (phone: string): boolean => /^1[3-9]\d{9}$/.test(phone)

/** A phone as tables and the book know it where it must be found again: keyed, so that the ten billion numbers cannot be tried without the secret. */
export const phoneDigest = (secret: string, phone: string): string => createHmac('sha256', secret).update(`phone\n${phone}`).digest('hex')

const codeDigest = (secret: string, phone: string, code: string): string =>
  createHmac('sha256', secret).update(`code\n${phone}\n${code}`).digest('hex')

/**
 * Sends a one-time code of six digits, good for five minutes and five tries. One a minute and ten a day for a phone.
 * `shown` is the code itself where the bureau is a 演示 without a gateway. Refusals: `phone-invalid`, `code-too-soon`, `code-too-many-today`.
 */
export async function sendCode(
  door: Door,
  bureau: string,
  phone: string,
): Promise<Result<{ readonly minutes: number; readonly shown: string | undefined }>> {
  if (!isPhone(phone)) return refused('phone-invalid')
  const { secret } = door.settings
  const at = door.now()
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const values = [
    bureau,
    phoneDigest(secret, phone),
    codeDigest(secret, phone, code),
    at.toISOString(),
    new Date(at.getTime() + codeMinutes * 60_000).toISOString(),
  ]
  const taken = await door.database.query(
    `insert into sign_in_code as c (bureau, phone_digest, code_digest, sent_at, expires_at) values ($1, $2, $3, $4, $5)
     on conflict (bureau, phone_digest) do update set code_digest = excluded.code_digest, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
       tries = 0, used = false, sent_today = case when c.sent_at < $4::timestamptz - interval '1 day' then 1 else c.sent_today + 1 end
     where not (c.sent_at > $4::timestamptz - $6 * interval '1 second' and c.sent_at < $4::timestamptz + $6 * interval '1 second') and (c.sent_today < $7 or c.sent_at < $4::timestamptz - interval '1 day')
     returning phone_digest`,
    [...values, secondsBetween, codesPerDay],
  )
  if (taken.rowCount === 0) return refuseCode(door, bureau, phone, at)
  await door.codeSender.send({ phone, code, minutes: codeMinutes })
  const shown = door.codeSender.showsOnPage && (await door.isDemonstration(bureau)) ? code : undefined
  return accepted({ minutes: codeMinutes, shown })
}

async function refuseCode(door: Door, bureau: string, phone: string, at: Date) {
  const { rows } = await door.database.query<{ sent_at: string }>('select sent_at from sign_in_code where bureau = $1 and phone_digest = $2', [
    bureau,
    phoneDigest(door.settings.secret, phone),
  ])
  const passed = (at.getTime() - Date.parse(rows[0]!.sent_at)) / 1000
  return Math.abs(passed) < secondsBetween
    ? refused('code-too-soon', { detail: { seconds: Math.ceil(secondsBetween - passed) } })
    : refused('code-too-many-today')
}

/** Is this the code that was sent? One sent in a future that a clock set back has made is none. Each try counts before it is compared; a right code is used up. Refusals: `phone-invalid`, `code-wrong`. */
export async function checkCode(door: Door, bureau: string, phone: string, code: string): Promise<Result<null>> {
  if (!isPhone(phone)) return refused('phone-invalid')
  const { secret } = door.settings
  const { rows } = await door.database.query<{ code_digest: string }>(
    `update sign_in_code set tries = tries + 1 where bureau = $1 and phone_digest = $2 and not used and tries < $3
       and expires_at > $4::timestamptz and sent_at <= $4::timestamptz + $5 * interval '1 minute' returning code_digest`,
    [bureau, phoneDigest(secret, phone), triesPerCode, door.now().toISOString(), codeMinutes],
  )
  const right = rows[0]?.code_digest
  if (right === undefined || !timingSafeEqual(Buffer.from(right), Buffer.from(codeDigest(secret, phone, code)))) return refused('code-wrong')
  const used = await door.database.query(
    'update sign_in_code set used = true where bureau = $1 and phone_digest = $2 and code_digest = $3 and not used',
    [bureau, phoneDigest(secret, phone), right],
  )
  return used.rowCount === 1 ? accepted(null) : refused('code-wrong')
}

/** The account of this phone, made now where there is none. For a phone that has just answered its code. */
export async function citizenOfPhone(door: Door, bureau: string, phone: string): Promise<Result<{ readonly id: string; readonly isNew: boolean }>> {
  const digest = phoneDigest(door.settings.secret, phone)
  const known = await findCitizenByPhone(door, bureau, phone)
  if (known !== undefined) return accepted({ id: known, isNew: false })
  const made = await door.writer.submit({
    bureau,
    act: 'register-citizen',
    input: { phone, phoneDigest: digest },
    actor: { kind: 'system', id: 'sign-in', name: '登录', roles: [] },
    channel: 'portal',
  })
  if (made.ok) return accepted({ id: (made.answer as { id: string }).id, isNew: true })
  // Two browsers of one person at once: the other one has just made it.
  const other = made.refusal.code === 'phone-taken' ? await findCitizenByPhone(door, bureau, phone) : undefined
  return other === undefined ? made : accepted({ id: other, isNew: false })
}

export async function findCitizenByPhone(door: Pick<Door, 'database' | 'settings'>, bureau: string, phone: string): Promise<string | undefined> {
  const { rows } = await door.database.query<{ id: string }>('select id from citizen where bureau = $1 and phone_digest = $2 and not closed', [
    bureau,
    phoneDigest(door.settings.secret, phone),
  ])
  return rows[0]?.id
}
