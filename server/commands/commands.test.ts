import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const node = `${root}node_modules/.bin/node`

/** The real command in a process of its own, as `scripts/oneseal.mjs` starts it. */
function oneseal(command: string, input: string | Buffer) {
  const began = performance.now()
  const run = spawnSync(node, ['scripts/oneseal.mjs', command], { cwd: root, input, maxBuffer: 64 << 20 })
  return { answers: run.stdout.toString(), errors: run.stderr.toString(), status: run.status, millis: performance.now() - began }
}

const linesOf = (text: string) => text.split('\n').slice(0, -1)

/** Asks line by line and expects exactly one answer for each. */
function answersTo(command: string, questions: readonly string[]): readonly string[] {
  const { answers, errors, status } = oneseal(command, `${questions.join('\n')}\n`)
  expect({ errors, status }).toEqual({ errors: '', status: 0 })
  return linesOf(answers)
}

it.runIf(existsSync('/dev/full'))('says in a sentence that the answers cannot be written', () => {
  const full = openSync('/dev/full', 'w')
  const run = spawnSync(node, ['scripts/oneseal.mjs', 'due'], { cwd: root, input: '2026-03-02,5,workday\n', stdio: ['pipe', full, 'pipe'] })
  closeSync(full)
  expect({ errors: run.stderr.toString(), status: run.status }).toEqual({ errors: '磁盘已满，写不进去。请腾出空间后再试。\n', status: 1 })
})

it.each(['due', 'identify'])('%s tells how it is called, rather than wait for lines, when it is given an argument', (command) => {
  const run = spawnSync(node, ['scripts/oneseal.mjs', command, '--help'], { cwd: root, encoding: 'utf8' })
  expect({ status: run.status, answers: run.stdout }).toEqual({ status: 2, answers: '' })
  expect(run.stderr).toContain(`用法：oneseal ${command} < 文件`)
})

describe('oneseal due', () => {
  it('answers each line with its due day and how certain that is', () => {
    const expected = [
      '2026-02-13,1,workday,2026-02-14,final',
      '2026-02-13,5,workday,2026-02-27,final',
      '2026-02-14,0,calendar,2026-02-14,final',
      '2026-02-15,0,workday,2026-02-15,final',
      '2026-03-02,60,calendar,2026-05-06,final',
      '2020-01-23,1,workday,2020-02-03,final',
      '2015-09-02,1,workday,2015-09-06,final',
      '2026-12-25,1,workday,2026-12-28,final',
      '2026-12-25,2,workday,2026-12-29,provisional',
      '2027-03-01,20,workday,2027-03-29,provisional',
      '2014-01-01,1,calendar,2014-01-02,provisional',
      '2026-03-02,007,workday,2026-03-11,final',
    ]
    expect(
      answersTo(
        'due',
        expected.map((line) => line.split(',').slice(0, 3).join(',')),
      ),
    ).toEqual(expected)
  })

  it('answers a bad line with its own text and a code, and goes on', () => {
    const bad: readonly [string, string][] = [
      ['2026-02-30,5,workday', 'received'],
      ['2026/03/02,5,workday', 'received'],
      ['"2026-03-02",5,workday', 'received'],
      [' 2026-03-02,5,workday', 'received'],
      ['received,days,day_type', 'received'],
      ['２０２６-03-02,5,workday', 'received'],
      ['1899-12-31,5,workday', 'received'],
      ['2026-03-02,-1,workday', 'days'],
      ['2026-03-02,+5,workday', 'days'],
      ['2026-03-02,1.5,workday', 'days'],
      ['2026-03-02,1e9,workday', 'days'],
      ['2026-03-02,,workday', 'days'],
      ['2026-03-02,５,workday', 'days'],
      ['2026-03-02,0x10,workday', 'days'],
      ['2026-03-02,1000000000,workday', 'days-out-of-range'],
      [`2026-03-02,${'9'.repeat(400)},calendar`, 'days-out-of-range'],
      ['2026-03-02,63493,calendar', 'days-out-of-range'],
      ['2026-03-02,5,Workday', 'day-type'],
      ['2026-03-02,5,工作日', 'day-type'],
      ['2026-03-02,5,workday ', 'day-type'],
      ['2026-03-02,5', 'field-count'],
      ['2026-03-02,5,workday,', 'field-count'],
      ['\u0000', 'field-count'],
      ['一枚章', 'field-count'],
    ]
    const good = '2026-03-02,5,workday'
    expect(
      answersTo(
        'due',
        bad.flatMap(([line]) => [line, good]),
      ),
    ).toEqual(bad.flatMap(([line, code]) => [`${line},,error:${code}`, `${good},2026-03-09,final`]))
  })

  it('takes LF, CRLF, a byte order mark and a last line without an end', () => {
    const { answers } = oneseal('due', '\ufeff2026-03-02,5,workday\r\n2026-03-02,6,workday\n2026-03-02,7,workday')
    expect(answers).toBe('2026-03-02,5,workday,2026-03-09,final\n2026-03-02,6,workday,2026-03-10,final\n2026-03-02,7,workday,2026-03-11,final\n')
  })

  it('answers a blank line between others and none at the end', () => {
    const { answers } = oneseal('due', '\r\n2026-03-02,5,workday\n\n\n2026-03-02,6,workday\n\r\n\n')
    expect(linesOf(answers)).toEqual([
      ',,error:blank-line',
      '2026-03-02,5,workday,2026-03-09,final',
      ',,error:blank-line',
      ',,error:blank-line',
      '2026-03-02,6,workday,2026-03-10,final',
    ])
  })

  it('answers nothing to nothing', () => {
    expect(oneseal('due', '')).toMatchObject({ answers: '', errors: '', status: 0 })
  })

  it('does not lose a character cut in two between chunks', async () => {
    const child = spawn(node, ['server/cli.ts', 'due'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
    const bytes = Buffer.from('一枚章\r\n2026-03-02,5,workday\r\n')
    let answers = ''
    child.stdout.on('data', (chunk) => {
      answers += chunk
    })
    for (const byte of bytes) {
      child.stdin.write(Buffer.from([byte]))
      await new Promise(setImmediate)
    }
    child.stdin.end()
    await once(child, 'close')
    expect(answers).toBe('一枚章,,error:field-count\n2026-03-02,5,workday,2026-03-09,final\n')
  })
})

describe('oneseal identify', () => {
  it('answers each line with a verdict and its reason', () => {
    const expected = [
      'uscc,91350100M000100Y43,valid,',
      'uscc,911100001000002837,invalid,check-digit',
      'uscc,91350100m000100y43,invalid,lower-case',
      'resident-id,11010519491231002X,valid,',
      'resident-id,11010519491231002x,invalid,lower-case',
      'resident-id,110105219912310020,invalid,birth-date-in-future',
      'organisation-code,D2143569-X,valid,',
      'certificate-id,1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U,valid,',
      'certificate-id,1.2.156.3005.2.11100000000013661B006.113700000045046442.209FA4E88F9E4C878F3E9BED2CE7EA49.001.M,invalid,check-digit',
      'project-code,2105-130371-04-01-123456,valid,check-digit-unknown',
      'project-code,2113-130371-04-01-123456,invalid,month',
      'uscc,９1350100M000100Y43,invalid,wrong-characters',
      'uscc,"91350100M000100Y43",invalid,wrong-length',
      'uscc,91350100M0,00100Y43,invalid,wrong-length',
      'uscc,,invalid,value-missing',
      'uscc,,invalid,value-missing',
      'passport,E12345678,invalid,kind-unknown',
      'constructor,1,invalid,kind-unknown',
      ',,invalid,blank-line',
      'USCC,91350100M000100Y43,invalid,kind-unknown',
    ]
    const asked = expected.map((line) => line.replace(/,(valid|invalid),[a-z-]*$/, ''))
    asked[15] = 'uscc'
    asked[18] = ''
    expect(answersTo('identify', asked)).toEqual(expected)
  })
})

describe('both', () => {
  it.each([
    [
      'due',
      (i: number) =>
        `${2015 + (i % 12)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')},${i % 200},${i % 2 ? 'workday' : 'calendar'}`,
    ],
    [
      'identify',
      (i: number) => (i % 2 ? 'uscc,91350100M000100Y43' : 'certificate-id,1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0'),
    ],
  ])('%s takes 100,000 lines in five seconds', (command, question) => {
    const questions = Array.from({ length: 100_000 }, (_, i) => question(i))
    const { answers, errors, status, millis } = oneseal(command, questions.join('\n'))
    expect({ errors, status }).toEqual({ errors: '', status: 0 })
    const lines = linesOf(answers)
    expect(lines).toHaveLength(100_000)
    expect(lines.every((line, i) => line.startsWith(`${questions[i]},`) && !line.includes('error:') && !line.includes('invalid'))).toBe(true)
    expect(millis).toBeLessThan(5000)
  })

  it('stops without a word when nobody reads any more', async () => {
    const child = spawn(node, ['server/cli.ts', 'due'], { cwd: root })
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.stdin.on('error', () => {})
    const more = () => {
      while (child.stdin.writable && child.stdin.write('2026-03-02,5,workday\n'.repeat(5000)));
    }
    child.stdin.on('drain', more)
    more()
    await once(child.stdout, 'data')
    child.stdout.destroy()
    const [status] = await once(child, 'exit')
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
  })

  it('waits for a slow reader instead of gathering answers in memory', async () => {
    const child = spawn(node, ['--max-old-space-size=64', 'server/cli.ts', 'due'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
    const block = '2026-03-02,5,workday\n'.repeat(5000)
    let [written, read] = [0, 0]
    const more = () => {
      while (written < 400) {
        written++
        if (!child.stdin.write(block)) return
      }
      child.stdin.end()
    }
    child.stdin.on('drain', more)
    more()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    // Nobody has read yet: far from all 400 blocks can have been taken in.
    expect(written).toBeLessThan(100)
    child.stdout.on('data', (chunk: Buffer) => {
      read += chunk.length
    })
    const [status] = await once(child, 'close')
    expect({ status, read }).toEqual({ status: 0, read: 2_000_000 * '2026-03-02,5,workday,2026-03-09,final\n'.length })
  })

  it('names the commands there are for one there is not', () => {
    for (const name of ['', 'constructor']) {
      const { answers, errors, status } = oneseal(name, '')
      expect({ answers, status }).toEqual({ answers: '', status: 2 })
      expect(errors).toContain('due、identify')
    }
  })
})
