import { accepted, type Result, refused } from '../refusal.ts'

/**
 * A staff password: at least 8 characters, 12 for the three administrators, three of the four kinds (capitals, small letters, digits, others),
 * and not the sign-in name (one of two or three letters stands in many a good password by chance). Refusals: `password-too-short`, `password-too-long`, `password-too-plain`, `password-has-name`.
 */
export function checkPasswordRule(password: string, holder: { readonly login: string; readonly administrator: boolean }): Result<string> {
  const least = holder.administrator ? 12 : 8
  const length = [...password].length
  if (length < least) return refused('password-too-short', { detail: { least } })
  if (length > 128) return refused('password-too-long', { detail: { most: 128 } })
  if ([/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z\d]/].filter((kind) => kind.test(password)).length < 3) return refused('password-too-plain')
  if (holder.login.length > 3 && password.toLowerCase().includes(holder.login.toLowerCase())) return refused('password-has-name')
  return accepted(password)
}
