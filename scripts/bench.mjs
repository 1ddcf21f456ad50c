// npm run bench [-- --only disclosure] [--cases N] [--rounds N] [--seconds N]: measures the product against the limit and writes docs/performance.md. Needs PostgreSQL's programs.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensureDependencies, findNode, root } from './dependencies.mjs'

ensureDependencies({ development: true })
const run = spawnSync(findNode(), [join(root, 'bench', 'bench.mjs'), ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TZ: 'Asia/Shanghai' },
})
process.exit(run.status ?? 1)
