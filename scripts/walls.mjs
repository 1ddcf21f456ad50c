// The walls of the house: who may import whom (dependency-cruiser), and what the rules may not call. `node scripts/walls.mjs [folder]`
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root } from './dependencies.mjs'

const house = resolve(process.argv[2] ?? root)
const rooms = ['rules', 'contract', 'server', 'web', 'data'].filter((room) => existsSync(join(house, room)))

// A rule with a clock or dice of its own cannot be computed again in thirty years.
const ownClock = /\bDate\.now\s*\(|\bnew Date\b|\bMath\.random\s*\(|\bprocess\.|\bperformance\.now\s*\(|\bfetch\s*\(/
const breaches = globSync('rules/**/*.ts', { cwd: house })
  .filter((file) => !file.endsWith('.test.ts') && !file.includes('/testing/'))
  .flatMap((file) =>
    readFileSync(join(house, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        ownClock.test(line.replace(/\/\/.*|^\s*\/?\*.*/, '')) ? [`rules-have-no-clock: ${file}:${index + 1}: ${line.trim()}`] : [],
      ),
  )
for (const breach of breaches) process.stdout.write(`${breach}\n`)

const cruise = spawnSync(join(root, 'node_modules', '.bin', 'depcruise'), ['--config', join(root, '.dependency-cruiser.cjs'), ...rooms], {
  cwd: house,
  encoding: 'utf8',
})
if (cruise.status !== 0) process.stdout.write(`${cruise.stdout}${cruise.stderr}`)
process.exit(breaches.length > 0 || cruise.status !== 0 ? 1 : 0)
