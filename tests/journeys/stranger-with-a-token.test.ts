import { expect, it } from 'vitest'
import type { CaseAnswer, CasePage } from '../../contract/cases.ts'
import { sampleInput } from '../../rules/service-item/sample-input.ts'
import { demonstrationPassword, demonstrationPeople } from '../../server/demonstration.ts'
import { aPdf, asHerself, handedIn, openJourneyBureau, type Stored } from './testing/journey-bureau.ts'
import { itemOf } from './testing/one-case.ts'
import { type ApiSchema, faultsAgainst } from './testing/openapi-schema.ts'
import { jsonOf, type OpenApi, type Operation, readOpenApi, type Stranger, strangerWith } from './testing/stranger.ts'

const today = '2026-03-02'
const item = itemOf('pesticide-business-permit')

/** The one operation whose body asks for just these fields: how a stranger finds a door without being told its address. */
function doorThatTakes(api: OpenApi, required: readonly string[], also: readonly string[] = []): string {
  const fits = ({ requestBody }: Operation) => {
    const schema = jsonOf(requestBody)
    return schema?.required?.toSorted().join() === required.toSorted().join() && also.every((name) => name in (schema.properties ?? {}))
  }
  const found = Object.entries(api.paths).filter(([, { post }]) => post && fits(post))
  expect(found.map(([path]) => path)).toHaveLength(1)
  return found[0]![0]
}

/** A value made from a schema and from what the case page says, by the names of the fields. */
function filled(schema: ApiSchema, known: Readonly<Record<string, unknown>>, name = ''): unknown {
  if (name in known && faultsAgainst(schema, known[name]).length === 0) return known[name]
  if (schema.anyOf) return filled(schema.anyOf[0]!, known, name)
  if (schema.enum) return schema.enum[0]
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((field) => [field, filled(schema.properties![field]!, known, field)]))
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => filled(schema.items!, known, name))
    case 'integer':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    default:
      return schema.pattern?.includes(':') ? '10:00' : schema.pattern ? today : '按要求办理'
  }
}

/** What stands on the case page that an act may ask for. */
function knownFrom(page: CasePage): Readonly<Record<string, unknown>> {
  const running = page.steps.find(({ stands }) => stands === 'running')
  const decision = page.papers.find(({ kind, servedOn }) => kind === 'grant-decision' && servedOn === null)
  return {
    basedOnSeq: page.seq,
    step: running?.id,
    ticked: running?.checklist.map(({ id }) => id) ?? [],
    inspectors: [{ name: '赵建国' }, { name: '周强' }],
    papers: decision ? [decision.id] : [],
    method: 'electronic',
  }
}

/** Which of the permitted acts somebody who wants the case granted takes next; nothing once it is archived. */
const towardsGrant = ['accept-case', 'record-site-inspection', 'pass-step', 'grant-case', 'serve-papers', 'archive-case']

it('finds every door, makes every body from its schema and the case page, and brings a case to the archive', async () => {
  const bureau = await openJourneyBureau({ today, items: [item] })
  const api = await readOpenApi(bureau.app)
  const nobody = strangerWith(bureau.app, api)
  expect(faultsAgainst(jsonOf(api.paths[doorThatTakes(api, ['login', 'password'])]!.post!.requestBody)!, { login: 7, password: 'x' })).not.toEqual([])
  await expect(nobody.call('post', doorThatTakes(api, ['login', 'password']), { body: { login: 'x' } })).rejects.toThrow('does not fit')

  const signIn = async (body: object, required: readonly string[]): Promise<Stranger> =>
    nobody.with((await nobody.call<{ token: string }>('post', doorThatTakes(api, required), { body: { ...body, bearer: true } })).body.token)
  const phone = '13833330002'
  const sent = await nobody.call<{ shown: string }>('post', '/api/session/citizen/code', { body: { phone } })
  const citizen = await signIn({ phone, code: sent.body.shown }, ['phone', 'code'])
  const person = { name: '张伟', residentId: '11010519491231002X', phone }
  expect((await citizen.call('post', '/api/me/real-name', { body: { name: person.name, residentId: person.residentId } })).status).toBe(200)

  const file = await uploaded(citizen)
  const { answers, materials } = sampleInput(item)
  const applied = await citizen.call<{ answer: CaseAnswer }>(
    'post',
    doorThatTakes(api, ['item', 'itemVersion', 'applicantKind', 'applicant', 'answers', 'materials', 'consentsToElectronicService'], ['actsFor']),
    {
      body: {
        item: item.code,
        itemVersion: 1,
        ...asHerself({ ...person, client: bureau.stranger }),
        answers,
        materials: handedIn(item, materials, file),
        consentsToElectronicService: true,
      },
    },
  )
  expect(applied.status, JSON.stringify(applied.body)).toBe(200)
  const { id } = applied.body.answer

  const logins = demonstrationPeople.staff.filter(
    ({ office, roles }) => office === 'general-counter' || office === item.office || roles.includes('decision-maker'),
  )
  const staff = await Promise.all(logins.map(({ login }) => signIn({ login, password: demonstrationPassword }, ['login', 'password'])))
  const done: string[] = []
  for (;;) {
    const before = done.length
    for (const who of staff) {
      const page = (await who.call<CasePage>('get', '/api/cases/{id}', { params: { id } })).body
      const inspected = page.inspections.length > 0
      const open = page.acts.filter(({ act, blocked }) => blocked === null && !(act === 'record-site-inspection' && inspected)).map(({ act }) => act)
      const next = towardsGrant.find(
        (act) => open.includes(act) && !(act === 'serve-papers' && done.includes(act)) && !(act === 'archive-case' && !done.includes('serve-papers')),
      )
      if (next === undefined || (next === 'serve-papers' && page.decision === null)) continue
      const path = `/api/cases/{id}/acts/${next}`
      const body = filled(jsonOf(api.paths[path]!.post!.requestBody)!, knownFrom(page)) as object
      const answer = await who.call('post', path, { params: { id }, body })
      expect(answer.status, `${next}: ${JSON.stringify(answer.body)}`).toBe(200)
      done.push(next)
    }
    if (done.length === before) break
    expect(done.length).toBeLessThan(20)
  }
  expect(done).toEqual(towardsGrant)
  const end = (await citizen.call<CasePage>('get', '/api/cases/{id}', { params: { id } })).body
  expect(end).toMatchObject({ phase: 'archived', decision: { outcome: 'granted' } })
  expect(end.papers.map(({ kind }) => kind)).toEqual(['receipt', 'acceptance-notice', 'inspection-record', 'grant-decision', 'service-receipt'])
  const refused = await nobody.call('get', '/api/cases/{id}', { params: { id } })
  expect(refused).toMatchObject({ status: 401, body: { code: 'sign-in-needed' } })

  async function uploaded(who: Stranger): Promise<Stored> {
    const multipart = ({ post }: { readonly post?: Operation }) =>
      post?.requestBody?.content?.['multipart/form-data'] !== undefined && 'mediaType' in (jsonOf(post.responses!['200'])?.properties ?? {})
    const [path, { post }] = Object.entries(api.paths).find(([, one]) => multipart(one))!
    expect(Object.keys(post!.requestBody!.content!['multipart/form-data']!.schema!.properties!)).toContain('file')
    const form = new FormData()
    form.append('file', new File([aPdf('stranger')], '材料.pdf', { type: 'application/pdf' }))
    const request = new Request('http://localhost', { method: 'POST', body: form })
    const headers = { 'content-type': request.headers.get('content-type')!, authorization: `Bearer ${who.token}` }
    const response = await bureau.app.inject({ method: 'POST', url: path, headers, payload: Buffer.from(await request.arrayBuffer()) })
    expect(faultsAgainst(jsonOf(post!.responses!['200'])!, response.json())).toEqual([])
    return response.json<Stored>()
  }
})
