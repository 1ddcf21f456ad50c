import { expect, it } from 'vitest'
import type { Database } from '../database/database.ts'
import { bureausByHost } from './bureaus-by-host.ts'

it('knows whose door it was though the database went away, so that what was tried there comes into that bureau’s audit', async () => {
  let away = true
  const row = { bureau: 'kfq', hosts: ['kfq.example.cn'], demonstration: false, name: '开发区' }
  const query = async () => {
    if (away) throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    return { rows: [row], rowCount: 1 }
  }
  const bureaus = bureausByHost({ query } as unknown as Database, 'other')
  await expect(bureaus.bureauOf('kfq.example.cn')).rejects.toThrow('refused')
  away = false
  expect(await bureaus.bureauOf('kfq.example.cn')).toBe('kfq')
  away = true
  bureaus.forget()
  expect([await bureaus.bureauOf('kfq.example.cn'), await bureaus.bureauOf('elsewhere')]).toEqual(['kfq', 'other'])
})
