import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { build } from 'vite'

const folder = fileURLToPath(new URL('.', import.meta.url))
const built = `${folder}dist/`

beforeAll(async () => {
  if (!existsSync(`${built}index.html`)) await build({ configFile: `${folder}vite.config.ts`, logLevel: 'warn' })
})

/** The page, what it names, and what those parts import at once, without what is fetched only when a room is opened. */
function firstFiles(): ReadonlySet<string> {
  const found = new Set(['index.html'])
  const html = readFileSync(`${built}index.html`, 'utf8')
  const take = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    if (!name.endsWith('.js')) return
    const text = readFileSync(`${built}${name}`, 'utf8')
    for (const [, part] of text.matchAll(/(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*${}\s,]+from\s*)?["']\.\/([\w.-]+\.js)["']/g))
      take(`assets/${part}`)
  }
  for (const [, name] of html.matchAll(/(?:src|href)="\/console\/(assets\/[^"]+)"/g)) take(name!)
  return found
}

it('loads in less than 400 KB compressed', () => {
  const files = firstFiles()
  expect([...files].filter((name) => name.endsWith('.js')).length).toBeGreaterThan(0)
  const kilobytes = [...files].reduce((sum, name) => sum + gzipSync(readFileSync(`${built}${name}`)).length, 0) / 1024
  expect(kilobytes).toBeLessThan(400)
})
