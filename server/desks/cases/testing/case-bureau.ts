import type { CaseAnswer, CasePage } from '../../../../contract/cases.ts'
import { anItem } from '../../../../rules/case/testing/an-item.ts'
import type { ServiceItem } from '../../../../rules/service-item/item.ts'
import { sampleInput } from '../../../../rules/service-item/sample-input.ts'
import type { Client } from '../../../testing/client.ts'
import { openTestBureau, type TestBureau, type TestBureauOptions } from '../../../testing/test-bureau.ts'

interface Acted {
  readonly status: number
  readonly body: { readonly code?: string; readonly detail?: string; readonly replayed?: boolean; readonly answer: CaseAnswer } & Record<
    string,
    unknown
  >
}

export interface CaseBureau extends TestBureau {
  act(who: Client, id: string, act: string, body?: object, key?: string): Promise<Acted>
  page(who: Client, id: string): Promise<CasePage>
  /** A clerk at the counter takes in a complete application on paper. */
  receive(item: ServiceItem, more?: object): Promise<CaseAnswer>
}

/** A counter's application with all necessary materials on paper. */
export function counterApplication(item: ServiceItem, variant = 0) {
  const { answers, materials } = sampleInput(item, variant)
  return {
    item: item.code,
    itemVersion: item.version,
    applicantKind: 'natural-person',
    applicant: {
      name: '张伟',
      idType: 'resident-id',
      idNumber: '11010519491231002X',
      phone: '13800000001',
      address: null,
      legalRepresentative: null,
      agentName: null,
      agentIdNumber: null,
      agentPhone: null,
    },
    answers,
    materials: materials.map((material) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 })),
    consentsToElectronicService: true,
  }
}

/** The whole house with the cases desk, people and items; acts and looks go through the doors. */
export async function openCaseBureau(items: readonly ServiceItem[] = [anItem()], options: TestBureauOptions = {}): Promise<CaseBureau> {
  const bureau = await openTestBureau(options)
  for (const item of items) {
    const put = await bureau.submit('load-opening-item', { item, effectiveFrom: '2015-01-01' })
    if (!put.ok) throw new Error(`item refused: ${JSON.stringify(put.refusal)}`)
  }
  const answered = (response: { statusCode: number; body: string }): Acted => ({ status: response.statusCode, body: JSON.parse(response.body) })
  return {
    ...bureau,
    act: async (who, id, act, body = {}, key) => answered(await who.post(`/api/cases/${id}/acts/${act}`, body, key === undefined ? {} : { key })),
    async page(who, id) {
      const response = await who.get(`/api/cases/${id}`)
      if (response.statusCode !== 200) throw new Error(`case page: ${response.statusCode} ${response.body}`)
      return response.json<CasePage>()
    },
    async receive(item, more = {}) {
      const clerk = await bureau.as('s-chuangkou')
      const taken = answered(await clerk.post('/api/cases/at-counter', { ...counterApplication(item), ...more }))
      if (taken.status !== 200) throw new Error(`not received: ${JSON.stringify(taken.body)}`)
      return taken.body.answer
    },
  }
}
