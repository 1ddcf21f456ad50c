import './young-rows.ts'
import { readConfig, WrongConfiguration } from './config.ts'
import { demonstrationPassword, demonstrationPeople, seedDemonstration } from './demonstration.ts'
import { type Served, serve } from './serve.ts'
import { roleTable } from '../contract/permissions.ts'
import type { Settings } from './platform/settings.ts'
import { troubleSentence } from './platform/trouble-sentence.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

function fail(message: string, status: number): never {
  process.stderr.write(`${message}\n`)
  process.exit(status)
}

function settingsOrExit(): Settings {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (error instanceof WrongConfiguration) fail(`${error.message}\n全部设置见 docs/configuration.md。`, 2)
    throw error
  }
}

function reasonOf(error: unknown, settings: Settings): string {
  const { code, syscall } = error as { readonly code?: unknown; readonly syscall?: unknown }
  if (code === 'EADDRINUSE') return `端口 ${settings.port} 已被占用。请换一个端口再启动，例如：PORT=${settings.port + 1} npm start`
  if (code === 'EADDRNOTAVAIL') return `本机没有地址 ${settings.host}，请检查 HOST。`
  if (code === 'EACCES' && syscall === 'listen') return `没有权限使用端口 ${settings.port}。请换一个 1024 以上的端口。`
  return `没有启动成功：${troubleSentence(error) ?? (error instanceof Error ? error.message : String(error))}`
}

async function tell({ house, database, port }: Served, settings: Settings): Promise<void> {
  const { rows } = await database.query<{ name: string; demonstration: boolean }>('select name, demonstration from bureau where bureau = $1', [
    settings.bureau,
  ])
  const bureau = rows[0]
  if (bureau === undefined) {
    say(`审批局“${settings.bureau}”还没有开办。请先停止服务，运行：npm run oneseal -- init`)
    return
  }
  const home = `http://localhost:${port}`
  say(`一枚章 · ${bureau.name}${bureau.demonstration ? '（演示）' : ''}`)
  say(`  群众和企业  ${home}/`)
  say(`  工作人员    ${home}/console/`)
  say(`  接口说明    ${home}/api/docs`)
  if (bureau.demonstration) {
    say(`演示账号（口令都是 ${demonstrationPassword}）：`)
    for (const { login, name, roles } of demonstrationPeople.staff)
      say(`  ${login.padEnd(12)}${name}  ${roles.map((role) => roleTable[role].title).join('、')}`)
    say('群众用任意手机号登录，验证码显示在页面上，也打印在这里。')
  }
  if (database.engine === 'pglite')
    say('现在用的是内嵌数据库，只供试用和培训：断电可能丢失最近的办理。正式使用请设置 DATABASE_URL，见 docs/configuration.md。')
  house.app.log.info({ port }, 'listening')
}

const settings = settingsOrExit()
const served = await serve(
  settings,
  (house, database) => (settings.bureau === 'demo' ? seedDemonstration(house, database) : Promise.resolve()),
  say,
).catch((error: unknown) => fail(reasonOf(error, settings), 1))
await tell(served, settings)

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  // Whatever hangs must not keep the machine from shutting down: what is acknowledged is in the database already.
  setTimeout(() => process.exit(1), 4500).unref()
  await served.stop()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())

// npm does not always pass signals on: when the process that launched this one is gone, there is nobody left to stop it.
if (process.env.ONESEAL_LAUNCHED_BY_NPM !== undefined) {
  const launcher = process.ppid
  setInterval(() => {
    if (process.ppid !== launcher) void stop()
  }, 500).unref()
}
