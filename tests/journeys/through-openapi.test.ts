import { expect, test } from 'vitest'
import type { CaseAnswer, CasePage } from '../../contract/cases.ts'
import type { Inbox } from '../../contract/inbox.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { readItemFiles } from '../../server/desks/catalogue/item-files.ts'
import { demonstrationPassword } from '../../server/demonstration.ts'
import { openJourneyBureau } from './testing/journey-bureau.ts'
import { readOpenApi, type Stranger, strangerWith } from './testing/stranger.ts'

type Done = { readonly answer: CaseAnswer }

test('a stranger drives a whole case with tokens and the OpenAPI document alone', async () => {
  const bureau = await openJourneyBureau()
  const api = await readOpenApi(bureau.app)
  const nobody = strangerWith(bureau.app, api)
  const staff = async (login: string): Promise<Stranger> => {
    const signed = await nobody.call<{ token: string }>('post', '/api/session/staff', {
      body: { login, password: demonstrationPassword, bearer: true },
    })
    expect(signed.status).toBe(200)
    return nobody.with(signed.body.token)
  }
  const act = async (who: Stranger, id: string, name: string, body: object = {}): Promise<CaseAnswer> => {
    const done = await who.call<Done>('post', `/api/cases/{id}/acts/${name}`, { params: { id }, body })
    expect(done.status, `${name}: ${JSON.stringify(done.body)}`).toBe(200)
    return done.body.answer
  }
  const page = async (who: Stranger, id: string): Promise<CasePage> => (await who.call<CasePage>('get', '/api/cases/{id}', { params: { id } })).body

  // A citizen registers by phone code, says who she is, finds the item and reads its form.
  const code = await nobody.call<{ shown: string }>('post', '/api/session/citizen/code', { body: { phone: '13833330001' } })
  const signed = await nobody.call<{ token: string }>('post', '/api/session/citizen', {
    body: { phone: '13833330001', code: code.body.shown, bearer: true },
  })
  const citizen = nobody.with(signed.body.token)
  const who = { name: '张伟', residentId: '11010519491231002X' }
  expect((await citizen.call('post', '/api/me/real-name', { body: who })).status).toBe(200)
  const item = readItemFiles().find(
    ({ applicants, procedure, separation }) => applicants.includes('natural-person') && procedure === 'permit' && separation,
  )!
  const found = await citizen.call<{ items: readonly { code: string }[] }>('get', '/api/catalogue/items', {
    query: `?q=${encodeURIComponent(item.name)}`,
  })
  expect(JSON.stringify(found.body)).toContain(item.code)

  // She uploads her materials and applies, leaving one out.
  const { answers, materials } = sampleInput(item)
  const upload = async (name: string) => {
    const form = new FormData()
    form.append('file', new File([`%PDF-1.4\n${name}\n%%EOF\n`], `${name}.pdf`, { type: 'application/pdf' }))
    const request = new Request('http://localhost', { method: 'POST', body: form })
    const headers = { 'content-type': request.headers.get('content-type')!, authorization: `Bearer ${signed.body.token}` }
    const response = await bureau.app.inject({ method: 'POST', url: '/api/files', headers, payload: Buffer.from(await request.arrayBuffer()) })
    expect(response.statusCode, response.body).toBe(200)
    return response.json<{ digest: string; name: string; size: number; mediaType: string }>()
  }
  const electronic = async (material: string) => ({ material, form: 'electronic', files: [await upload(material)], originals: 0, copies: 0 })
  const [left, ...brought] = materials
  const none = { address: null, legalRepresentative: null, agentName: null, agentIdNumber: null, agentPhone: null }
  const submitted = await citizen.call<Done>('post', '/api/cases', {
    body: {
      item: item.code,
      itemVersion: item.version,
      applicantKind: 'natural-person',
      applicant: { name: who.name, idType: 'resident-id', idNumber: who.residentId, phone: '13833330001', ...none },
      answers,
      materials: await Promise.all(brought.map(electronic)),
      consentsToElectronicService: true,
    },
  })
  expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
  const { id } = submitted.body.answer

  // The clerk cannot accept what is incomplete, says so once, and she brings it.
  const clerk = await staff('chuangkou')
  const early = await clerk.call('post', '/api/cases/{id}/acts/accept-case', { params: { id } })
  expect(early).toMatchObject({ status: 409, body: { code: 'materials-missing' } })
  await act(clerk, id, 'request-supplement', { faults: [{ material: left!, fault: '没有提交', correction: '请提交' }] })
  await act(citizen, id, 'supplement-materials', { materials: [await electronic(left!)] })
  await act(clerk, id, 'accept-case')

  // Review: an excluded procedure stops the clock and ends, the steps go their way, an inspection where the item wants one.
  const reviewer = await staff(
    ['shencha', 'shencha2', 'shencha3', 'shencha4'][
      ['social-affairs', 'investment-projects', 'business-permits', 'urban-construction'].indexOf(item.office)
    ]!,
  )
  await act(reviewer, id, 'claim-case')
  await act(reviewer, id, 'start-excluded-procedure', {
    kind: 'expert-review',
    reason: '需要专家意见',
    days: 3,
    basis: '某条例 第五条',
  })
  expect((await page(reviewer, id)).light).toBe('stopped')
  await act(reviewer, id, 'end-excluded-procedure', { result: '专家同意' })
  const head = await staff('juzhang')
  for (const step of item.steps.slice(0, -1)) {
    const worker = step.role === 'head' ? head : reviewer
    if (step.siteInspection)
      await act(reviewer, id, 'record-site-inspection', {
        on: '2026-03-02',
        startedAt: '09:00',
        endedAt: '09:40',
        place: '申请地址',
        inspectors: [{ name: '赵建国' }, { name: '孙丽' }],
        present: [],
        rightsTold: true,
        findings: [{ point: '场所', found: '与申请一致', conforms: true }],
        photos: [],
      })
    await act(worker, id, 'pass-step', { step: step.id, ticked: step.checklist.map((point) => point.id), opinion: '符合条件' })
  }

  // The decision, its paper, its service, the archive.
  const decider = await staff('jueding')
  const before = await page(decider, id)
  expect(before.acts.find(({ act: name }) => name === 'grant-case')?.blocked).toBeNull()
  await act(decider, id, 'grant-case', {
    basedOnSeq: before.seq,
    content: '准予',
    conditions: [],
    opinion: '准予',
    ticked: item.steps.at(-1)!.checklist.map((point) => point.id),
  })
  await bureau.settle()
  const inbox = (await citizen.call<Inbox>('get', '/api/my/inbox')).body
  expect(inbox.notices.map(({ kind, ready }) => [kind, ready])).toEqual(
    ['grant-decision', 'excluded-procedure-notice', 'acceptance-notice', 'supplement-notice', 'receipt'].map((kind) => [kind, true]),
  )
  const decision = inbox.notices[0]!.paper
  const pdf = await citizen.call<{ bytes: Buffer }>('get', '/api/papers/{id}', { params: { id: decision } })
  expect(pdf.body.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await act(clerk, id, 'serve-papers', {
    papers: [decision],
    method: 'electronic',
    receiver: '张伟',
    place: '网上办事大厅',
    servedOn: '2026-03-02',
    servers: ['王敏'],
  })
  await act(clerk, id, 'archive-case', { location: null })

  // Citizen, clerk and head read the same dated reasons.
  const [hers, his, theirs] = await Promise.all([citizen, clerk, head].map((reader) => page(reader, id)))
  expect(hers!.legs).toEqual(his!.legs)
  expect(his!.legs).toEqual(theirs!.legs)
  expect(hers!.phase).toBe('archived')
  expect(hers!.acts.filter(({ blocked }) => blocked === null).map(({ act }) => act)).toEqual(['request-data-change'])
})
