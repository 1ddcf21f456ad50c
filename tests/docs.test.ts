import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: root })
const read = (page: string) => readFileSync(join(root, page), 'utf8')

test('every link of the documents leads somewhere', () => {
  const links = pages.flatMap((page) => [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((found) => [page, found[1]!] as const))
  const inside = links.filter(([, to]) => !/^[a-z]+:/.test(to))
  expect(inside.length).toBeGreaterThan(10)
  expect(inside.filter(([page, to]) => !existsSync(join(root, dirname(page), to)))).toEqual([])
})

test('every file that the documents name is there', () => {
  const paths = /`((?:rules|contract|server|web|data|scripts|tests|bench|docs)\/[\w./-]+\.\w+)`/g
  const named = pages.flatMap((page) => [...read(page).matchAll(paths)].map((found) => [page, found[1]!] as const))
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter(([, path]) => !existsSync(join(root, path)))).toEqual([])
})

test('every command that the documents show is one of the programs’', () => {
  const commands = new Set([...readFileSync(join(root, 'server/cli.ts'), 'utf8').matchAll(/^ {2}(\w+): \(\) => import/gm)].map((found) => found[1]!))
  const shown = pages.flatMap((page) => [...read(page).matchAll(/oneseal(?: --)? ([a-z]+)/g)].map((found) => [page, found[1]!] as const))
  expect(shown.length).toBeGreaterThan(3)
  expect(shown.filter(([, command]) => !commands.has(command))).toEqual([])
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts)
  const run = pages.flatMap((page) => [...read(page).matchAll(/npm run (?:--silent )?([a-z]+)/g)].map((found) => [page, found[1]!] as const))
  expect(run.filter(([, script]) => !scripts.includes(script))).toEqual([])
})
