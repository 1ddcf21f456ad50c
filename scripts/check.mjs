// npm run check: the fast part. Types, lint, walls and the rules; no database, no browser.
import { ensureDependencies } from './dependencies.mjs'

ensureDependencies({ development: true })
const { close, step, vitest } = await import('./run-steps.mjs')
// Side by side. The rules keep nothing in their modules, so that their tests need no worker each; the trailing strokes keep other folders out.
await Promise.all([
  vitest('规则', ['rules/', 'contract/', 'data/', '--no-isolate']),
  step('类型', 'tsc', ['--noEmit', '-p', '.']),
  step('书写规范', 'biome', ['check', '.']),
  step('墙（谁可以引用谁）', 'node', ['scripts/walls.mjs']),
])
close()
