import type { CaseAnswer, CasePage } from '../../../contract/cases.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { sampleInput } from '../../../rules/service-item/sample-input.ts'
import { readItemFiles } from '../../../server/desks/catalogue/item-files.ts'
import { demonstrationPeople } from '../../../server/demonstration.ts'
import type { Client } from '../../../server/testing/client.ts'
import type { TestBureau, TestBureauOptions } from '../../../server/testing/test-bureau.ts'
import { aCitizen, asHerself, bring, type Citizen, does, good, handedIn, openJourneyBureau, pageOf, type Stored } from './journey-bureau.ts'

const shipped = readItemFiles()

export const itemOf = (code: string): ServiceItem => {
  const found = shipped.find((item) => item.code === code)
  if (!found) throw new Error(`no item ${code}`)
  return found
}

/** Whoever has to do with one case, signed in on that morning. */
export interface People {
  readonly citizen: Citizen
  readonly clerk: Client
  readonly reviewer: Client
  readonly decider: Client
  readonly head: Client
  readonly administrator: Client
}

/** A bureau with one item, one citizen and her file; `on` lets a day begin, and everybody signs in for it. */
export interface OneItem {
  readonly bureau: TestBureau
  readonly item: ServiceItem
  readonly file: Stored
  on(day: string, time?: string): Promise<People>
  /** The same bureau and citizen with another of its items. */
  with(code: string): OneItem
  /** She applies over the portal with all that her situation asks for, or without some of it. */
  apply(people: People, without?: readonly string[]): Promise<CaseAnswer>
}

/** Opens the bureau; `others` are items that stand in its catalogue besides. */
export async function oneItem(code: string, today: string, others: readonly string[] = [], options: TestBureauOptions = {}): Promise<OneItem> {
  const bureau = await openJourneyBureau({ ...options, today, items: [code, ...others].map(itemOf) })
  const first = await aCitizen(bureau, 404)
  return inHouse(bureau, itemOf(code), first, await bring(first.client, '我的材料.pdf'))
}

function inHouse(bureau: TestBureau, item: ServiceItem, first: Citizen, file: Stored): OneItem {
  const reviewerId = demonstrationPeople.staff.find(({ office, roles }) => office === item.office && roles.includes('reviewer'))!.id
  return {
    bureau,
    item,
    file,
    with: (code) => inHouse(bureau, itemOf(code), first, file),
    async on(day, time) {
      bureau.clock.set(day, time)
      const citizen = { ...first, client: await bureau.citizen(first.phone) }
      const staff = async (id: string) => bureau.as(id)
      return {
        citizen,
        clerk: await staff('s-chuangkou'),
        reviewer: await staff(reviewerId),
        decider: await staff('s-jueding'),
        head: await staff('s-juzhang'),
        administrator: await staff('s-xitong'),
      }
    },
    async apply({ citizen }, without = []) {
      const { answers, materials } = sampleInput(item)
      const brought = materials.filter((material) => !without.includes(material))
      const body = {
        item: item.code,
        itemVersion: 1,
        ...asHerself(citizen),
        answers,
        materials: handedIn(item, brought, file),
        consentsToElectronicService: true,
      }
      return good<{ answer: CaseAnswer }>(await citizen.client.post('/api/cases', body), 'apply').answer
    },
  }
}

export const legOf = (page: CasePage, name: string) => {
  const leg = page.legs.find((one) => one.name === name)
  if (!leg) throw new Error(`no leg ${name} among ${page.legs.map((one) => one.name).join(', ')}`)
  return leg
}

/** All steps before the decision by the reviewer, with an inspection where asked for. */
export async function review(
  { item }: Pick<OneItem, 'item'>,
  { reviewer, head }: Pick<People, 'reviewer' | 'head'>,
  id: string,
  on: string,
): Promise<void> {
  for (const step of item.steps.slice(0, -1)) {
    if (step.siteInspection)
      await does(reviewer, id, 'record-site-inspection', {
        on,
        startedAt: '09:00',
        endedAt: '09:30',
        place: '申请场所',
        inspectors: [{ name: '赵建国' }, { name: '周强' }],
        present: [],
        rightsTold: true,
        findings: [{ point: '场所', found: '与申请一致', conforms: true }],
        photos: [],
      })
    await does(step.role === 'head' ? head : reviewer, id, 'pass-step', {
      step: step.id,
      ticked: step.checklist.map((point) => point.id),
      opinion: '符合条件',
    })
  }
}

export const grant = async ({ item }: OneItem, { decider }: People, id: string) => ({
  basedOnSeq: (await pageOf(decider, id)).seq,
  content: `准予${item.name}`,
  conditions: [],
  opinion: '准予。',
  ticked: item.steps.at(-1)!.checklist.map((point) => point.id),
})

export const refusal = async ({ decider }: People, id: string) => ({
  basedOnSeq: (await pageOf(decider, id)).seq,
  reasons: ['不符合法定条件'],
  opinion: '不予许可。',
})
