// The product and other servers as processes of their own, started and stopped for a measurement.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/dependencies.mjs'
import { openClient } from './post.mjs'

const password = 'Yimeizhang-2026'

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** Starts a file on a free port and waits until it answers anything at all. */
export async function startServer(args, environment) {
  const port = await freePort()
  const child = spawn(process.execPath, args(port), {
    cwd: root,
    env: { ...process.env, ...environment, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
    // Heads a group of its own, so that its helpers can be held and killed with it.
    detached: true,
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const toGroup = (signal) => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, signal)
  }
  process.once('exit', () => toGroup('SIGKILL'))
  const client = openClient(port, 2)
  for (let tries = 0; ; tries++) {
    const answer = await client('GET', '/').then(
      () => true,
      (error) => !/ECONNREFUSED|ECONNRESET/.test(error.code ?? ''),
    )
    if (answer) break
    if (tries > 600 || child.exitCode !== null) throw new Error(`${args(port).join(' ')} does not answer`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  return {
    port,
    /** Does nothing at all until it is released: what it left for later is not done at the cost of another. */
    hold: () => toGroup('SIGSTOP'),
    release: () => toGroup('SIGCONT'),
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const productSettings = (databaseUrl, data) => ({ DATABASE_URL: databaseUrl, ONESEAL_DATA: data, HOST: '127.0.0.1', LOG_LEVEL: 'error' })

/** The product itself, as `npm start` runs it, with a data folder of its own. */
export async function startProduct(databaseUrl) {
  const data = mkdtempSync(join(tmpdir(), 'oneseal-bench-'))
  const server = await startServer(() => ['server/main.ts'], productSettings(databaseUrl, data))
  return {
    ...server,
    async stop() {
      await server.stop()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** `oneseal demo generate`; leaves alone what already holds that many. */
export function generateCases(databaseUrl, cases) {
  const data = mkdtempSync(join(tmpdir(), 'oneseal-bench-'))
  const run = spawnSync(process.execPath, ['server/cli.ts', 'demo', 'generate', '--cases', String(cases)], {
    cwd: root,
    env: { ...process.env, ...productSettings(databaseUrl, data) },
    stdio: ['ignore', 2, 'inherit'],
  })
  rmSync(data, { recursive: true, force: true })
  if (run.status !== 0) throw new Error(`${cases} cases could not be generated`)
}

/** Headers of a demonstration user who has signed in. */
export async function signIn(client, login) {
  const { token } = JSON.parse(await client('POST', '/api/session/staff', { body: { login, password, bearer: true } }))
  return { authorization: `Bearer ${token}` }
}
