import { beforeAll, describe, expect, it } from 'vitest'
import type { SubjectKind } from '../../../rules/act.ts'
import { openDatabase } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { command, jarTable, toyKinds, toyWriter } from '../testing/toy.ts'
import { exportJournal } from './export-journal.ts'
import { refold } from './refold.ts'
import { type SealHead, sealHeads } from './seal.ts'
import { type Verified, verifyLines } from './verify-journal.ts'

/** The same jars, before anybody thought of veils, and now: notes are veiled, moments of timers are nobody's decision yet. */
const veiling = toyKinds.map((kind): SubjectKind => ({ ...kind, texts: { open: { '*': ['timer'] }, veiled: { 'coins-put': ['note'] } } }))

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}
const verify = (lines: readonly string[], heads?: readonly SealHead[]): Promise<Verified> => verifyLines(linesOf(lines), heads)
const edit = (line: string, change: (entry: { data: { [name: string]: unknown }; [name: string]: unknown }) => void): string => {
  const entry = JSON.parse(line)
  change(entry)
  return JSON.stringify(entry)
}

let full: string[]
let open: string[]
let heads: SealHead[]
let differences: readonly unknown[]

beforeAll(async () => {
  const database = await openDatabase({})
  await migrate(database)
  await database.script(jarTable)
  const clock = () => '2026-03-02T10:00:00+08:00'
  await toyWriter(database, { clock }).submit(command('put-coins', { jar: 'a', coins: 1, note: '从前写的张三' }))
  const writer = toyWriter(database, { clock, kinds: veiling })
  await writer.submit(command('put-coins', { jar: 'a', coins: 2, note: '后来写的李四' }))
  await writer.submit(command('put-coins', { jar: 'a', coins: 3 }))
  await writer.submit(command('put-coins', { jar: 'a', coins: 4, note: '' }))
  await writer.submit(
    command('set-timers', { jar: 'a', timers: [{ name: '没人定过的字', dueAt: '2030-01-01T00:00:00+08:00', act: 'ring', certainty: 'final' }] }),
  )
  await writer.submit(command('put-coins', { jar: 'a', coins: 5, owner: '主人', note: '同意' }))
  const write = async (publicOnly: boolean) => {
    const lines: string[] = []
    const out = await exportJournal(database, 'b', (line) => void lines.push(line), { publicOnly, kinds: veiling })
    expect(out).toMatchObject({ entries: 6, withheld: publicOnly ? 2 : 0 })
    return lines
  }
  full = await write(false)
  open = await write(true)
  heads = await sealHeads(database, 'b')
  differences = (await refold(database, 'b', veiling)).differences
  await database.close()
})

describe('the public edition', () => {
  it('holds nothing that people typed, and proves what is left against the same heads', async () => {
    expect(full.join()).toMatch(/从前写的张三.*后来写的李四.*没人定过的字.*同意/)
    expect(open.join()).not.toMatch(/张三|李四|没人定过|同意|主人|salt/)
    expect((await verify(full, heads)).sentence).toBe('账簿完整无误，共 6 条，与公布的 1 个封存值相符。')
    expect((await verify(open, heads)).sentence).toBe(
      '账簿（公开版，不含个人信息、自由填写的文字和文件）完整无误，共 6 条，与公布的 1 个封存值相符。其中 2 条没有公开内容，只核对了它们在链上的封存值。',
    )
    expect(differences).toEqual([])
  })

  it('shows an entry with its veil drawn, and of one without a veil the digest only', () => {
    const [, before, veiled, plain, empty, timer] = open.map((line) => JSON.parse(line))
    expect(Object.keys(before)).toEqual(['position', 'withheld', 'digest'])
    expect(veiled.data).toEqual({ coins: 2, note: null, veil: { at: ['note'], commitment: expect.stringMatching(/^[0-9a-f]{64}$/) } })
    expect(plain.data).toEqual({ coins: 3 })
    expect(empty.data).toEqual({ coins: 4, note: '' })
    expect(timer).toEqual({ position: 5, withheld: true, digest: expect.any(String) })
  })

  it('commits to the same words differently each time, so that nobody guesses them', () => {
    const veils = [full[2]!, full[6]!].map((line) => JSON.parse(line).data.veil)
    expect(new Set(veils.map(({ salt }) => salt)).size).toBe(2)
    for (const { salt } of veils) expect(salt).toMatch(/^[0-9a-f]{32}$/)
  })

  it('is found out where it was changed', async () => {
    const changed = (n: number, change: Parameters<typeof edit>[1]) => verify(open.with(n, edit(open[n]!, change)), heads)
    expect(await changed(2, ({ data }) => (data.coins = 200))).toMatchObject({ fault: 'altered', position: 1 })
    expect(await changed(2, ({ data }) => (data.note = '假的'))).toMatchObject({ fault: 'altered' })
    expect(await changed(2, ({ data }) => ((data.veil as { commitment: string }).commitment = '0'.repeat(64)))).toMatchObject({ fault: 'altered' })
    expect((await changed(2, ({ data }) => (data.coins = 200))).sentence).toBe('第 1 条到第 2 条之间被改动：内容与封存的摘要不符。')
    expect(await changed(5, (entry) => (entry.digest = '0'.repeat(64)))).toMatchObject({ fault: 'altered', position: 5 })
    expect(await changed(5, (entry) => (entry.position = 9))).toMatchObject({ fault: 'removed', position: 5 })
    expect(await changed(5, (entry) => (entry.more = 1))).toMatchObject({ fault: 'altered', position: 5 })
    expect(await verify(open.toSpliced(1, 1), heads)).toMatchObject({ fault: 'removed', position: 1 })
    expect(await verify(open.with(2, full[2]!), heads)).toMatchObject({ fault: 'header', position: 2 })
  })

  it('is no cover under which the whole book loses words', async () => {
    expect(await verify(full.with(2, open[2]!), heads)).toMatchObject({ fault: 'personal', position: 2 })
    expect(await verify(full.with(1, open[1]!), heads)).toMatchObject({ fault: 'removed', position: 1 })
    const changed = (change: Parameters<typeof edit>[1]) => verify(full.with(2, edit(full[2]!, change)), heads)
    expect(await changed(({ data }) => (data.note = '改过的话'))).toMatchObject({ fault: 'altered', position: 2 })
    expect(await changed(({ data }) => ((data.veil as { salt: string }).salt = '00'))).toMatchObject({ fault: 'altered', position: 2 })
    expect(await changed(({ data }) => ((data.veil as { more?: number }).more = 1))).toMatchObject({ fault: 'altered', position: 2 })
    const at = ['__proto__.toString', 'constructor.name', 'note.length', 'coins.x', '']
    expect(await changed(({ data }) => ((data.veil as { at: unknown }).at = at))).toMatchObject({ fault: 'altered', position: 2 })
    expect(String({})).toBe('[object Object]')
  })
})
