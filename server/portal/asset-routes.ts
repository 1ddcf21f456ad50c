import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Type } from 'typebox'
import { refused } from '../../rules/refusal.ts'
import { no, stream } from '../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'

interface Asset {
  /** With a digest in the name, so that it may be kept for a year. */
  readonly path: string
  readonly type: string
  readonly bytes: Buffer
}

/** Several files go out as one: an old phone on a slow line asks once. */
function asset(extension: 'css' | 'js', type: string, files: readonly string[]): Asset {
  const bytes = Buffer.concat(files.map((file) => readFileSync(new URL(`./assets/${file}.${extension}`, import.meta.url))))
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  return { path: `/assets/portal.${digest}.${extension}`, type, bytes }
}

export const styles = asset('css', 'text/css; charset=utf-8', ['frame', 'parts', 'forms', 'media'])
export const script = asset('js', 'text/javascript; charset=utf-8', ['portal'])
const assets = [styles, script]

export const assetRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/assets/:name',
    permission: 'public',
    audit: 'look-at-asset',
    summary: '页面样式和脚本',
    cacheSeconds: 31_536_000,
    schema: { params: Type.Object({ name: Type.String({ maxLength: 80 }) }), response: 'file' },
    handler: (visit) => {
      const found = assets.find(({ path }) => path === `/assets/${visit.params.name}`)
      return found === undefined ? no(refused('page-not-found').refusal) : stream(found.bytes, { 'content-type': found.type })
    },
  }),
]
