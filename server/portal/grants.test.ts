import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleCreditCode } from '../../rules/service-item/sample-values.ts'
import { anItem } from '../../rules/case/testing/an-item.ts'
import { type CaseBureau, counterApplication, openCaseBureau } from '../desks/cases/testing/case-bureau.ts'

const secret = '专有的锅炉改造工艺'
const permit = anItem()
const other = anItem({ code: 'test-registration', name: '测试登记', procedure: 'registration', result: { certificate: null, validMonths: null } })
const names = ['渤海餐饮有限公司', '=HYPERLINK("x")有限公司', '金港物流有限公司']

let bureau: CaseBureau
let granted: { person: string; firm: string; odd: string; ended: string; refused: string }
const read = async (url: string) => (await bureau.stranger.get(url, { accept: 'text/html' })).body
const holdersOn = (page: string) => [...page.matchAll(/href="\/grants\/[^"]+">([^<]+)</g)].map(([, holder]) => holder!)

async function decided(of: typeof permit, more: object, refuse = false): Promise<string> {
  const { id } = await bureau.receive(of, more)
  await bureau.act(await bureau.as('s-chuangkou'), id, 'accept-case')
  await bureau.act(await bureau.as('s-shencha'), id, 'pass-step', { step: 'review', ticked: ['place'], opinion: '符合条件。' })
  const decider = await bureau.as('s-jueding')
  const { seq } = await bureau.page(decider, id)
  const grant = { content: secret, conditions: [secret], opinion: '准予。', ticked: ['lawful'] }
  const done = await bureau.act(decider, id, refuse ? 'refuse-case' : 'grant-case', {
    basedOnSeq: seq,
    ...(refuse ? { reasons: ['不符'], opinion: '不符。' } : grant),
  })
  if (done.status !== 200) throw new Error(JSON.stringify(done.body))
  return id
}

const firm = (n: number) => ({
  applicantKind: 'enterprise',
  applicant: {
    ...counterApplication(permit).applicant,
    name: names[n],
    idType: 'uscc',
    idNumber: sampleCreditCode(n),
    legalRepresentative: '王建国',
  },
})

beforeAll(async () => {
  bureau = await openCaseBureau([permit, other])
  const person = await decided(permit, {})
  const refused = await decided(permit, firm(2), true)
  bureau.clock.set('2027-03-02')
  const first = await decided(permit, firm(0))
  const odd = await decided(other, firm(1))
  bureau.clock.set('2027-05-06')
  const ended = await decided(permit, firm(2))
  await bureau.act(await bureau.as('s-juzhang'), ended, 'cancel-permit', { ground: 'other', reasons: ['不再经营'] })
  granted = { person, firm: first, odd, ended, refused }
})

describe('the register of grants (行政许可法 40)', () => {
  test('shows every grant to anybody, the newest first, how each stands, and none that was refused', async () => {
    const page = await read('/grants')
    expect(holdersOn(page)).toEqual(['金港物流有限公司', '=HYPERLINK(&quot;x&quot;)有限公司', '渤海餐饮有限公司', '张*'])
    expect(page).toContain('已注销')
    expect(page).toContain('2027年3月2日起至2032年3月1日')
    expect(page).toContain('2027年3月2日起，长期')
    expect(page).not.toContain(granted.refused)
    expect(await read('/')).toContain('href="/grants"')
  })

  test('tells of people the surname alone, of nobody a personal number, and nothing of what was granted', async () => {
    const number = /秦开审批准字〔2026〕1号/.exec(await read(`/grants/${granted.person}`))![0]
    const pages = [await read('/grants'), await read(`/grants?q=${encodeURIComponent(number)}`), await read('/grants.csv')]
    for (const id of Object.values(granted)) pages.push(await read(`/grants/${id}`))
    for (const page of pages) {
      expect(page).not.toMatch(/11010519491231002X|13800000001|张伟|王建国/)
      expect(page).not.toContain(secret)
    }
  })

  test('finds organisations by name, anything by its whole number, and people by no name', async () => {
    const found = async (q: string, more = '') => holdersOn(await read(`/grants?q=${encodeURIComponent(q)}${more}`))
    expect(await found('渤海餐饮')).toEqual(['渤海餐饮有限公司'])
    expect(await found('有限公司', '&year=2027&item=test-permit')).toEqual(['金港物流有限公司', '渤海餐饮有限公司'])
    expect(await found('秦开审批准字(2026)1号')).toEqual(['张*'])
    const { number } = await bureau.page(await bureau.as('s-juzhang'), granted.person)
    expect(await found(number)).toEqual(['张*'])
    expect(await found(number.slice(0, 12))).toEqual([])
    expect(await found('张伟')).toEqual([])
    expect(await read(`/grants?q=${encodeURIComponent('张伟')}`)).toContain('个人取得的许可不按姓名查')
    expect(await found('测试登记')).toEqual(['=HYPERLINK(&quot;x&quot;)有限公司'])
  })

  test('is narrowed by item and year, by a form that needs no script', async () => {
    expect(holdersOn(await read('/grants?q=&item=&year=2026'))).toEqual(['张*'])
    expect(holdersOn(await read('/grants?item=test-registration&year='))).toHaveLength(1)
    const page = await read('/grants?year=2027')
    expect(page).toContain('<option value="2027" selected>')
    expect(page).toContain('<option value="test-registration">测试登记</option>')
    expect((await bureau.stranger.get('/grants?year=abc', { accept: 'text/html' })).statusCode).toBe(400)
  })

  test('opens down to the public entries of the book, each with its place', async () => {
    const page = await read(`/grants/${granted.ended}`)
    expect(page).toContain('<dt>统一社会信用代码</dt>')
    expect(page).toMatch(/账簿第 \d+ 条<\/span><br>作出准予决定：秦开审批准字〔2027〕\d号/)
    expect(page).toMatch(/2027年5月6日，账簿第 \d+ 条<\/span><br>注销许可：秦开审批销字〔2027〕1号/)
    expect(page).not.toContain('环节通过')
    for (const id of [granted.refused, 'nothing'])
      expect((await bureau.stranger.get(`/grants/${id}`, { accept: 'text/html' })).statusCode, id).toBe(404)
  })

  test('is taken away as a table that no spreadsheet runs', async () => {
    const answer = await bureau.stranger.get('/grants.csv?year=2027')
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    const lines = answer.body.replace('\ufeff', '').trim().split('\r\n')
    expect(lines[0]).toBe('"被许可人","事项","类别","文号","准予日期","有效期自","有效期至","当前状态"')
    expect(lines).toHaveLength(4)
    expect(lines[2]).toMatch(/^"'=HYPERLINK\(""x""\)有限公司","测试登记","登记","[^"]+","2027-03-02","2027-03-02","长期","有效"$/)
  })

  test('turns page by page and stays under 15 KB', async () => {
    const most = await openCaseBureau([permit])
    const columns = 'bureau, id, valid_from, changed, granted_on, item, decision_number'
    await most.database.query(
      `insert into permit_row (${columns}) select $1, 'c-' || lpad(n::text, 3, '0'), date '2026-01-01' + n / 3, false, date '2026-01-01' + n / 3, 'test-permit',
        '秦开审批准字〔2026〕' || n || '号' from generate_series(1, 45) n`,
      [most.bureau],
    )
    await most.database.query(
      `insert into case_row (bureau, id, seq, number, phase, running, item, item_name, procedure, applicant_name, applicant_kind, office, receiving_office,
        received_on, received_at, stopped, provisional, urgency, reminders, search_text)
      select $1, 'c-' || lpad(n::text, 3, '0'), 1, n::text, 'granted', false, 'test-permit', '测试经营许可', 'permit', '秦皇岛第' || n || '商贸有限公司', 'enterprise', '', '',
        '2026-01-01', '2026-01-01', false, false, '9999-12-31', 0, '' from generate_series(1, 45) n`,
      [most.bureau],
    )
    const seen: string[] = []
    let url = '/grants'
    for (let turns = 0; turns < 5 && url !== ''; turns++) {
      const { body } = await most.stranger.get(url, { accept: 'text/html' })
      expect(gzipSync(body).length).toBeLessThan(10 * 1024)
      seen.push(...holdersOn(body))
      url = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? ''
    }
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
    expect(seen[0]).toBe('秦皇岛第45商贸有限公司')
    await most.close()
  })
})
