import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable, type Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { roleTable } from '../../contract/permissions.ts'
import { sentenceOf } from '../../contract/refusal-texts.ts'
import { type Bureau, bureauRef } from '../../rules/people/bureau.ts'
import type { Staff } from '../../rules/people/staff.ts'
import type { Refusal } from '../../rules/refusal.ts'
import { parsePlainDate } from '../../rules/time/plain-date.ts'
import type { House } from '../app.ts'
import { adminPasswordOf, readConfig, WrongConfiguration } from '../config.ts'
import { type OpenedAccount, openAdministrators } from '../desks/people/after-move.ts'
import { statesOf } from '../desks/people/directory.ts'
import { hostsFree } from '../desks/people/hosts-taken.ts'
import { openingActor, seedPeople } from '../desks/people/seed-people.ts'
import { firstPassword } from '../desks/people/staff-secret.ts'
import type { Database } from '../platform/database/database.ts'
import { recordUpload } from '../platform/files/file-table.ts'
import { troubleSentence } from '../platform/trouble-sentence.ts'
import { noteOpened } from '../fold-at-start.ts'
import { openBookDatabase, openBureauHouse } from '../serve.ts'
import { firstPeople } from './first-people.ts'
import { InitAnswers, type InitDetails, readDetails } from './init-details.ts'

/** What stops the command: a sentence for the person at the terminal. */
class CannotOpen extends Error {}

const no = (refusal: Refusal): never => {
  throw new CannotOpen(sentenceOf(refusal))
}

/**
 * `oneseal init`: opens a real bureau in an empty book, with its name, heading, codes, seal image and three administrators (三员分立), and nobody else.
 * Cut off, it can be run again: it does what is missing, and tells first passwords anew that nobody has signed in with.
 * Details come as options, or are asked for at a terminal. Exit status 2 for wrong details, 1 when the bureau cannot be opened.
 */
export async function run(input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const say = (line: string): void => void output.write(`${line}\n`)
  try {
    const values = optionsOf(args)
    if (values === undefined) {
      process.stderr.write(usage)
      return 2
    }
    const details = await readDetails(values, adminPasswordOf(process.env), input, process.stderr)
    if (!details.ok) {
      process.stderr.write(`${details.problems.join('\n')}\n`)
      return 2
    }
    const { accounts, again } = await open(details.value)
    say(`已开办：${details.value.name}（代号 ${details.value.bureau}）。`)
    if (again) say('上次开办之后还没有人登录过的账号，口令换了新的，以前显示过的作废。')
    say('管理员账号（口令只显示这一次，首次登录须修改；没有看清就再运行一次同样的命令）：')
    for (const { login, title, password } of accounts) say(`  ${login}  ${title}  ${password}`)
    say(`启动时请设置 ONESEAL_BUREAU=${details.value.bureau}。`)
    return 0
  } catch (error) {
    const wrong = error instanceof WrongConfiguration
    const sentence = wrong || error instanceof CannotOpen ? error.message : troubleSentence(error)
    if (sentence === undefined) throw error
    process.stderr.write(`${sentence}\n`)
    return wrong ? 2 : 1
  }
}

const usage = `用法：oneseal init --选项 值 …（不写选项而在终端里运行，会逐项询问）
${Object.entries(InitAnswers)
  .map(([name, { ask, needed }]) => `  --${name}  ${ask}${needed ? '，必填' : ''}`)
  .join('\n')}
`

function optionsOf(args: readonly string[]): Readonly<Record<string, string | undefined>> | undefined {
  const options = Object.fromEntries(Object.keys(InitAnswers).map((name) => [name, { type: 'string' as const }]))
  try {
    return parseArgs({ args: [...args], options }).values as Readonly<Record<string, string | undefined>>
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return undefined
    throw error
  }
}

async function open(details: InitDetails) {
  const settings = { ...readConfig(process.env), bureau: details.bureau, logLevel: 'silent' as const }
  const database = await openBookDatabase(settings)
  const house = await openBureauHouse(settings, database)
  try {
    const opened = (await statesOf<Bureau>(database, details.bureau, 'bureau', [bureauRef.id])).get(bureauRef.id)
    if (opened !== undefined && (opened.demonstration || opened.name !== details.name)) no({ code: 'bureau-already-open' })
    const free = await hostsFree(database, details.bureau, details.host === '' ? [] : [details.host])
    if (!free.ok) no(free.refusal)
    // The seal's file is looked at before anything is written: a wrong one must not leave half a bureau.
    const seal = details.seal === undefined ? undefined : await takeSeal(house, details.seal)
    const people = firstPeople(details)
    const here = await statesOf<Staff>(
      database,
      details.bureau,
      'staff',
      people.staff.map(({ id }) => id),
    )
    // Cut off half way, nobody was told a password yet: all of it is done again, as far as it is missing.
    const whole = people.staff.every(({ id }) => (here.get(id)?.roles.length ?? 0) > 0)
    if (!whole) await noteOpened(database, () => seedPeople({ writer: house.writer, database, now: house.door.now }, details.bureau, people))
    if (seal !== undefined && (opened?.seals.length ?? 0) === 0) await putInForce(house, database, details, seal)
    const titles = new Map(people.staff.map(({ login, roles }) => [login, roleTable[roles[0]!].title]))
    const told = (accounts: readonly OpenedAccount[]) => accounts.map((one) => ({ ...one, title: titles.get(one.login) ?? one.name }))
    if (!whole) return { again: false, accounts: told(people.staff) }
    const accounts = await openAdministrators(database, details.bureau, house.door.now, (login) =>
      login === details.admin && details.password !== undefined ? details.password : firstPassword(login),
    )
    if (accounts.length === 0) no({ code: 'bureau-already-open' })
    return { again: true, accounts: told(accounts) }
  } finally {
    await house.close()
    await database.close()
  }
}

async function takeSeal(house: House, path: string) {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'EISDIR' || error.code === 'EACCES') throw new CannotOpen(`读不到印章图样：${path}`)
    throw error
  })
  const taken = await house.door.files.take(Readable.from([bytes]), basename(path))
  if (!taken.ok) return no(taken.refusal)
  return taken.value.mediaType.startsWith('image/') ? taken.value : no({ code: 'seal-not-picture' })
}

async function putInForce(house: House, database: Database, details: InitDetails, seal: Awaited<ReturnType<typeof takeSeal>>): Promise<void> {
  await recordUpload(database, details.bureau, openingActor, seal, house.door.now())
  const done = await house.writer.submit({
    bureau: details.bureau,
    act: 'set-seal-image',
    input: {
      digest: seal.digest,
      title: '行政审批专用章',
      from: parsePlainDate(details.sealFrom)!,
      until: parsePlainDate(details.sealUntil) ?? null,
    },
    actor: openingActor,
    channel: 'agent',
  })
  if (!done.ok) no(done.refusal)
}
