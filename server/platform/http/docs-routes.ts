import { hash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { permissionTitles } from '../../../contract/permissions.ts'
import { refusalTexts } from '../../../contract/refusal-texts.ts'
import { statusOf } from '../refusal-status.ts'
import { json, page } from './answer.ts'
import { escapeHtml } from './escape-html.ts'
import { defineRoute, type RouteRow } from './route-row.ts'

/** Every way in which something may not be done: what a program meets in `code`, and the sentence people read. */
const problems = Object.entries(refusalTexts)
  .map(([code, title]) => ({ code, status: statusOf(code), title }))
  .sort((a, b) => a.status - b.status || (a.code < b.code ? -1 : 1))

/** Plain enough to need no file: a table on a screen, one line under another on a phone. */
const look = `body{font:15px/1.6 system-ui,sans-serif;color:#1c2430;margin:0;background:#fff}
main{max-width:1100px;margin:0 auto;padding:16px}
table{width:100%;border-collapse:collapse;margin:8px 0 24px}
th,td{text-align:left;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid #dfe3e8}
code{font-size:.92em;overflow-wrap:anywhere}
th:first-child,td:first-child{width:5em}th:last-child,td:last-child{width:12em}
@media (max-width:640px){thead{position:absolute;clip-path:inset(50%)}tr{display:block;padding:8px 0;border-bottom:1px solid #dfe3e8}
td,td:first-child,td:last-child{display:inline;width:auto;border:0;padding:0 8px 0 0}td:nth-child(3){display:block}td:last-child{color:#5b6470}}`
const onlyItsLook = `default-src 'none'; style-src 'sha256-${hash('sha256', look, 'base64')}'; frame-ancestors 'none'`

/** The interface described by its own schemas: as OpenAPI for programs, as a page for people. */
export const docsRoutes = (app: FastifyInstance): readonly RouteRow[] => [
  defineRoute({
    method: 'GET',
    path: '/api/openapi.json',
    permission: 'public',
    audit: 'look-at-openapi',
    summary: '本接口的 OpenAPI 说明',
    cacheSeconds: 60,
    schema: { response: Type.Object({}, { additionalProperties: true }) },
    handler: () => json({ ...app.swagger(), 'x-problems': problems }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/docs',
    permission: 'public',
    audit: 'look-at-api-docs',
    summary: '接口说明页',
    cacheSeconds: 60,
    schema: { response: 'page' },
    handler: () => page(docsPage(app.routeRows), { headers: { 'content-security-policy': onlyItsLook } }),
  }),
]

const accessTitles: Readonly<Record<string, string>> = {
  public: '任何人',
  staff: '工作人员',
  citizen: '群众和企业',
  'signed-in': '已登录',
  ...permissionTitles,
}

function docsPage(rows: readonly RouteRow[]): string {
  const groups = Map.groupBy(
    rows.filter((row) => row.path.startsWith('/api/')),
    (row) => row.path.split('/')[2]!,
  )
  const sections = [...groups].map(
    ([name, members]) =>
      `<h2>/api/${escapeHtml(name)}</h2><table><thead><tr><th scope="col">方法</th><th scope="col">地址</th><th scope="col">用途</th><th scope="col">谁可以用</th></tr></thead><tbody>${members
        .map(
          (row) =>
            `<tr><td>${row.method}</td><td><code>${escapeHtml(row.path)}</code></td><td>${escapeHtml(row.summary)}</td><td>${escapeHtml(accessTitles[row.permission] ?? row.permission)}</td></tr>`,
        )
        .join('')}</tbody></table>`,
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>一枚章 接口说明</title><style>${look}</style></head><body><main>
<h1>一枚章 接口说明</h1>
<p>机器可读的完整说明：<a href="/api/openapi.json">/api/openapi.json</a>（OpenAPI 3）。</p>
<p>程序登录时在请求体中写 <code>"bearer": true</code>，得到令牌后以 <code>Authorization: Bearer 令牌</code> 调用；浏览器的请求须带会话和 <code>x-csrf-token</code>。
每个办理动作请带 <code>Idempotency-Key</code>，重试不会重复办理。没有办成时答复为 problem+json，<code>title</code> 是给人看的句子，<code>code</code> 供程序判断。</p>
${sections.join('\n')}
<h2>没有办成时的 code</h2><table><thead><tr><th scope="col">状态码</th><th scope="col">code</th><th scope="col">句子</th></tr></thead><tbody>${problems
    .map(({ code, status, title }) => `<tr><td>${status}</td><td><code>${escapeHtml(code)}</code></td><td>${escapeHtml(title)}</td></tr>`)
    .join('')}</tbody></table>
</main></body></html>`
}
