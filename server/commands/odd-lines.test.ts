import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { dueAnswer, identifyAnswer } from './testing/line-oracle.ts'
import { chance, dueLine, identifyLine } from './testing/odd-lines.ts'

const root = new URL('../..', import.meta.url).pathname
const seed = Number(process.env.ONESEAL_SEED ?? Math.floor(Math.random() * 2 ** 32))
const count = 100_000

/** The lines as a file may hold them: a byte order mark, either line end from line to line, blank lines at the end. */
function asked(command: string, lines: readonly string[], below: (n: number) => number) {
  const text = `\ufeff${lines.map((line) => `${line}${below(2) ? '\n' : '\r\n'}`).join('')}\r\n\n`
  const run = spawnSync(`${root}node_modules/.bin/node`, ['scripts/oneseal.mjs', command], { cwd: root, input: text, maxBuffer: 256 << 20 })
  const output = run.stdout.toString()
  expect({ errors: run.stderr.toString(), status: run.status, ends: output.endsWith('\n') }).toEqual({ errors: '', status: 0, ends: true })
  const answers = output.slice(0, -1).split('\n')
  expect(answers).toHaveLength(lines.length)
  return answers
}

const firstFew = (differences: readonly string[]) => ({ seed, count: differences.length, first: differences.slice(0, 5) })

describe('a hundred thousand odd lines', () => {
  it('are answered by due as somebody else reckons', { timeout: 120_000 }, () => {
    const luck = chance(seed)
    const lines = [...Array.from({ length: count - 1 }, () => dueLine(luck)), '2026-03-02,5,workday']
    const answers = asked('due', lines, luck.below)
    const fine = (line: string, answer: string) => {
      const expected = dueAnswer(line)
      return expected === 'bad'
        ? answer.startsWith(`${line},,error:`) && /^[a-z]+(-[a-z]+)*$/.test(answer.slice(line.length + 8))
        : answer === expected
    }
    expect(firstFew(lines.flatMap((line, i) => (fine(line, answers[i]!) ? [] : [`${line} → ${answers[i]} ≠ ${dueAnswer(line)}`])))).toMatchObject({
      count: 0,
    })
    const kinds = ['final', 'provisional', 'error:']
    for (const kind of kinds) expect(answers.filter((answer) => answer.includes(`,${kind}`)).length, kind).toBeGreaterThan(count / 20)
  })

  it('are answered by identify as somebody else reckons', { timeout: 120_000 }, () => {
    const luck = chance(seed)
    const lines = [...Array.from({ length: count - 1 }, () => identifyLine(luck)), 'uscc,91350100M000100Y43']
    const answers = asked('identify', lines, luck.below)
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const fine = (line: string, answer: string) => {
      const expected = identifyAnswer(line, today)
      if (!expected.endsWith(',invalid')) return answer === expected
      return answer.startsWith(`${expected},`) && /^[a-z]+(-[a-z]+)*$/.test(answer.slice(expected.length + 1))
    }
    expect(
      firstFew(lines.flatMap((line, i) => (fine(line, answers[i]!) ? [] : [`${line} → ${answers[i]} ≠ ${identifyAnswer(line, today)}`]))),
    ).toMatchObject({
      count: 0,
    })
    for (const kind of ['uscc', 'resident-id', 'organisation-code', 'certificate-id', 'project-code'])
      for (const verdict of ['valid', 'invalid'])
        expect(
          answers.filter((answer) => answer.startsWith(`${kind},`) && answer.includes(`,${verdict},`)).length,
          `${kind} ${verdict}`,
        ).toBeGreaterThan(1000)
  })
})
