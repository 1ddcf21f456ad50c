/** HTTP status of each refusal that is not an ordinary conflict with the state of things (409). Sorted by status, then code. */
const statuses: Readonly<Record<number, readonly string[]>> = {
  400: [
    'act-unknown',
    'bad-character',
    'bad-header',
    'bad-json',
    'bad-multipart',
    'bad-request',
    'file-empty',
    'file-missing',
    'password-has-name',
    'password-same',
    'password-too-plain',
    'password-wrong',
    'request-cut-off',
    'text-not-storable',
    'unknown-field',
    'wrong-type',
    'wrong-value',
  ],
  401: ['code-wrong', 'session-ended', 'sign-in-needed', 'sign-in-refused'],
  403: ['csrf', 'not-delegate', 'not-permitted', 'not-representative', 'not-yours', 'origin-refused', 'password-change-needed', 'real-name-needed'],
  404: ['budget-not-found', 'bureau-not-found', 'file-not-found', 'not-found', 'page-not-found'],
  405: ['method-not-allowed'],
  408: ['request-too-slow'],
  413: ['body-too-large', 'file-too-large', 'too-many-files'],
  415: ['body-type-not-allowed', 'file-type-not-allowed', 'file-type-mismatch'],
  422: ['idempotency-key-reused'],
  423: ['account-locked'],
  429: ['too-many-tries'],
  431: ['request-too-long'],
  500: ['broken', 'internal-error'],
  503: ['book-not-reachable', 'server-stopping'],
  507: ['disk-full'],
}

const byCode = new Map(Object.entries(statuses).flatMap(([status, codes]) => codes.map((code) => [code, Number(status)] as const)))

/**
 * 409 for whatever is not named above: the act is sound, the state of things stands against it. By their endings, `…-not-found` is 404 and
 * `…-invalid`, `…-malformed`, `…-too-short`, `…-too-long` are 400.
 */
export const statusOf = (code: string): number =>
  byCode.get(code) ?? (code.endsWith('-not-found') ? 404 : /-(invalid|malformed|too-short|too-long)$/.test(code) ? 400 : 409)
