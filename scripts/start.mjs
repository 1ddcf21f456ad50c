// npm start: dependencies where they are missing, the console where it is older than its sources, then the server. Runs on Node 20 without packages.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ensureDependencies, findNode, root } from './dependencies.mjs'

const launcher = process.ppid
ensureDependencies({ development: false })
const node = findNode()
buildConsole()

const child = spawn(node, [join(root, 'server', 'main.ts')], {
  stdio: 'inherit',
  env: {
    ...process.env,
    ONESEAL_LAUNCHED_BY_NPM: '1',
    // Keeps what the engine compiled: halves the time in which the modules load at the next start.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'oneseal', 'compiled'),
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal === 'SIGINT' ? 'SIGTERM' : signal))
child.on('exit', (status, signal) => process.exit(status ?? (signal === null ? 1 : 0)))
child.on('error', (error) => {
  process.stderr.write(`没有启动成功：${error.message}\n`)
  process.exit(1)
})
// Under npm a killed parent leaves this process behind: go with it.
setInterval(() => {
  if (process.ppid !== launcher) child.kill('SIGTERM')
}, 500).unref()

/** Builds the console when its page is missing or older than what it is made of. */
function buildConsole() {
  const config = join(root, 'web', 'vite.config.ts')
  const page = join(root, 'web', 'dist', 'index.html')
  if (!existsSync(config)) {
    process.stderr.write('还没有工作台的源文件，只启动服务。\n')
    return
  }
  if (existsSync(page) && newest(['web', 'contract', 'rules'].map((folder) => join(root, folder))) <= statSync(page).mtimeMs) return
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite)) {
    process.stderr.write('没有安装构建工具，沿用已有的工作台页面。\n')
    return
  }
  process.stderr.write('正在构建工作台（只在首次或源文件有变时进行，几秒钟）……\n')
  const built = spawnSync(node, [vite, 'build', '--config', config, '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (built.status !== 0) process.stderr.write('工作台没有构建成功，原因见上；服务照常启动，群众端不受影响。\n')
}

function newest(folders) {
  let latest = 0
  for (const folder of folders)
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'dist' || entry.name.endsWith('.test.ts')) continue
      const path = join(folder, entry.name)
      latest = Math.max(latest, entry.isDirectory() ? newest([path]) : statSync(path).mtimeMs)
    }
  return latest
}
