import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { checkUscc } from '../../rules/identifier/uscc.ts'
import { checkPasswordRule } from '../../rules/people/password-rule.ts'
import { parsePlainDate } from '../../rules/time/plain-date.ts'
import { sentenceOf } from '../../contract/refusal-texts.ts'

export interface InitDetails {
  readonly bureau: string
  readonly name: string
  readonly heading: string
  readonly letterCode: string
  readonly region: string
  readonly uscc: string
  readonly unitCode: string
  readonly host: string
  readonly seal: string | undefined
  readonly sealFrom: string
  /** Empty: no end known. */
  readonly sealUntil: string
  readonly admin: string
  readonly adminName: string
  readonly security: string
  readonly securityName: string
  readonly audit: string
  readonly auditName: string
  /** Of the first administrator; undefined: one is made. */
  readonly password: string | undefined
}

interface Question {
  readonly ask: string
  readonly needed: boolean
  readonly fallback?: string
  readonly fits: (text: string) => boolean
}

const anything = (text: string): boolean => text.length <= 100 && !/[\u0000-\u001f]/.test(text)
const login = (text: string): boolean => /^[a-z][a-z0-9._-]{1,31}$/.test(text)
const day = (text: string): boolean => text === '' || parsePlainDate(text) !== undefined

/** The options of `oneseal init`, in the order in which they are asked at a terminal. */
export const InitAnswers: Readonly<Record<string, Question>> = {
  bureau: {
    ask: '本局代号（小写字母、数字、连字符，如 kfq）',
    needed: true,
    fits: (text) => /^[a-z0-9][a-z0-9-]{1,39}$/.test(text) && text !== 'demo',
  },
  name: { ask: '本局全称', needed: true, fits: anything },
  heading: { ask: '发文机关标志（留空为全称加“文件”）', needed: false, fits: anything },
  'letter-code': { ask: '机关代字（如 秦开审批）', needed: true, fits: anything },
  region: { ask: '区划代码（6 位）', needed: true, fits: (text) => /^\d{6}$/.test(text) },
  uscc: { ask: '统一社会信用代码（可留空）', needed: false, fits: (text) => text === '' || checkUscc(text).valid },
  'unit-code': { ask: '预算单位编码（如 442002）', needed: true, fits: (text) => /^[\w-]{1,20}$/.test(text) },
  host: { ask: '域名（可留空）', needed: false, fits: (text) => /^[a-z0-9.-]{0,253}$/.test(text) },
  seal: { ask: '印章图样文件（PNG、JPG，可留空）', needed: false, fits: () => true },
  'seal-from': { ask: '印章启用日期（YYYY-MM-DD，有图样时必填）', needed: false, fits: day },
  'seal-until': { ask: '印章截止日期（可留空）', needed: false, fits: day },
  admin: { ask: '系统管理员登录名', needed: false, fallback: 'admin', fits: login },
  'admin-name': { ask: '系统管理员姓名', needed: true, fits: anything },
  security: { ask: '安全管理员登录名', needed: false, fallback: 'security', fits: login },
  'security-name': { ask: '安全管理员姓名', needed: true, fits: anything },
  audit: { ask: '审计管理员登录名', needed: false, fallback: 'audit', fits: login },
  'audit-name': { ask: '审计管理员姓名', needed: true, fits: anything },
}

type Details = { readonly ok: true; readonly value: InitDetails } | { readonly ok: false; readonly problems: readonly string[] }

/** Takes what the options say, asks for the rest where somebody sits at a terminal, checks everything and names all faults at once. */
export async function readDetails(
  options: Readonly<Record<string, string | undefined>>,
  password: string | undefined,
  input: Readable,
  prompt: Writable,
): Promise<Details> {
  const given = new Map(Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value.trim()] as const])))
  if ('isTTY' in input && input.isTTY === true) await askForRest(given, input, prompt)
  const problems: string[] = []
  for (const [name, { ask, needed, fallback, fits }] of Object.entries(InitAnswers)) {
    const value = given.get(name) || fallback || ''
    given.set(name, value)
    if (needed && value === '') problems.push(`缺少 --${name}：${ask}`)
    else if (value !== '' && !fits(value)) problems.push(`--${name} 的值不对：${ask}`)
  }
  const value = (name: string): string => given.get(name)!
  if (value('seal') !== '' && value('seal-from') === '') problems.push(`缺少 --seal-from：${InitAnswers['seal-from']!.ask}`)
  if (value('seal-until') !== '' && value('seal-until') < value('seal-from')) problems.push('--seal-until 早于 --seal-from')
  if (new Set([value('admin'), value('security'), value('audit')]).size < 3) problems.push('系统、安全、审计管理员须是三个不同的登录名')
  const rule = password === undefined ? undefined : checkPasswordRule(password, { login: value('admin'), administrator: true })
  if (rule !== undefined && !rule.ok) problems.push(`ONESEAL_ADMIN_PASSWORD：${sentenceOf(rule.refusal)}`)
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: {
      bureau: value('bureau'),
      name: value('name'),
      heading: value('heading') || `${value('name')}文件`,
      letterCode: value('letter-code'),
      region: value('region'),
      uscc: value('uscc'),
      unitCode: value('unit-code'),
      host: value('host'),
      seal: value('seal') || undefined,
      sealFrom: value('seal-from'),
      sealUntil: value('seal-until'),
      admin: value('admin'),
      adminName: value('admin-name'),
      security: value('security'),
      securityName: value('security-name'),
      audit: value('audit'),
      auditName: value('audit-name'),
      password,
    },
  }
}

async function askForRest(given: Map<string, string>, input: Readable, prompt: Writable): Promise<void> {
  const terminal = createInterface({ input, output: prompt })
  try {
    for (const [name, { ask, needed, fallback, fits }] of Object.entries(InitAnswers)) {
      while (!given.has(name)) {
        const text = (await terminal.question(`${ask}${fallback === undefined ? '' : `（默认 ${fallback}）`}：`)).trim()
        if (text === '' ? !needed : fits(text)) given.set(name, text)
        else prompt.write('  填写不对，请再填一次。\n')
      }
    }
  } finally {
    terminal.close()
  }
}
