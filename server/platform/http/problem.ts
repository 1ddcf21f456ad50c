import { sentenceOf } from '../../../contract/refusal-texts.ts'
import type { Refusal } from '../../../rules/refusal.ts'
import { statusOf } from '../refusal-status.ts'

/** A refusal on the wire, RFC 9457: `title` is the Chinese sentence, `detail` what filled its places. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: string
  readonly article?: string
  readonly detail?: Readonly<Record<string, string | number>>
  /** The name of the request in the logs, where something broke. */
  readonly request?: string
}

export function problemOf(refusal: Refusal, request?: string): Problem {
  return {
    type: `/problems/${refusal.code}`,
    title: sentenceOf(refusal),
    status: statusOf(refusal.code),
    code: refusal.code,
    ...(refusal.article === undefined ? {} : { article: refusal.article }),
    ...(refusal.detail === undefined ? {} : { detail: refusal.detail }),
    ...(request === undefined ? {} : { request }),
  }
}
