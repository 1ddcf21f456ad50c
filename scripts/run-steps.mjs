// Runs named commands with the project's own Node first on PATH, one after another or side by side, and keeps the count that the last line prints.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root } from './dependencies.mjs'

const bin = join(root, 'node_modules', '.bin')
const counts = { passed: 0, failed: 0 }
const failures = []

const environment = (more) => ({ ...process.env, TZ: 'Asia/Shanghai', PATH: `${bin}${delimiter}${process.env.PATH}`, FORCE_COLOR: '0', ...more })

/** Runs a command to its end: its exit status and, unless it speaks for itself, what it said. */
const run = (command, args, more, stdio) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: environment(more), stdio: ['ignore', stdio, stdio] })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk))
    child.once('error', (error) => resolve({ status: 1, said: String(error) }))
    child.once('close', (status) => resolve({ status, said: Buffer.concat(said).toString() }))
  })

const secondsSince = (began) => ((performance.now() - began) / 1000).toFixed(1)

/** One command that either passes or fails as a whole: types, lint, walls. */
export async function step(title, command, args, more = {}) {
  const began = performance.now()
  const { status, said } = await run(command, args, more, 'pipe')
  const ok = status === 0
  counts[ok ? 'passed' : 'failed']++
  process.stdout.write(`${ok ? '✓' : '✗'} ${title}（${secondsSince(began)} 秒）\n`)
  if (!ok) {
    failures.push(title)
    process.stdout.write(`${said}\n`)
  }
  return ok
}

/** A Vitest run: every test counts by itself; a run that executes no test fails. */
export async function vitest(title, args, more = {}) {
  const began = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'oneseal-test-'))
  const report = join(folder, 'report.json')
  const { status } = await run('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args], more, 'inherit')
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { numPassedTests: 0, numFailedTests: 0 }
  rmSync(folder, { recursive: true, force: true })
  counts.passed += result.numPassedTests
  counts.failed += result.numFailedTests
  const ok = status === 0 && result.numPassedTests > 0
  if (!ok) {
    failures.push(title)
    if (result.numFailedTests === 0) counts.failed++
  }
  process.stdout.write(`${ok ? '✓' : '✗'} ${title}：${result.numPassedTests} 项通过，${result.numFailedTests} 项失败（${secondsSince(began)} 秒）\n`)
  return ok
}

/** The closing line, alone on its line, and the exit status that goes with it. */
export function close() {
  if (failures.length > 0) process.stdout.write(`没有通过：${failures.join('、')}\n`)
  process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`)
  process.exit(counts.failed > 0 ? 1 : 0)
}
