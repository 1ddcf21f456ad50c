import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { troubleLog } from './trouble-log.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const coded = (code: string) => Object.assign(new Error(`fault ${code}`), { code })

test('a full disk and a database that is away are told once and then counted by the minute; a bug is told each time', () => {
  const told: string[] = []
  const log = troubleLog((what, error) => told.push(`${what}${error instanceof Error ? ` (${error.message})` : ''}`))
  const news = () => told.splice(0)
  for (let n = 0; n < 500; n++) log('put-coins could not be saved', coded('53100'))
  log('the followers cannot read the bureaus', coded('ECONNREFUSED'))
  log('due timers could not be fired', coded('57P01'))
  for (let n = 0; n < 2; n++) log('a handler threw', new Error('a bug'))
  expect(news()).toEqual([
    'put-coins could not be saved (fault 53100)',
    'the followers cannot read the bureaus (fault ECONNREFUSED)',
    'a handler threw (a bug)',
    'a handler threw (a bug)',
  ])
  vi.advanceTimersByTime(60_000)
  expect(news()).toEqual(['the disk is full: met 499 more times within a minute', 'the database cannot be reached: met 1 more times within a minute'])
  log('put-coins could not be saved', coded('ENOSPC'))
  vi.advanceTimersByTime(60_000)
  expect(news()).toEqual(['the disk is full: met 1 more times within a minute'])
  vi.advanceTimersByTime(120_000)
  log('put-coins could not be saved', coded('53100'))
  expect(news()).toEqual(['put-coins could not be saved (fault 53100)'])
})
