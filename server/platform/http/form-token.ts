import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * Token against forged requests, bound to one session. A fresh salt each time keeps it from being guessed out of compressed pages.
 * Nothing is stored: the token is salt + HMAC(secret, session, salt).
 */
export function makeFormToken(secret: string, tokenHash: string): string {
  const salt = randomBytes(9).toString('base64url')
  return `${salt}.${mac(secret, tokenHash, salt)}`
}

export function isFormToken(secret: string, tokenHash: string, token: unknown): boolean {
  if (typeof token !== 'string' || token.length > 200) return false
  const [salt = '', given = ''] = token.split('.')
  const right = Buffer.from(mac(secret, tokenHash, salt))
  const shown = Buffer.from(given)
  return shown.length === right.length && timingSafeEqual(shown, right)
}

const mac = (secret: string, tokenHash: string, salt: string): string =>
  createHmac('sha256', secret).update(`form\n${tokenHash}\n${salt}`).digest('base64url')
