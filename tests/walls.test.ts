import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const walls = resolve(import.meta.dirname, '../scripts/walls.mjs')
const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A little house with the given files, and what the walls say of it. */
function inspect(files: Record<string, string>): { status: number | null; said: string } {
  const house = mkdtempSync(join(tmpdir(), 'oneseal-walls-'))
  folders.push(house)
  symlinkSync(resolve(import.meta.dirname, '../node_modules'), join(house, 'node_modules'))
  writeFileSync(join(house, 'package.json'), '{"type":"module"}')
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, name)), { recursive: true })
    writeFileSync(join(house, name), text)
  }
  const run = spawnSync(process.execPath, [walls, house], { encoding: 'utf8' })
  return { status: run.status, said: run.stdout + run.stderr }
}

const sound = {
  'rules/time/day.ts': 'export type Day = string\nexport const day = 1\n',
  'rules/case/act.ts': "import { day } from '../time/day.ts'\n// Date.now() may be spoken of\nexport const act = day\n",
  'server/platform/writer/writer.ts': 'export const writer = 1\nexport type Writer = number\n',
  'server/desks/cases/public.ts': 'export const ask = 1\n',
  'server/desks/cases/inside.ts': 'export const inside = 1\n',
  'server/desks/people/desk.ts': "import { ask } from '../cases/public.ts'\nexport const people = ask\n",
}

test('a sound house stands', () => {
  expect(inspect(sound)).toMatchObject({ status: 0 })
})

const breaches: [string, string, Record<string, string>][] = [
  [
    'a forbidden import',
    'rules-are-pure',
    { 'rules/case/bad.ts': "import { writer } from '../../server/platform/writer/writer.ts'\nexport const bad = writer\n" },
  ],
  [
    'an import of a type',
    'rules-are-pure',
    { 'rules/case/bad.ts': "import type { Writer } from '../../server/platform/writer/writer.ts'\nexport type Bad = Writer\n" },
  ],
  ['a lazy import', 'rules-are-pure', { 'rules/case/bad.ts': "export const bad = () => import('../../server/platform/writer/writer.ts')\n" }],
  ['a Node module', 'rules-are-pure', { 'rules/case/bad.ts': "import { readFileSync } from 'node:fs'\nexport const bad = readFileSync\n" }],
  ['a package', 'rules-are-pure', { 'rules/case/bad.ts': "import Fastify from 'fastify'\nexport const bad = Fastify\n" }],
  ['a clock of its own', 'rules-have-no-clock', { 'rules/case/bad.ts': 'export const bad = Date.now()\n' }],
  ['dice', 'rules-have-no-clock', { 'rules/case/bad.ts': 'export const bad = Math.random()\n' }],
  [
    "another desk's inside",
    'desk-asks-through-public',
    { 'server/desks/people/bad.ts': "import { inside } from '../cases/inside.ts'\nexport const bad = inside\n" },
  ],
  [
    'plumbing that knows a bureau word',
    'platform-knows-no-bureau-word',
    { 'server/platform/bad.ts': "import { act } from '../../rules/case/act.ts'\nexport const bad = act\n" },
  ],
  [
    'a writer that leans on its readers',
    'writer-stands-below',
    {
      'server/platform/book/seal.ts': 'export const seal = 1\n',
      'server/platform/writer/bad.ts': "import { seal } from '../book/seal.ts'\nexport const bad = seal\n",
    },
  ],
  [
    'a database that knows the book',
    'database-stands-lowest',
    { 'server/platform/database/bad.ts': "import { writer } from '../writer/writer.ts'\nexport const bad = writer\n" },
  ],
  [
    'a fold that knows an act',
    'what-stands-asks-no-act',
    {
      'rules/case/folding/bad.ts': "import { grantCase } from '../deciding/grant-case.ts'\nexport const bad = grantCase\n",
      'rules/case/deciding/grant-case.ts': 'export const grantCase = 1\n',
    },
  ],
  [
    'a circle',
    'no-circle',
    {
      'rules/case/a.ts': "import { b } from './b.ts'\nexport const a = () => b\n",
      'rules/case/b.ts': "import { a } from './a.ts'\nexport const b = () => a\n",
    },
  ],
  [
    'a console that reaches into the server',
    'web-knows-no-server',
    { 'web/app.ts': "import { writer } from '../server/platform/writer/writer.ts'\nexport const bad = writer\n" },
  ],
]

test.each(breaches)('%s is caught', (_what, rule, planted) => {
  const { status, said } = inspect({ ...sound, ...planted })
  expect(status).not.toBe(0)
  expect(said).toContain(rule)
})
