import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { openDatabase } from './database/database.ts'
import { namedFault } from './database/database-pglite.ts'
import { CannotStart, troubleSentence } from './trouble-sentence.ts'

const coded = (code: string, more = {}) => Object.assign(new Error(code), { code, ...more })

test.each([
  ['a full disk under the embedded database', namedFault({ name: 'ErrnoError', errno: 51 }), '磁盘已满，写不进去。请腾出空间后再试。'],
  ['a folder of somebody else under it', namedFault({ name: 'ErrnoError', errno: 2 }), '数据文件夹不能读写'],
  ['a full disk elsewhere', coded('ENOSPC', { path: '/data/files/x' }), '磁盘已满'],
  ['a file that cannot be opened', coded('EACCES', { path: '/data/secret' }), '/data/secret 打不开或写不进（EACCES）。'],
  ['a wrong password', coded('28P01'), '数据库不接受 DATABASE_URL 里的口令'],
  ['what already is a sentence', new CannotStart('请先开办。'), '请先开办。'],
])('%s is told to whoever starts the program', (_what, error, sentence) => {
  expect(troubleSentence(error)).toContain(sentence)
})

test('what only a programmer can help with has no sentence', () => {
  expect(troubleSentence(new TypeError('x is not a function'))).toBeUndefined()
  expect(troubleSentence(namedFault(undefined))).toBeUndefined()
})

test('an address that is none, or where no PostgreSQL answers, is told for what it is', async () => {
  const opening = (url: string) => openDatabase({ url }).then(() => undefined, troubleSentence)
  expect(await opening('postgres://[bad/x')).toContain('DATABASE_URL 写得不对')
  const other = createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  expect(await opening(`postgres://u:p@127.0.0.1:${port}/x`)).toContain('那里可能不是 PostgreSQL')
  other.close()
  expect(await opening(`postgres://u:p@127.0.0.1:${port}/x`)).toContain('连不上 DATABASE_URL 所指的数据库')
})
