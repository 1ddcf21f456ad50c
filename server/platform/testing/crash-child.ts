// A process that writes in the book as fast as it can until it is killed. What it sends and what it is answered goes to a side file at once.
// node crash-child.ts DATABASE(url or folder) SIDE_FILE ROUND DEATH   DEATH: '' | before-commit:N | after-commit:N (it kills itself at the N-th commit)
import { openSync, writeSync } from 'node:fs'
import { type Database, openDatabase } from '../database/database.ts'
import { toyWriter } from './toy.ts'
import { crashCommand } from './crash-command.ts'

const [where = '', sideFile = '', round = '', death = ''] = process.argv.slice(2)
const [point, count] = death.split(':')
const database = await openDatabase(where.startsWith('postgres') ? { url: where } : { folder: where })
const side = openSync(sideFile, 'a')
const tell = (line: object): void => void writeSync(side, `${JSON.stringify(line)}\n`)

let commits = 0
const dieAt = (here: string): void => {
  if (here === point && ++commits === Number(count)) process.kill(process.pid, 'SIGKILL')
}
const mortal: Database = {
  ...database,
  async shortTransaction(first, work) {
    const value = await database.shortTransaction(first, async (tx, rows) => {
      const done = await work(tx, rows)
      if (point === 'before-commit' && done.last !== undefined) {
        await tx.query(done.last.sql, done.last.values)
        dieAt('before-commit')
        return { value: done.value }
      }
      return done
    })
    dieAt('after-commit')
    return value
  },
  async sendTransaction(lane, statements) {
    if (point === 'before-commit')
      await database.transaction(async (tx) => {
        for (const { sql, values } of statements) await tx.query(sql, values)
        dieAt('before-commit')
      })
    else await database.sendTransaction(lane, statements)
    dieAt('after-commit')
  },
}

const writer = toyWriter(mortal, { log: (what, error) => tell({ bug: what, error: String(error) }) })
const clients = Array.from({ length: 16 }, async (_, client) => {
  for (let turn = 0; ; turn++) {
    const key = `${round}-${client}-${turn}`
    tell({ sent: key })
    tell({ answered: key, outcome: await writer.submit(crashCommand(key)) })
  }
})
await Promise.all(clients)
