import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { lightTitles } from '../contract/case-texts.ts'
import { permissionTitles, roleTable } from '../contract/permissions.ts'
import { casePhases } from '../rules/case/standing/permitted-acts.ts'
import { paperKinds } from '../rules/paper/paper-kinds.ts'
import { desks } from '../server/desks.ts'

const glossary = readFileSync(resolve(import.meta.dirname, '../docs/glossary.md'), 'utf8')
const words = new Set([...glossary.matchAll(/`([^`]+)`/g)].map((match) => match[1]!))

test.each([
  ['acts', desks.flatMap(({ acts }) => acts.map(({ name }) => name))],
  ['phases', casePhases],
  ['lights', Object.keys(lightTitles)],
  ['papers', Object.keys(paperKinds)],
  ['roles', Object.keys(roleTable)],
  ['permissions', Object.keys(permissionTitles)],
])('all %s stand in the glossary', (_what, names) => {
  expect(names.length).toBeGreaterThan(3)
  expect(names.filter((name) => !words.has(name))).toEqual([])
})
