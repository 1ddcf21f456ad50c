import { Type } from 'typebox'
import { refused } from '../../../rules/refusal.ts'
import { json, no, stream } from '../http/answer.ts'
import type { FileGuard } from '../http/desk.ts'
import type { Door } from '../http/door.ts'
import { defineRoute, type RouteRow } from '../http/route-row.ts'
import type { Visit } from '../http/visit.ts'
import { factsOfFile, nameGivenBy } from './file-table.ts'
import { dispositionOf } from './harmless-name.ts'

const Digest = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Stored = Type.Object({ digest: Digest, name: Type.String(), size: Type.Integer(), mediaType: Type.String() })

/** The doors to the file store. Who may see a file: whoever brought it, and whom a desk's guard lets. */
export const fileRoutes = (guards: readonly FileGuard[]): readonly RouteRow[] => [
  defineRoute({
    method: 'POST',
    path: '/api/files',
    permission: 'signed-in',
    audit: 'upload-file',
    summary: '上传一个文件，得到它的摘要；办理时以摘要指明',
    triesPerMinute: 120,
    schema: { body: 'multipart', response: Stored },
    handler: async (visit) => {
      const parts = await visit.receiveParts()
      if (!parts.ok) return no(parts.refusal)
      const [file, second] = parts.files
      if (file === undefined) return no(refused('file-missing').refusal)
      if (second !== undefined) return no(refused('too-many-files').refusal)
      return json({ digest: file.digest, name: file.name, size: file.size, mediaType: file.mediaType })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/files/:digest',
    permission: 'signed-in',
    audit: 'look-at-file',
    auditing: 'personal',
    summary: '取回一个文件；inline=true 时 PDF 和图片在页面中预览',
    schema: { params: Type.Object({ digest: Digest }), query: Type.Object({ inline: Type.Optional(Type.Boolean()) }), response: 'file' },
    handler: async (visit, door) => {
      const { digest } = visit.params
      const facts = await factsOfFile(door.database, visit.bureau, digest)
      const seen = facts === undefined ? undefined : await maySee(visit, door, guards, digest)
      const file = seen === undefined ? undefined : await door.files.read(digest)
      if (facts === undefined || seen === undefined || file === undefined) return no(refused('file-not-found').refusal)
      await visit.looked(seen.subject)
      return stream(file.stream, headersOf(facts.mediaType, seen.name, file.size, visit.query.inline === true))
    },
  }),
]

async function maySee(
  visit: Visit,
  door: Door,
  guards: readonly FileGuard[],
  digest: string,
): Promise<{ name: string; subject: string } | undefined> {
  const own = await nameGivenBy(door.database, visit.bureau, digest, visit.actor)
  if (own !== undefined) return { name: own, subject: `file/${digest}` }
  for (const guard of guards) {
    const seen = await guard(visit, door.database, digest)
    if (seen !== undefined) return seen
  }
  return undefined
}

/**
 * Headers under which a stranger's file can do no harm: never sniffed, never kept, nothing in it loads or runs. Pictures are sandboxed as well;
 * a sandboxed PDF is not shown by browsers' own viewers, so it goes out with `default-src 'none'` alone.
 */
export function headersOf(mediaType: string, name: string, size: number, inline: boolean): Record<string, string | number> {
  const picture = mediaType.startsWith('image/')
  const shown = inline && (picture || mediaType === 'application/pdf')
  return {
    'content-type': mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
    'content-length': size,
    'content-disposition': dispositionOf(name, shown),
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'${picture || !shown ? '; sandbox' : ''}`,
    'cache-control': 'private, no-store',
  }
}
