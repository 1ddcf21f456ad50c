import { permissionsOf } from '../../../contract/permissions.ts'
import { roleNames } from '../../../rules/people/roles.ts'
import { sampleInput } from '../../../rules/service-item/sample-input.ts'
import { seedBudget } from '../../../server/desks/budget/public.ts'
import { demonstrationPeople } from '../../../server/demonstration.ts'
import type { RouteRow } from '../../../server/platform/http/route-row.ts'
import type { Client } from '../../../server/testing/client.ts'
import { type Shape, soundValue } from './hostile-values.ts'
import { asHerself, does, good, handedIn, pageOf } from './journey-bureau.ts'
import { type OneItem, oneItem, type People } from './one-case.ts'

/** A house with something behind every door: cases in several states, a draft, a paper, a file, a budget. */
export interface Doors {
  readonly rows: readonly RouteRow[]
  /** Whoever may come through, as far as the door tells, freshly signed in. */
  whoMay(row: RouteRow): Promise<readonly Client[]>
  /** The door's address with what stands behind it; `instead` puts another text in one place. */
  address(row: RouteRow, turn: number, instead?: Readonly<Record<string, string>>): string
  /** A body that goes far inside, as far as that can be known. */
  body(row: RouteRow): Readonly<Record<string, unknown>>
}

const permit = 'building-construction-permit'
const day = '2026-03-02'

export async function openDoors(): Promise<Doors> {
  const one = await oneItem(permit, day, [], { settings: { trustProxy: true } })
  const people = await one.on(day)
  const behind = await whatIsBehind(one, people)
  const standing = (row: RouteRow, name: string, turn: number): string => {
    const known = behind[`${row.path.split('/:')[0]!}/${name}`] ?? behind[name] ?? ['none']
    return known[turn % known.length]!
  }
  return {
    rows: one.bureau.app.routeRows,
    whoMay: (row) => whoMay(one, people, row),
    address: (row, turn, instead = {}) =>
      row.path.replace(/:(\w+)/g, (_place, name: string) => encodeURIComponent(instead[name] ?? standing(row, name, turn))),
    body: (row) => bodyFor(one, people, row),
  }
}

/** Values for the places of addresses, by name, or by the beginning of the path and the name. */
async function whatIsBehind(one: OneItem, people: People): Promise<Readonly<Record<string, readonly string[]>>> {
  const { bureau, item, file } = one
  await seedBudget(bureau.writer, bureau.bureau)
  good(await (await bureau.as('s-caiwu')).post('/api/budgets/2027/budget/acts/open-budget', { department: '行政审批局', from: 'blank' }))
  const [received, accepted, returned] = await Promise.all([1, 2, 3].map(() => one.apply(people)))
  await does(people.clerk, accepted!.id, 'accept-case')
  await does(people.clerk, returned!.id, 'request-supplement', { faults: [{ material: 'form', fault: '错', correction: '改' }] })
  await bureau.settle()
  const paper = (await pageOf(people.clerk, accepted!.id)).papers[0]!.id
  const draft = await people.citizen.client.form(`/apply/${item.code}`, { for: 'self' })
  return {
    id: [received!.id, accepted!.id, returned!.id],
    '/drafts/id': [String(draft.headers.location).split('/')[2]!],
    '/api/papers/id': [paper],
    '/verify/id': [paper],
    '/api/people/staff/id': ['s-bohai'],
    '/api/people/offices/id': ['place-130371200'],
    '/api/people/divisions/code': ['130371200'],
    paper: [paper],
    code: [item.code],
    group: item.form.map(({ id }) => id),
    material: item.materials.map(({ id }) => id),
    digest: [file.digest],
    version: ['1'],
    year: ['2027', '2020'],
    kind: ['budget'],
    format: ['html'],
    holder: ['staff', 'citizen'],
    uscc: ['91350100M000100Y43'],
  }
}

async function whoMay({ bureau }: OneItem, { citizen }: People, { path, permission }: RouteRow): Promise<readonly Client[]> {
  const she = () => bureau.citizen(citizen.phone)
  if (permission === 'public') return [bureau.stranger, await she()]
  if (permission === 'citizen') return [await she()]
  if (permission === 'signed-in') return [await she(), await bureau.as('s-chuangkou')]
  if (permission === 'staff') return [await bureau.as('s-xitong')]
  const may = demonstrationPeople.staff.filter(({ roles }) => permissionsOf(roles).has(permission))
  const oneOfEach = roleNames.flatMap((role) => may.find(({ roles }) => roles.includes(role)) ?? [])
  return Promise.all((path.includes('/acts/') ? oneOfEach : oneOfEach.slice(0, 1)).map(({ id }) => bureau.as(id)))
}

function bodyFor({ item, file }: OneItem, { citizen }: People, row: RouteRow): Readonly<Record<string, unknown>> {
  const { answers, materials } = sampleInput(item)
  const application = {
    item: item.code,
    itemVersion: 1,
    ...asHerself(citizen),
    answers,
    materials: handedIn(item, materials, file),
    consentsToElectronicService: true,
  }
  const known: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    '/api/cases': application,
    '/api/cases/at-counter': { ...application, receivedOn: day, backdatedBecause: '补录' },
    '/api/cases/at-counter/batch': { applications: [application] },
    '/api/cases/:id/acts/supplement-materials': { materials: application.materials, answers },
    '/api/catalogue/items/:code/answers': { answers },
    '/api/catalogue/check': { item },
    '/api/catalogue/versions': { item, note: '改' },
  }
  // Nobody is stood in for, and what was seen is the newest: else every act ends at the first question.
  const { onBehalfOf, seq, ...rest } = soundValue(row.schema.body as Shape) as Record<string, unknown>
  return known[row.path] ?? (seq !== undefined && row.path.startsWith('/api/budgets/') ? { ...rest, seq: 1 } : rest)
}
