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

function asset(file: string, type: string): Asset {
  const bytes = readFileSync(new URL(`./assets/${file}`, import.meta.url))
  const [name, extension] = file.split('.')
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  return { path: `/assets/${name}.${digest}.${extension}`, type, bytes }
}

export const styles = asset('portal.css', 'text/css; charset=utf-8')
export const script = asset('portal.js', 'text/javascript; charset=utf-8')
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
