import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { exportJournal } from './export-journal.ts'
import { migrate } from '../database/migrate.ts'
import { type Database, openDatabase } from '../database/database.ts'
import { beforeFirst, digestOf, type SealHead, sealHeads } from './seal.ts'
import { command, jarTable, toyWriter } from '../testing/toy.ts'
import { type Verified, verifyLines } from './verify-journal.ts'

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines
}
const verify = (lines: readonly string[], heads?: readonly SealHead[]): Promise<Verified> => verifyLines(linesOf(lines), heads)

const entries = 24
let book: string[]
let publicBook: string[]
let heads: SealHead[]
const file = Buffer.from('一份材料'.repeat(200_000))

beforeAll(async () => {
  const database = await openDatabase({})
  await migrate(database)
  await database.script(jarTable)
  let day = 2
  const writer = toyWriter(database, { clock: () => `2026-03-0${day}T10:00:00+08:00` })
  const digest = (await import('node:crypto')).hash('sm3', file, 'hex')
  for (let n = 1; n <= entries - 3; n++) {
    if (n === 12) day = 3
    await writer.submit(
      command('put-coins', { jar: `j${n % 3}`, coins: n, ...(n % 4 === 0 && { owner: `主人${n}` }), note: n === 5 ? digest : `第${n}次 ${'𠮷'}` }),
    )
  }
  day = 4
  await writer.submit(command('erase-owner', { jar: 'j1', positions: [4] }))
  await writer.submit(command('correct-owner', { jar: 'j2', position: 8, owner: '章三' }))
  await writer.submit(command('put-coins', { jar: 'j0', coins: 1 }))
  const write = async (publicOnly: boolean) => {
    const lines: string[] = []
    const files = async (name: string) => (name === digest ? { mediaType: 'text/plain', bytes: linesOf2([file]) } : undefined)
    await exportJournal(database, 'b', (line) => void lines.push(line), { publicOnly, files })
    return lines
  }
  book = await write(false)
  publicBook = await write(true)
  heads = await sealHeads(database, 'b')
  await database.close()
})

/** A book of its own; `meanwhile` is done after each step of the sealer, as by a bureau that goes on working. */
async function aSmallBook() {
  const database = await openDatabase({})
  await migrate(database)
  await database.script(jarTable)
  const writer = toyWriter(database, { clock: () => '2026-03-02T10:00:00+08:00' })
  const exported = async (meanwhile: () => Promise<unknown> = async () => {}) => {
    const lines: string[] = []
    const busy: Database = {
      ...database,
      query: database.query,
      transaction: async (work) => {
        const done = await database.transaction(work)
        await meanwhile()
        return done
      },
    }
    return { ...(await exportJournal(busy, 'b', (line) => void lines.push(line), { publicOnly: false })), lines }
  }
  return { exported, writer, close: () => database.close() }
}

async function* linesOf2(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces
}

/** Changes the parsed line and writes it as the exporter would. */
const edit = (line: string, change: (entry: Record<string, unknown>) => void): string => {
  const entry = JSON.parse(line) as Record<string, unknown>
  change(entry)
  return JSON.stringify(entry)
}
const entryLines = () => book.slice(1, entries + 1)
const withEntries = (list: readonly string[]) => [book[0]!, ...list, ...book.slice(entries + 1)]

describe('an untouched book', () => {
  it('is whole though the bureau went on working while it was written out', async () => {
    const { exported, writer, close } = await aSmallBook()
    const put = (coins: number) => writer.submit(command('put-coins', { jar: 'x', coins, owner: '张三' }))
    await put(1)
    const out = await exported(() => put(2))
    expect(out).toMatchObject({ entries: 1, overtaken: false })
    expect(await verify(out.lines)).toMatchObject({ ok: true })
    const overtaken = await exported(() => writer.submit(command('erase-owner', { jar: 'x', positions: [1] })))
    expect(overtaken.overtaken).toBe(true)
    expect(await verify(overtaken.lines)).toMatchObject({ ok: false, fault: 'personal', position: 1 })
    await close()
  })

  it('verifies, and without heads claims no more than it can', async () => {
    const found = await verify(book)
    expect(found).toMatchObject({ ok: true, files: 1, heads: 0 })
    expect(found.sentence).toBe(`账簿前后一致，共 ${entries} 条，附文件 1 个（consistent up to ${entries}）。未对照公布的封存值，不能排除整本重写。`)
  })

  it('verifies against the published heads', async () => {
    expect(heads.map((head) => [head.day, head.position])).toEqual([
      ['2026-03-02', 11],
      ['2026-03-03', 21],
      ['2026-03-04', 24],
    ])
    expect((await verify(book, heads)).sentence).toBe(`账簿完整无误，共 ${entries} 条，附文件 1 个，与公布的 3 个封存值相符。`)
    expect((await verify(book, heads.slice(0, 2))).sentence).toContain('第 1 条到第 21 条与公布的 2 个封存值相符')
  })

  it('verifies in its public form, without any personal data or file', async () => {
    expect(await verify(publicBook, heads)).toMatchObject({ ok: true, files: 0 })
    expect(publicBook.join()).not.toMatch(/主人|章三|base64/)
    expect(book.join()).toMatch(/主人12/)
    expect(book.join()).not.toMatch(/主人4"|主人8"/)
  })
})

describe('a tampered book', () => {
  it('is not taken for its public form by its header alone', async () => {
    const header = JSON.stringify({ ...(JSON.parse(book[0]!) as object), public: true })
    expect(await verify([header, ...book.slice(1)], heads)).toMatchObject({ ok: false, fault: 'header', sentence: expect.stringContaining('公开版') })
  })

  it('is found at the first place that differs, whatever was done to it', async () => {
    const place = fc.integer({ min: 0, max: entries - 1 })
    const field = fc.constantFrom(
      'actId',
      'channel',
      'data',
      'digest',
      'occurredAt',
      'recordedAt',
      'onBehalfOf',
      'seq',
      'subject',
      'type',
      'version',
      'actor',
      'extra',
      'personalCommitment',
    )
    const tampering = fc.oneof(
      fc.record({ kind: fc.constant('alter' as const), place, field, text: fc.string({ unit: 'binary', minLength: 1 }) }),
      fc.record({ kind: fc.constant('remove' as const), place }),
      fc.record({ kind: fc.constant('insert-copy' as const), place, other: place }),
      fc.record({ kind: fc.constant('insert-forged' as const), place }),
      fc.record({ kind: fc.constant('swap' as const), place, other: place }),
      fc.record({ kind: fc.constant('renumbered-removal' as const), place }),
      fc.record({ kind: fc.constant('byte' as const), place, at: fc.nat(), to: fc.integer({ min: 32, max: 126 }) }),
    )
    await fc.assert(
      fc.asyncProperty(tampering, async (what) => {
        const list = entryLines()
        const line = list[what.place]!
        const expectedFault: string[] = ['altered']
        if (what.kind === 'alter')
          list[what.place] = edit(line, (entry) => (entry[what.field] = what.field === 'data' ? { coins: 1, note: what.text } : what.text))
        else if (what.kind === 'remove') {
          list.splice(what.place, 1)
          expectedFault.splice(0, 1, 'removed')
        } else if (what.kind === 'insert-copy') {
          list.splice(what.place, 0, list[what.other]!)
          expectedFault.splice(0, 1, 'inserted', 'reordered')
        } else if (what.kind === 'insert-forged') {
          list.splice(
            what.place,
            0,
            edit(line, (entry) => (entry.type = 'forged')),
          )
          expectedFault.splice(0, 1, 'inserted')
        } else if (what.kind === 'swap') {
          ;[list[what.place], list[what.other]] = [list[what.other]!, list[what.place]!]
          expectedFault.splice(0, 1, 'reordered')
        } else if (what.kind === 'renumbered-removal') {
          list.splice(what.place, 1)
          for (let n = what.place; n < list.length; n++) list[n] = edit(list[n]!, (entry) => (entry.position = n + 1))
          expectedFault.push('removed')
        } else {
          const at = what.at % line.length
          list[what.place] = line.slice(0, at) + String.fromCharCode(what.to) + line.slice(at + 1)
          expectedFault.push('personal', 'removed', 'inserted', 'reordered')
        }
        const original = entryLines()
        const first = list.findIndex((now, n) => now !== original[n])
        const found = await verify(withEntries(list))
        const untouched = first === -1 && list.length === original.length
        expect(found.ok).toBe(untouched)
        if (found.ok) return
        expect(found.position).toBe(first === -1 ? list.length + 1 : first + 1)
        expect(expectedFault).toContain(found.fault)
      }),
      { numRuns: 400 },
    )
  })

  it('that was sealed anew all through is found by the heads only', async () => {
    const list = entryLines()
    list[13] = edit(list[13]!, (entry) => (entry.data = { coins: 1_000_000 }))
    let previous = beforeFirst
    const resealed = list.map((line) =>
      edit(line, (entry) => {
        const { digest: _, ...bare } = entry
        previous = digestOf(previous, 'b', bare as never)
        entry.digest = previous
      }),
    )
    const forged = [edit(book[0]!, (header) => (header.digest = previous)), ...resealed, ...book.slice(entries + 1)]
    expect((await verify(forged)).ok).toBe(true)
    expect(await verify(forged, heads)).toMatchObject({ ok: false, fault: 'head', position: 12 })
    expect((await verify(forged, heads)).sentence).toContain('第 12 条到第 21 条之间')
  })

  it('that was cut off is found by the header, and by the heads when the header was rewritten too', async () => {
    const cut = [book[0]!, ...entryLines().slice(0, 23)]
    expect(await verify(cut)).toMatchObject({ ok: false, fault: 'removed', position: 24 })
    const last = JSON.parse(cut[23]!) as { digest: string }
    const rewritten = [edit(book[0]!, (header) => Object.assign(header, { entries: 23, digest: last.digest })), ...cut.slice(1), '{"files":0}']
    expect((await verify(rewritten)).ok).toBe(true)
    expect(await verify(rewritten, heads)).toMatchObject({ ok: false, fault: 'removed', position: 24 })
  })

  it('tells of files that its entries name and that did not come along', async () => {
    const left = [...book.slice(0, entries + 1), '{"files":0}']
    const told = async (lines: readonly string[], types = ['coins-put']) => (await verifyLines(linesOf(lines), heads, types)).sentence
    expect(await told(book)).not.toContain('没有附上')
    expect(await told(left)).toBe('附件不全：账簿提到的文件缺 1 个，最早的在第 5 条。账簿的条目无误，共 24 条，与公布的 3 个封存值相符。')
    expect(await verifyLines(linesOf(left), heads, ['coins-put'])).toMatchObject({ ok: true, missing: 1 })
    expect(await told(left, [])).not.toContain('附件不全')
    expect(await told(publicBook)).not.toContain('附件不全')
  })

  it('misses no file that went with the personal data of all who named it', async () => {
    const { exported, writer, close } = await aSmallBook()
    const note = 'a'.repeat(64)
    await writer.submit(command('put-coins', { jar: 'x', coins: 1, owner: '张三', note }))
    await writer.submit(command('put-coins', { jar: 'y', coins: 1, owner: '李四', note }))
    await writer.submit(command('erase-owner', { jar: 'x', positions: [1] }))
    const lookedAt = async () => verifyLines(linesOf((await exported()).lines), [], ['coins-put'])
    expect(await lookedAt()).toMatchObject({ ok: true, missing: 1 })
    await writer.submit(command('erase-owner', { jar: 'y', positions: [2] }))
    expect(await lookedAt()).toMatchObject({ ok: true, missing: 0 })
    expect((await lookedAt()).sentence).toContain('另有 1 个文件已随个人信息依法删除。')
    await writer.submit(command('put-coins', { jar: 'y', coins: 1, note }))
    expect((await lookedAt()).sentence).toMatch(/^附件不全：账簿提到的文件缺 1 个，最早的在第 5 条。/)
    await close()
  })

  it('is found where personal data was changed, taken out or put in', async () => {
    const at = (position: number, change: (entry: Record<string, unknown>) => void) => {
      const list = entryLines()
      list[position - 1] = edit(list[position - 1]!, change)
      return verify(withEntries(list))
    }
    expect(await at(12, (entry) => ((entry.personal as { data: unknown }).data = { owner: '李四' }))).toMatchObject({
      fault: 'personal',
      position: 12,
    })
    expect(await at(12, (entry) => delete entry.personal)).toMatchObject({ fault: 'personal', position: 12 })
    expect(await at(8, (entry) => ((entry.personal as { data: unknown }).data = { owner: '主人8' }))).toMatchObject({
      fault: 'personal',
      position: 8,
    })
    expect(await at(12, (entry) => ((entry.personal as { correctedBy: unknown }).correctedBy = 23))).toMatchObject({
      fault: 'personal',
      position: 12,
    })
    expect(await at(4, (entry) => (entry.personal = { salt: '00', data: {}, correctedBy: null }))).toMatchObject({ fault: 'personal', position: 4 })
  })

  it('is found where a file was changed or lost a part', async () => {
    const parts = book.slice(entries + 1, -1)
    const end = book.at(-1)!
    expect(parts.length).toBeGreaterThan(1)
    expect(await verify([...book.slice(0, -2)])).toMatchObject({ fault: 'file' })
    expect(await verify([...book.slice(0, -2), end])).toMatchObject({ fault: 'file' })
    expect(await verify([...book.slice(0, entries + 1), ...parts.slice(1), end])).toMatchObject({ fault: 'file' })
    expect((await verify([...book.slice(0, entries + 1), end])).sentence).toBe('附件不全：应有 1 个文件，实有 0 个。')
    expect((await verify([...book.slice(0, entries + 1), ...parts, ...parts, end])).sentence).toBe('附件有多余的：应有 1 个文件，实有 2 个。')
    expect((await verify(book.slice(0, -1))).sentence).toContain('末尾不全')
    expect((await verify([...book, ...parts])).sentence).toContain('收尾之后')
    const older = book[0]!.replace(',"closed":true', '')
    expect(older).not.toBe(book[0])
    expect(await verify([older, ...book.slice(1, -1)])).toMatchObject({ ok: true, files: 1 })
    expect(await verify([...book.slice(0, -2), edit(parts.at(-1)!, (part) => (part.base64 = 'AAAA'))])).toMatchObject({ fault: 'file' })
  })

  it('is not taken for a book when it is something else', async () => {
    expect(await verify([])).toMatchObject({ fault: 'header' })
    expect(await verify(['{"a":1}'])).toMatchObject({ fault: 'header' })
    expect(await verify([book[0]!.replace('"b"', '"b" ')])).toMatchObject({ fault: 'header' })
  })
})
