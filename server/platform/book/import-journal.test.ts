import { hash } from 'node:crypto'
import { expect, it } from 'vitest'
import type { SubjectKind } from '../../../rules/act.ts'
import type { Agent } from '../agents/agents.ts'
import type { Database } from '../database/database.ts'
import { exportJournal } from './export-journal.ts'
import { startFollowers } from '../agents/followers.ts'
import { importJournal } from './import-journal.ts'
import { refold } from './refold.ts'
import { forEachEngine } from '../testing/databases.ts'
import { command, jarRows, jarTable, toyKinds, toyWriter } from '../testing/toy.ts'

async function* pieces<T>(list: readonly T[]): AsyncGenerator<T> {
  yield* list
}
const paper = Buffer.from('一张许可证')
const paperDigest = hash('sm3', paper, 'hex')

forEachEngine('carrying a book across', (fresh) => {
  async function bookOf(acts: number): Promise<{ source: Database; lines: string[] }> {
    const source = await fresh()
    await source.script(jarTable)
    const writer = toyWriter(source)
    await Promise.all(
      Array.from({ length: acts }, (_, n) =>
        writer.submit(command('put-coins', { jar: `j${n % 50}`, coins: n, ...(n % 7 === 0 && { owner: `主人${n}` }), note: paperDigest })),
      ),
    )
    await writer.submit(command('open-jar', { coins: 2 }))
    await writer.submit(
      command('set-timers', { jar: 'j1', timers: [{ name: 't', dueAt: '2999-01-01T00:00:00+08:00', act: 'ring', certainty: 'final' }] }),
    )
    const idle: Agent = { name: 'idle', types: ['coins-put'], react: async () => {} }
    const followers = startFollowers({ database: source, writer, projections: [], agents: [idle] })
    await followers.settled()
    await followers.stop()
    return { source, lines: await exported(source) }
  }
  async function exported(database: Database, publicOnly = false): Promise<string[]> {
    const lines: string[] = []
    const files = async (digest: string) => (digest === paperDigest ? { mediaType: 'application/pdf', bytes: pieces([paper]) } : undefined)
    await exportJournal(database, 'b', (line) => void lines.push(line), { publicOnly, files })
    return lines
  }
  async function target() {
    const database = await fresh()
    await database.script(jarTable)
    const kept: [string, string, string][] = []
    const parts = {
      database,
      kinds: toyKinds,
      rows: [jarRows],
      keepFile: async (_bureau: string, digest: string, bytes: Uint8Array, type: string) => void kept.push([digest, hash('sm3', bytes, 'hex'), type]),
    }
    return { database, kept, parts, bring: (lines: readonly string[]) => importJournal(parts, () => pieces(lines)) }
  }

  it('gives the same entries, positions, digests, states, rows, timers and files, and goes on from there', async () => {
    const { lines } = await bookOf(1200)
    const { database, kept, bring } = await target()
    expect(await bring(lines)).toMatchObject({ ok: true, bureau: 'b', entries: 1203, files: 1, resumedAfter: 0 })
    expect(kept).toEqual([[paperDigest, paperDigest, 'application/pdf']])
    expect((await database.query(`SELECT follower, position FROM checkpoint WHERE agent`)).rows).toEqual([{ follower: 'idle', position: 1203 }])
    expect(await exported(database)).toEqual(lines)
    expect((await refold(database, 'b', toyKinds, { rows: [jarRows] })).differences).toEqual([])
    const outcome = await toyWriter(database).submit(command('open-jar', { coins: 1 }))
    expect(outcome).toMatchObject({ ok: true, answer: { number: 2 }, positions: [1204, 1205] })
  })

  it('goes on where it was cut off, and is content when there is nothing left to do', async () => {
    const { lines } = await bookOf(1200)
    const { database, parts, bring } = await target()
    let reading = 0
    const cutOff = () => {
      reading++
      const second = reading === 2
      return (async function* () {
        for (const [n, line] of lines.entries()) {
          if (second && n === 700) throw new Error('power cut')
          yield line
        }
      })()
    }
    await expect(importJournal(parts, cutOff)).rejects.toThrow('power cut')
    expect(await bring(lines)).toMatchObject({ ok: true, resumedAfter: 500 })
    expect(await exported(database)).toEqual(lines)
    expect(await bring(lines)).toMatchObject({ ok: true, resumedAfter: 1203 })
  })

  it('refuses a broken chain before the first entry, another book, a public one, an unknown kind', async () => {
    const { lines } = await bookOf(20)
    const { database, parts, bring } = await target()
    const broken = lines.map((line, n) => (n === 7 ? line.replace('"coins":6', '"coins":7') : line))
    expect(broken).not.toEqual(lines)
    expect(await bring(broken)).toEqual({ ok: false, sentence: '没有导入：第 7 条被改动：内容与封存的摘要不符。' })
    expect((await database.query('SELECT 1 FROM journal')).rows).toEqual([])
    const source = await fresh()
    await source.script(jarTable)
    await toyWriter(source).submit(command('put-coins', { jar: 'x', coins: 1 }))
    expect(await bring(await exported(source, true))).toMatchObject({ ok: false, sentence: expect.stringContaining('公开版') })
    const other: SubjectKind = { kind: 'cup', fold: () => null }
    expect(await importJournal({ ...parts, kinds: [other] }, () => pieces(lines))).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('“jar”'),
    })
    await toyWriter(database).submit(command('put-coins', { jar: 'mine', coins: 1 }))
    expect(await bring(lines)).toMatchObject({ ok: false, sentence: expect.stringContaining('已有另一本账簿（1 条）') })
  })
})
