// A private PostgreSQL for tests and measurements: its own folder, a free loopback port, gone when stopped.
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const debianFolder = '/usr/lib/postgresql'

/** Folder of the PostgreSQL programs, newest version first, else those on the PATH; undefined where there are none of version 15 or later. */
export function findPostgres() {
  if (process.env.PG_BIN) return process.env.PG_BIN
  if (existsSync(debianFolder)) {
    const versions = readdirSync(debianFolder).filter((name) => Number(name) >= 15 && existsSync(join(debianFolder, name, 'bin', 'initdb')))
    const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
    if (newest) return join(debianFolder, newest, 'bin')
  }
  return (process.env.PATH ?? '').split(delimiter).find((folder) => folder && existsSync(join(folder, 'initdb')))
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

/** PostgreSQL refuses to run as root: then the Debian user `postgres` runs it. */
function runner() {
  if (process.getuid?.() !== 0) return {}
  const number = (flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }).trim())
  return { uid: number('-u'), gid: number('-g') }
}

/**
 * Starts a cluster of its own and waits until it answers. `folder`: where to keep it (a temporary one when absent, removed at the end; a given one is
 * used again and stays). `fsync: false` for tests that do not measure or kill. The user is `oneseal`, trusted on loopback only.
 */
export async function startPostgres({ folder, fsync = true, settings = {} } = {}) {
  const bin = findPostgres()
  if (!bin) throw new Error('没有找到 PostgreSQL 15 或更高版本的程序（initdb、postgres）；请安装 postgresql，或用 PG_BIN 指明其所在文件夹。')
  const user = runner()
  const home = folder ?? mkdtempSync(join(tmpdir(), 'oneseal-postgres-'))
  mkdirSync(home, { recursive: true })
  const data = join(home, 'data')
  if (user.uid !== undefined) chownSync(home, user.uid, user.gid)
  if (!existsSync(join(data, 'PG_VERSION'))) {
    const make = ['-D', data, '-U', 'oneseal', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-instructions', ...(fsync ? [] : ['--no-sync'])]
    execFileSync(join(bin, 'initdb'), make, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  }
  const port = await freePort()
  const url = `postgresql://oneseal@127.0.0.1:${port}/postgres`
  const wanted = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: fsync ? 'on' : 'off',
    max_connections: 100,
    shared_buffers: '256MB',
    // Refused statements are the tests' business: told at length, they would fill a pipe that nobody empties while a test run holds this process.
    log_min_messages: 'fatal',
    log_min_error_statement: 'panic',
    ...settings,
  }
  const args = ['-D', data, ...Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const launch = () => {
    const server = spawn(join(bin, 'postgres'), args, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    server.stderr.on('data', (text) => {
      said = (said + text).slice(-4000)
    })
    return { server, ended: new Promise((resolve) => server.once('exit', resolve)), said: () => said }
  }
  let running = launch()
  await answers(bin, port, running)
  const cleanUp = () => running.server.kill('SIGKILL')
  process.once('exit', cleanUp)
  const signal = async (name) => {
    running.server.kill(name)
    await running.ended
  }
  return {
    url,
    port,
    folder: home,
    pid: () => running.server.pid,
    /** A crash of the whole server, as a power cut of the database machine would be. */
    kill: () => signal('SIGQUIT'),
    async restart() {
      running = launch()
      await answers(bin, port, running)
    },
    async stop() {
      process.off('exit', cleanUp)
      await signal('SIGINT')
      if (!folder) rmSync(home, { recursive: true, force: true })
    },
  }
}

async function answers(bin, port, running) {
  let dead = false
  running.ended.then(() => {
    dead = true
  })
  for (let attempt = 0; attempt < 600 && !dead; attempt++) {
    try {
      execFileSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error(`PostgreSQL 没有启动：\n${running.said()}`)
}
