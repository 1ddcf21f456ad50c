import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'oneseal-main-'))
const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})
const node = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url))
const main = fileURLToPath(new URL('./main.ts', import.meta.url))

function start(env: Record<string, string>) {
  const child = spawn(node, [main], {
    env: { ...process.env, DATABASE_URL: '', ONESEAL_DATA: join(folder, 'data'), HOST: '127.0.0.1', PORT: '0', ...env },
  })
  started.push(child)
  let output = ''
  let errors = ''
  child.stdout.on('data', (chunk) => {
    output += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    errors += String(chunk)
  })
  const ended = once(child, 'close').then(() => ({ status: child.exitCode, output, errors }))
  const ready = async (): Promise<string> => {
    for (;;) {
      const found = /接口说明\s+(http:\/\/localhost:\d+)/.exec(output)?.[1]
      if (found !== undefined && output.includes('内嵌数据库')) return found.replace('localhost', '127.0.0.1')
      if (child.exitCode !== null) throw new Error(`did not start: ${errors}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return { child, ended, ready, text: () => output }
}

const health = (home: string) => fetch(`${home}/api/health`).then((answer) => answer.json())

describe('the server process', () => {
  test('says every wrong setting in Chinese and exits with 2', async () => {
    const { status, errors } = await start({ PORT: 'x', LOG_LEVEL: 'loud' }).ended
    expect(status).toBe(2)
    expect(errors).toContain('环境变量 PORT（监听端口）的值“x”不对')
    expect(errors).toContain('环境变量 LOG_LEVEL')
  })

  test('seeds the demonstration, says what it is for, guards its folder, stops in time and finds everything again', {
    timeout: 180_000,
  }, async () => {
    const first = start({})
    const home = await first.ready()
    expect(await health(home)).toEqual({ ok: true, database: 'pglite', states: 'current' })
    expect(first.text()).toContain('秦皇岛经济技术开发区行政审批局（演示）')
    expect(first.text()).toContain('只供试用和培训')

    const second = await start({}).ended
    expect(second.status).toBe(1)
    expect(second.errors).toContain('正被另一个进程')
    const samePort = await start({ PORT: new URL(home).port, ONESEAL_DATA: join(folder, 'other') }).ended
    expect(samePort.status).toBe(1)
    expect(samePort.errors).toContain('已被占用')

    const signIn = await fetch(`${home}/api/session/staff`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'xitong', password: 'Yimeizhang-2026', bearer: true }),
    })
    const { token } = (await signIn.json()) as { token: string }
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const body = JSON.stringify({ id: 'kept', name: '留存科', kind: 'department', parent: '442002', unitCode: '', divisionCode: '' })
    expect((await fetch(`${home}/api/people/offices`, { method: 'POST', headers, body })).status).toBe(200)

    // A browser's idle connection must not hold the door open.
    const idle = connect(Number(new URL(home).port), '127.0.0.1')
    await once(idle, 'connect')
    const from = performance.now()
    first.child.kill('SIGTERM')
    expect((await first.ended).status).toBe(0)
    expect(performance.now() - from).toBeLessThan(5000)
    idle.destroy()

    const third = start({})
    const again = await third.ready()
    const offices = (await (await fetch(`${again}/api/people/offices`, { headers })).json()) as { id: string }[]
    expect(offices.map(({ id }) => id)).toContain('kept')
    third.child.kill('SIGINT')
    expect((await third.ended).status).toBe(0)
  })

  test('stops by itself when the one who launched it is gone', async () => {
    const parentProgram = `const { spawn } = require('node:child_process'); const child = spawn(process.argv[1], [process.argv[2]], { stdio: ['ignore', 'pipe', 'inherit'] }); child.stdout.pipe(process.stdout); console.log('child ' + child.pid); setInterval(() => {}, 1000)`
    const env = { ...process.env, DATABASE_URL: '', ONESEAL_DATA: join(folder, 'data'), HOST: '127.0.0.1', PORT: '0', ONESEAL_LAUNCHED_BY_NPM: '1' }
    const parent = spawn(node, ['-e', parentProgram, node, main], { env })
    started.push(parent)
    let output = ''
    for await (const chunk of parent.stdout) {
      output += String(chunk)
      if (output.includes('内嵌数据库')) break
    }
    const pid = Number(/child (\d+)/.exec(output)![1])
    parent.kill('SIGKILL')
    const alive = () => {
      try {
        return process.kill(pid, 0)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
        throw error
      }
    }
    const until = performance.now() + 8000
    while (alive() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 100))
    expect(alive()).toBe(false)
  })
})
