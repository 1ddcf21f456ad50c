/** The one way the console talks to the server: JSON, the session's cookie, a CSRF token, an idempotency key on every act. */

/** What the server says when it says no (RFC 9457), with the Chinese sentence in `title`. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly article: string | undefined
  readonly detail: Readonly<Record<string, string | number>>
  constructor(status: number, body: { code?: string; title?: string; article?: string; detail?: Record<string, string | number> }) {
    super(body.title ?? '没有办成，请稍后再试。')
    this.status = status
    this.code = body.code ?? 'unknown'
    this.article = body.article
    this.detail = body.detail ?? {}
  }
}

let csrfToken = ''
export const rememberCsrf = (token: string) => {
  csrfToken = token
}

let signedOut: () => void = () => {}
/** What happens when the server does not know any more who is here, whichever call meets it. */
export const whenSignedOut = (run: () => void) => {
  signedOut = run
}

/** A new key for one press of a button; keep it for retries of the same press. Not `randomUUID`, which a plain http address within a bureau does not have. */
export const newKey = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly form?: FormData
  readonly key?: string
  readonly query?: Readonly<Record<string, string | number | boolean | undefined | null>>
  readonly signal?: AbortSignal
}

export function addressOf(path: string, query: Request['query'] = {}): string {
  const parts = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== null && value !== '') parts.set(name, String(value))
  const text = parts.toString()
  return text === '' ? path : `${path}?${text}`
}

export async function call<T>(path: string, request: Request = {}): Promise<T> {
  const response = await ask(path, request)
  return (isJson(response) ? await response.json() : undefined) as T
}

/** A paper or another file, to be drawn here. */
export const fetchFile = async (path: string, request: Request = {}): Promise<Uint8Array> =>
  new Uint8Array(await (await ask(path, request)).arrayBuffer())

const isJson = (response: Response): boolean => (response.headers.get('content-type') ?? '').includes('json')

async function ask(path: string, request: Request): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (csrfToken !== '') headers['x-csrf-token'] = csrfToken
  if (request.key !== undefined) headers['idempotency-key'] = request.key
  if (request.body !== undefined) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(addressOf(path, request.query), {
      method: request.method ?? 'GET',
      headers,
      body: request.form ?? (request.body === undefined ? null : JSON.stringify(request.body)),
      credentials: 'same-origin',
      signal: request.signal ?? null,
    })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    const looking = (request.method ?? 'GET') === 'GET'
    throw new Problem(0, {
      code: 'network',
      title: looking ? '网络不通，没有取到内容。请检查网络后再试。' : '网络不通，没有等到答复，不知道办成没有。请检查网络后再按一次，不会重复办理。',
    })
  }
  if (response.ok) return response
  const problem = new Problem(response.status, isJson(response) ? await response.json() : {})
  if (problem.code === 'session-ended' || problem.code === 'sign-in-needed') signedOut()
  throw problem
}

/** A file into the store; acts name it by its digest. */
export function upload(file: File): Promise<{ readonly digest: string; readonly name: string; readonly size: number; readonly mediaType: string }> {
  const form = new FormData()
  form.append('file', file, file.name)
  return call('/api/files', { method: 'POST', form })
}
