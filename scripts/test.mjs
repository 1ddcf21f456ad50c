// npm test: everything, on a fresh clone with nothing run before.
import { ensureDependencies } from './dependencies.mjs'
import { ensureSystemPackages } from './system-packages.mjs'

ensureDependencies({ development: true })
const tools = ensureSystemPackages()
const { close, step, vitest } = await import('./run-steps.mjs')

await step('类型', 'tsc', ['--noEmit', '-p', '.'])
await step('书写规范', 'biome', ['check', '.'])
await step('墙（谁可以引用谁）', 'node', ['scripts/walls.mjs'])
await step('构建工作台', 'vite', ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'])
const postgres = tools.postgres ? await (await import('./postgres.mjs')).startPostgres({ fsync: false }) : null
const environment = {
  ...(postgres ? { TEST_DATABASE_URL: postgres.url } : {}),
  ...(tools.chromium ? { TEST_CHROMIUM: tools.chromium } : {}),
}
await vitest('规则、各台与服务（PGlite 与 PostgreSQL）', ['--exclude', 'tests/browser/**'], environment)
if (tools.chromium) await vitest('浏览器', ['tests/browser'], environment)
await postgres?.stop()
for (const missing of tools.missing) process.stdout.write(`未测：本机没有${missing}。\n`)
close()
