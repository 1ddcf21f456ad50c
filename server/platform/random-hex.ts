import { randomBytes } from 'node:crypto'

let pool = Buffer.alloc(0)
let used = 0

/** So many random bytes as hex digits; taken from the system four thousand at a time, for each call costs more than the bytes. */
export function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    pool = randomBytes(4096)
    used = 0
  }
  used += bytes
  return pool.toString('hex', used - bytes, used)
}
