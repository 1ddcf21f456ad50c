import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Settings } from './platform/settings.ts'

type Reading<T> = (raw: string) => T | undefined

interface Variable<T> {
  readonly name: string
  /** As written in the environment; shown in the table of docs/configuration.md. */
  readonly fallback: string
  readonly meaning: string
  /** What a right value looks like, in the sentence for a wrong one. */
  readonly expects: string
  readonly read: Reading<T>
}

const whole =
  (least: number, most: number): Reading<number> =>
  (raw) =>
    /^\d{1,9}$/.test(raw) && Number(raw) >= least && Number(raw) <= most ? Number(raw) : undefined
const yesNo: Reading<boolean> = (raw) =>
  raw === 'yes' || raw === '1' || raw === 'true' ? true : raw === 'no' || raw === '0' || raw === 'false' ? false : undefined
const shaped =
  (pattern: RegExp): Reading<string> =>
  (raw) =>
    pattern.test(raw) ? raw : undefined
const oneOf =
  <T extends string>(...words: readonly T[]): Reading<T> =>
  (raw) =>
    words.find((word) => word === raw)

const foldersThatExist: Reading<readonly string[]> = (raw) => {
  const folders = raw.split(/[:;]/).filter((folder) => folder !== '')
  return folders.every((folder) => existsSync(folder)) ? folders : undefined
}

const variable = <T>(name: string, fallback: string, meaning: string, expects: string, read: Reading<T>): Variable<T> => ({
  name,
  fallback,
  meaning,
  expects,
  read,
})

/** Every environment variable the product knows. docs/configuration.md is written from this table and a test compares them. */
export const variables = {
  port: variable('PORT', '8080', '监听端口', '0 到 65535 的整数', whole(0, 65535)),
  host: variable('HOST', '0.0.0.0', '监听地址', '一个 IP 地址或主机名', shaped(/^[\w.:-]{1,253}$/)),
  databaseUrl: variable(
    'DATABASE_URL',
    '',
    'PostgreSQL 15 以上的连接串；留空使用内嵌数据库（只供试用和培训）',
    'postgres:// 或 postgresql:// 开头的连接串，或留空',
    shaped(/^$|^postgres(ql)?:\/\/\S+$/),
  ),
  dataFolder: variable('ONESEAL_DATA', '.oneseal', '数据文件夹：内嵌数据库、上传的文件、密钥', '一个文件夹路径', shaped(/^[^\0]{1,4096}$/)),
  secret: variable(
    'ONESEAL_SECRET',
    '',
    '密钥（表单令牌、验证码摘要）；留空时自动生成并存放在数据文件夹的 secret 文件中',
    '至少 32 个字符，或留空',
    shaped(/^$|^.{32,}$/),
  ),
  bureau: variable(
    'ONESEAL_BUREAU',
    'demo',
    '按域名找不到时服务的审批局代号',
    '小写字母、数字、连字符，2 到 40 个字符',
    shaped(/^[a-z0-9][a-z0-9-]{1,39}$/),
  ),
  fonts: variable(
    'ONESEAL_FONTS',
    '',
    '本局自有字体的文件夹（如仿宋_GB2312、方正小标宋），几个用冒号或分号隔开；留空只用随产品的思源字体',
    '存在的文件夹路径，或留空',
    foldersThatExist,
  ),
  uploadMegabytes: variable('ONESEAL_UPLOAD_MB', '20', '单个上传文件的上限（MB）', '1 到 500 的整数', whole(1, 500)),
  staffIdleMinutes: variable('ONESEAL_STAFF_IDLE_MINUTES', '30', '工作人员多少分钟不操作即退出', '1 到 1440 的整数', whole(1, 1440)),
  staffLifeMinutes: variable('ONESEAL_STAFF_LIFE_MINUTES', '720', '工作人员登录后最长多少分钟须重新登录', '1 到 10080 的整数', whole(1, 10080)),
  citizenIdleMinutes: variable('ONESEAL_CITIZEN_IDLE_MINUTES', '120', '群众和企业多少分钟不操作即退出', '1 到 10080 的整数', whole(1, 10080)),
  citizenLifeMinutes: variable(
    'ONESEAL_CITIZEN_LIFE_MINUTES',
    '1440',
    '群众和企业登录后最长多少分钟须重新登录',
    '1 到 43200 的整数',
    whole(1, 43200),
  ),
  trustProxy: variable('TRUST_PROXY', 'no', '前面有反向代理时设为 yes，从 X-Forwarded-For 取访客地址', 'yes 或 no', yesNo),
  secureCookies: variable('ONESEAL_SECURE_COOKIES', 'no', '只在 HTTPS 上发送登录凭据；正式使用请设为 yes', 'yes 或 no', yesNo),
  logLevel: variable(
    'LOG_LEVEL',
    'warn',
    '日志详细程度',
    'fatal、error、warn、info、debug、silent 之一',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
  ),
  adminPassword: variable(
    'ONESEAL_ADMIN_PASSWORD',
    '',
    '只在 oneseal init 时使用：第一个系统管理员的口令；留空时自动生成并显示一次',
    '符合口令规则的文字，或留空',
    (raw) => raw,
  ),
} as const

/** A wrong setting: the message is for the person who starts the server. */
export class WrongConfiguration extends Error {}

/**
 * Reads and checks the environment; the only place that does. Throws WrongConfiguration naming every wrong variable at once.
 * Creates the data folder, and the secret in it where none is given.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Settings {
  const wrong = unknownNames(env)
  const value = <T>(row: Variable<T>): T => {
    const raw = (env[row.name] ?? row.fallback).trim()
    const read = row.read(raw)
    if (read === undefined)
      wrong.push(
        `环境变量 ${row.name}（${row.meaning.split('；')[0]}）的值“${row.name === 'ONESEAL_SECRET' || row.name === 'DATABASE_URL' ? '…' : raw}”不对，应为：${row.expects}。`,
      )
    return read as T
  }
  const settings = {
    port: value(variables.port),
    host: value(variables.host),
    databaseUrl: value(variables.databaseUrl) || undefined,
    dataFolder: resolve(value(variables.dataFolder) ?? '.'),
    bureau: value(variables.bureau),
    fontFolders: (value(variables.fonts) ?? []).map((folder) => resolve(folder)),
    uploadLimitBytes: value(variables.uploadMegabytes) * 1024 * 1024,
    staffIdleMinutes: value(variables.staffIdleMinutes),
    staffLifeMinutes: value(variables.staffLifeMinutes),
    citizenIdleMinutes: value(variables.citizenIdleMinutes),
    citizenLifeMinutes: value(variables.citizenLifeMinutes),
    trustProxy: value(variables.trustProxy),
    secureCookies: value(variables.secureCookies),
    logLevel: value(variables.logLevel),
  }
  const secret = value(variables.secret)
  if (wrong.length > 0) throw new WrongConfiguration(wrong.join('\n'))
  return { ...settings, secret: secret || storedSecret(settings.dataFolder) }
}

/** Set for themselves by the scripts and the tests, no settings of the product. */
const ofTheHouse = ['ONESEAL_LAUNCHED_BY_NPM', 'ONESEAL_PROPERTY_RUNS', 'ONESEAL_SEED', 'ONESEAL_TEST_ENGINE']

/** A name that is not ours but looks like it was meant: a slip there would leave a setting at its default without a word. */
function unknownNames(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set([...Object.values(variables).map(({ name }): string => name), ...ofTheHouse])
  return Object.keys(env)
    .filter((name) => name.startsWith('ONESEAL_') && !known.has(name))
    .map((name) => `没有 ${name} 这个设置，请核对名称。`)
}

/** The first administrator's password for `oneseal init`, kept out of the settings that travel through the house; undefined where none is given. */
export const adminPasswordOf = (env: Readonly<Record<string, string | undefined>>): string | undefined =>
  env[variables.adminPassword.name]?.trim() || undefined

function storedSecret(folder: string): string {
  const file = join(folder, 'secret')
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
    const secret = readFileSync(file, 'utf8').trim()
    if (variables.secret.read(secret)) return secret
    throw new WrongConfiguration(`密钥文件 ${file} 不完整。请从备份恢复；从来没有备份过的，删去它再启动会另生成一个，已注册的用户须重新注册。`)
  } catch (error) {
    if (error instanceof WrongConfiguration) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new WrongConfiguration(`数据文件夹 ${folder}（ONESEAL_DATA）不能读写（${code}）。请换一个文件夹，或把它的读写权限给运行本程序的用户。`)
  }
}
