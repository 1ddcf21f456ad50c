import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { disclosureSourceTexts } from './disclosure-source-texts.ts'
import { refusalTexts, sentenceOf } from './refusal-texts.ts'

const root = new URL('../', import.meta.url)

/** Every code that a rule, the writer or a door refuses with, and the file that does. Found in the text of the sources. */
function codesInSources(): Map<string, string> {
  const codes = new Map<string, string>()
  for (const room of ['rules', 'server']) {
    for (const name of readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || /\.test\.ts$|testing\/|\.d\.ts$/.test(name)) continue
      const text = readFileSync(new URL(`${room}/${name}`, root), 'utf8')
      for (const [, code] of text.matchAll(/\b(?:refused|refuse)\(\s*'([a-z][a-z0-9-]*)'/g)) codes.set(code!, `${room}/${name}`)
    }
  }
  return codes
}

describe('refusals', () => {
  test('each has its sentence', () => {
    const codes = codesInSources()
    expect(codes.size).toBeGreaterThan(80)
    expect([...codes].filter(([code]) => !Object.hasOwn(refusalTexts, code) && !Object.hasOwn(disclosureSourceTexts, code))).toEqual([])
  })
  test('each sentence is Chinese and ends like one', () => {
    for (const [code, text] of Object.entries(refusalTexts)) expect(text, code).toMatch(/^(?=.*[\u4e00-\u9fff]).*[。？}]$/)
  })
  test('places are filled, and what is not known stays visible', () => {
    expect(sentenceOf({ code: 'login-taken', detail: { login: 'wang' } })).toBe('登录名 wang 已有人使用。')
    expect(sentenceOf({ code: 'login-taken' })).toContain('{login}')
    expect(sentenceOf({ code: 'no-such-code' })).toContain('no-such-code')
  })
})
