import type { Readable } from 'node:stream'
import type { Refusal } from '../../../rules/refusal.ts'

/** What a handler hands back to the door. One shape for each thing a browser can be given; nothing is guessed from a value's look. */
export type Answer =
  | { readonly kind: 'json'; readonly value: unknown; readonly status?: number; readonly headers?: Headers }
  | { readonly kind: 'page'; readonly html: string; readonly status?: number; readonly headers?: Headers }
  | { readonly kind: 'see-other'; readonly location: string }
  | { readonly kind: 'stream'; readonly stream: Readable | Uint8Array | string; readonly headers: Headers; readonly status?: number }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }

type Headers = Readonly<Record<string, string | number>>

export const json = (value: unknown, more: { status?: number; headers?: Headers } = {}): Answer => ({ kind: 'json', value, ...more })

/** A whole HTML page, already escaped. */
export const page = (html: string, more: { status?: number; headers?: Headers } = {}): Answer => ({ kind: 'page', html, ...more })

/** After a form was taken: 303 to the page that shows the outcome. `location` must be a path of this server. */
export const seeOther = (location: string): Answer => ({ kind: 'see-other', location })

export const stream = (body: Readable | Uint8Array | string, headers: Headers): Answer => ({ kind: 'stream', stream: body, headers })

/** A lawful no: the door turns it into problem+json, or into a page for a browser that asked for HTML. */
export const no = (refusal: Refusal): Answer => ({ kind: 'refusal', refusal })
