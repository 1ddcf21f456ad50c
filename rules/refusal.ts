/**
 * The one shape of a lawful "no". A rule returns it; it never throws it.
 * `code` is stable and in kebab-case (`case-already-accepted`); the Chinese sentence for it lies in `contract/refusal-texts.ts`,
 * the HTTP status in `server/platform/refusal-status.ts`. `article` names the law where there is one ("行政许可法 第三十二条").
 * `detail` fills the sentence's {places}; it never holds personal data.
 */
export interface Refusal {
  readonly code: string
  readonly article?: string
  readonly detail?: Readonly<Record<string, string | number>>
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value })
export const refused = (code: string, more: Omit<Refusal, 'code'> = {}): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal: { code, ...more },
})
