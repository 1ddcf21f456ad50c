// What the tests need besides npm: a PostgreSQL to start, a Chromium to drive, fonts that hold Chinese. As root on Debian they are installed, announced first;
// elsewhere what is there is used and what is missing is named.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const debianPostgres = '/usr/lib/postgresql'

function findPostgres() {
  if (existsSync(debianPostgres)) {
    const newest = readdirSync(debianPostgres)
      .filter((v) => Number(v) >= 15)
      .sort((a, b) => Number(b) - Number(a))
    for (const v of newest) if (existsSync(join(debianPostgres, v, 'bin', 'initdb'))) return join(debianPostgres, v, 'bin')
  }
  return onPath('initdb')
}

const onPath = (name) => {
  const found = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : null
}
const findChromium = () => onPath('chromium') ?? onPath('chromium-browser') ?? onPath('google-chrome')
const hasChineseFont = () => (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== ''

/** Returns where things are, and the names of what is missing. */
export function ensureSystemPackages() {
  const wanted = []
  if (!findPostgres()) wanted.push('postgresql')
  if (!findChromium()) wanted.push('chromium')
  if (!hasChineseFont()) wanted.push('fonts-noto-cjk')
  if (wanted.length > 0 && process.getuid?.() === 0 && onPath('apt-get')) {
    process.stdout.write(`测试还需要：${wanted.join('、')}。现在用 apt-get 安装……\n`)
    const quiet = { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], quiet)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'fontconfig', ...wanted], quiet)
  }
  const postgres = findPostgres()
  const chromium = findChromium()
  const missing = []
  if (!postgres) missing.push(' PostgreSQL 15 以上')
  if (!chromium) missing.push(' Chromium 浏览器')
  if (chromium && !hasChineseFont()) missing.push('中文字体（截图会是方框）')
  return { postgres, chromium, missing }
}
