import { beforeAll, describe, expect, it } from 'vitest'
import { anItem } from '../../../rules/case/testing/an-item.ts'
import { demonstrationPeople } from '../../demonstration.ts'
import { type CaseBureau, counterApplication, openCaseBureau } from '../cases/testing/case-bureau.ts'

let bureau: CaseBureau
beforeAll(async () => {
  bureau = await openCaseBureau()
})

describe('a correction', () => {
  it('cites what stands on the paper in print, or is refused with the words that do not', async () => {
    const { id } = await bureau.receive(anItem())
    const clerk = await bureau.as('s-chuangkou')
    const paper = (await bureau.act(clerk, id, 'accept-case')).body.answer.papers[0]!.id
    const cites = (wrong: string, more: object = {}) =>
      bureau.act(clerk, id, 'correct-clerical-error', { paper, corrections: [{ place: '正文', wrong, right: '别的' }], ...more })
    // What the paper says is found out, not told by whoever corrects.
    expect((await cites('没有这句话', { printed: '没有这句话' })).status).toBe(400)
    const refused = await cites('没有这句话')
    expect(refused.body.code).toBe('words-not-on-paper')
    expect(JSON.stringify(refused.body)).toContain('上没有“没有这句话”，请照文书原文填写')
    expect((await cites('２０２６年３月２日')).status).toBe(200)
  })
})

describe('papers follow the book', () => {
  it('each paper issued becomes a PDF that its applicant and the clerk may have, and nobody else', async () => {
    const citizen = await bureau.citizen('13800000011')
    const received = await bureau.receive(anItem(), { account: citizen.id })
    const clerk = await bureau.as('s-chuangkou')
    await bureau.act(clerk, received.id, 'accept-case')
    await bureau.settle()
    const page = await bureau.page(citizen, received.id)
    expect(page.papers.map(({ kind, status }) => [kind, status])).toEqual([
      ['receipt', 'typeset'],
      ['acceptance-notice', 'typeset'],
    ])
    for (const reader of [citizen, clerk]) {
      const pdf = await reader.get(`/api/papers/${page.papers[1]!.id}?inline=true`)
      expect(pdf.statusCode).toBe(200)
      expect(pdf.headers['content-type']).toBe('application/pdf')
      expect(pdf.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    }
    const other = await bureau.citizen('13800000012')
    expect((await other.get(`/api/papers/${page.papers[1]!.id}`)).statusCode).toBe(404)
    expect((await other.get(`/api/cases/${received.id}`)).statusCode).toBe(404)

    const inbox = (await citizen.get('/api/my/inbox')).json()
    expect(inbox.notices.map(({ kind, ready }: { kind: string; ready: boolean }) => [kind, ready])).toEqual([
      ['acceptance-notice', true],
      ['receipt', true],
    ])
  })

  it('of which many wait, those just issued come first: somebody stands there for them', async () => {
    const busy = await openCaseBureau([anItem()])
    const receipts: string[] = []
    for (let n = 0; n < 130; n++) receipts.push((await busy.receive(anItem())).papers[0]!.id)
    await busy.settle()
    const { rows } = await busy.database.query<{ id: string }>(
      `select subject_id as id from journal where bureau = $1 and type = 'paper-typeset' order by position`,
      [busy.bureau],
    )
    const set = rows.map(({ id }) => id)
    expect(set.toSorted()).toEqual(receipts.toSorted())
    expect(set.slice(0, 6)).toContain(receipts.at(-1))
    expect(set.slice(0, 6)).toContain(receipts[0])
    await busy.close()
  })

  it('a character without a glyph stops the paper, names the code point, and the paper can be set again', async () => {
    const { applicant } = counterApplication(anItem())
    const received = await bureau.receive(anItem(), { applicant: { ...applicant, name: '张\u{2a700}' } })
    await bureau.settle()
    const clerk = await bureau.as('s-chuangkou')
    const page = await bureau.page(clerk, received.id)
    expect(page.papers[0]).toMatchObject({ kind: 'receipt', status: 'failed' })
    expect(page.papers[0]!.problem).toContain('U+2A700')
    expect((await clerk.get(`/api/papers/${page.papers[0]!.id}`)).json().code).toBe('paper-not-ready')
    expect((await clerk.post(`/api/papers/${page.papers[0]!.id}/set-again`, {})).statusCode).toBe(200)
    await bureau.settle()
    const { rows } = await bureau.database.query<{ type: string }>(
      `select type from journal where bureau = $1 and subject_kind = 'paper' and subject_id = $2 order by subject_seq`,
      [bureau.bureau, page.papers[0]!.id],
    )
    expect(rows.map(({ type }) => type)).toEqual(['paper-issued', 'paper-failed', 'paper-setting-asked', 'paper-failed'])
  })

  it('a paper whose personal data is erased before it is set is not set any more', async () => {
    const { applicant } = counterApplication(anItem())
    const { id } = await bureau.receive(anItem(), { applicant: { ...applicant, name: '李\u{2a700}' } })
    const clerk = await bureau.as('s-chuangkou')
    await bureau.act(clerk, id, 'withdraw-application', { reason: '不办了' })
    await bureau.settle()
    expect((await bureau.page(clerk, id)).papers[0]!.problem).toContain('U+2A700')
    expect((await bureau.act(await bureau.as('head'), id, 'erase-personal-data', { reason: '保存期满' })).status).toBe(200)
    const paper = (await bureau.page(clerk, id)).papers[0]!.id
    expect((await clerk.post(`/api/papers/${paper}/set-again`, {})).statusCode).toBe(200)
    await bureau.settle()
    expect((await bureau.page(clerk, id)).papers[0]).toMatchObject({ status: 'failed', problem: '个人信息已经删除。' })
  })

  it.each([
    ['a.png', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'typeset'],
    [
      'a.jpg',
      '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAACAAIDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCYArv/2Q==',
      'typeset',
    ],
    ['a.gif', 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'typeset'],
    ['broken.png', 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'failed'],
  ])('a real bureau’s papers bear the seal %s or say why they cannot, and never keep the next paper waiting', async (name, base64, status) => {
    const real = await openCaseBureau([anItem()], {
      people: { ...demonstrationPeople, bureau: { ...demonstrationPeople.bureau, demonstration: false } },
    })
    const admin = await real.as('system-administrator')
    const seal = (await admin.upload('/api/files', [{ name, bytes: Buffer.from(base64, 'base64') }])).json()
    const dates = { title: '行政审批专用章', from: '2026-01-01', until: '2026-03-02' }
    const set = await admin.post('/api/people/bureau/seals', { digest: seal.digest, ...dates })
    expect(set.statusCode, set.body).toBe(200)
    const inForce = await real.receive(anItem())
    await real.settle()
    real.clock.set('2026-03-03')
    const after = await real.receive(anItem())
    await real.settle()
    const clerk = await real.as('s-chuangkou')
    const [paper, later] = [(await real.page(clerk, inForce.id)).papers[0]!, (await real.page(clerk, after.id)).papers[0]!]
    expect([paper.status, later.status]).toEqual([status, 'typeset'])
    const hasPicture = async (id: string) => (await clerk.get(`/api/papers/${id}`)).rawPayload.includes('/Subtype /Image')
    if (status === 'typeset') expect([await hasPicture(paper.id), await hasPicture(later.id)]).toEqual([true, false])
    else expect(paper.problem).toContain('印章图样')
    await real.close()
  })
})
