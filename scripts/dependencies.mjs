// Installs what package-lock.json names, once. Plain JavaScript without packages: it runs on the machine's own Node before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'node_modules', '.oneseal-installed')

/** The Node that npm carries (24), or the machine's own where that is new enough (argon2 and type stripping need 24.7). */
export function findNode() {
  const carried = join(root, 'node_modules', '.bin', 'node')
  if (existsSync(carried)) return carried
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 24 || (major === 24 && minor >= 7)) return process.execPath
  process.stderr.write(
    `一枚章需要 Node 24.7 以上，本机是 ${process.version}，npm 也没有带来适合本机的 Node（${process.platform}-${process.arch}）。请安装 Node 24 后再试。\n`,
  )
  process.exit(1)
}

/**
 * Installs when node_modules is absent or was made from another lock file. `npm install --no-save` keeps to the lock file as `npm ci` does, but does not
 * insist on the other platforms' optional packages, which some registries (and office mirrors) do not carry. What it does is said on standard error, so
 * that standard output stays clean. Without `development` the tools for tests and checks are left out: the product starts sooner.
 */
export function ensureDependencies({ development }) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : []
  const all = development || installed[1] === 'all'
  if (installed[0] === lock && (installed[1] === 'all' || !all)) return
  process.stderr.write('正在安装依赖（只在首次或依赖有变时进行，约一分钟）……\n')
  const options = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...(all ? [] : ['--omit=dev'])]
  const done = spawnSync('npm', options, { cwd: root, stdio: ['ignore', 2, 2] })
  if (done.status !== 0) {
    process.stderr.write('依赖没有装成。请检查网络或 npm 仓库设置，再运行一次；已下载的部分不会浪费。\n')
    process.exit(done.status ?? 1)
  }
  writeFileSync(stamp, `${lock} ${all ? 'all' : 'running'}`)
}
