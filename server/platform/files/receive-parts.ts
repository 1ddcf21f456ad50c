import type { Refusal } from '../../../rules/refusal.ts'

/** A file that was taken into the store, named by its digest. */
export interface StoredFile {
  readonly digest: string
  /** The sender's name for it, made harmless: no path, no control characters. */
  readonly name: string
  readonly size: number
  readonly mediaType: string
}

/** A multipart body, taken: plain fields, and files by the field that carried them (in order of arrival). */
export type ReceivedParts =
  | { readonly ok: true; readonly fields: Readonly<Record<string, string>>; readonly files: readonly (StoredFile & { readonly field: string })[] }
  | { readonly ok: false; readonly refusal: Refusal }
