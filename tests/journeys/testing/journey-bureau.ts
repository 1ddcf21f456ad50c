import type { CaseAnswer, CasePage } from '../../../contract/cases.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { samplePersonName, samplePhone, sampleResidentId } from '../../../rules/service-item/sample-values.ts'
import { seedCatalogue } from '../../../server/desks/catalogue/public.ts'
import type { Client } from '../../../server/testing/client.ts'
import { openTestBureau, type TestBureau, type TestBureauOptions } from '../../../server/testing/test-bureau.ts'

type Response = Awaited<ReturnType<Client['get']>>

/** The whole house with all its desks, the demonstration's people and the shipped catalogue (or `items` of it). */
export async function openJourneyBureau(options: TestBureauOptions & { readonly items?: readonly ServiceItem[] } = {}): Promise<TestBureau> {
  const bureau = await openTestBureau(options)
  await seedCatalogue(bureau.writer, bureau.bureau, options.items ? { items: options.items } : {})
  return bureau
}

/** The JSON of a good answer; throws with the whole answer where it is not 200. */
export function good<T>(response: Response, about = ''): T {
  if (response.statusCode !== 200) throw new Error(`${about} ${response.statusCode} ${response.body}`)
  return response.json<T>()
}

/** The refusal's code; throws where it was not refused. */
export function refusalOf(response: Response): string {
  if (response.statusCode < 400) throw new Error(`not refused: ${response.statusCode} ${response.body}`)
  return response.json<{ code: string }>().code
}

export const act = (who: Client, id: string, name: string, body: object = {}, key?: string): Promise<Response> =>
  who.post(`/api/cases/${id}/acts/${name}`, body, key === undefined ? {} : { key })

/** Does an act of a case that must succeed. */
export const does = async (who: Client, id: string, name: string, body: object = {}): Promise<CaseAnswer> =>
  good<{ answer: CaseAnswer }>(await act(who, id, name, body), name).answer

/** Tries an act of a case that must be refused: the code. */
export const tries = async (who: Client, id: string, name: string, body: object = {}): Promise<string> => refusalOf(await act(who, id, name, body))

export const pageOf = async (who: Client, id: string): Promise<CasePage> => good<CasePage>(await who.get(`/api/cases/${id}`), 'page')

export interface Citizen {
  readonly client: Client
  readonly name: string
  readonly residentId: string
  readonly phone: string
}

/** A citizen with a verified name, made from a number. */
export async function aCitizen(bureau: TestBureau, n: number, more: { readonly bearer?: boolean } = {}): Promise<Citizen> {
  const phone = samplePhone(n)
  const client = await bureau.citizen(phone, more)
  const [name, residentId] = [samplePersonName(n), sampleResidentId(n)]
  good(await client.post('/api/me/real-name', { name, residentId }), 'real-name')
  return { client, name, residentId, phone }
}

/** The smallest PDF that says it is one; `mark` makes its bytes its own. */
export const aPdf = (mark: string): string =>
  `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${mark}\ntrailer<</Root 1 0 R>>\n%%EOF\n`

export interface Stored {
  readonly digest: string
  readonly name: string
  readonly size: number
  readonly mediaType: string
}

export const bring = async (who: Client, name: string, bytes: string = aPdf(name)): Promise<Stored> =>
  good<Stored>(await who.upload('/api/files', [{ name, bytes, type: 'application/pdf' }]), 'upload')

const nobody = { address: null, legalRepresentative: null, agentName: null, agentIdNumber: null, agentPhone: null }

/** The applicant's part of an application by this citizen for herself. */
export const asHerself = ({ name, residentId, phone }: Citizen) => ({
  applicantKind: 'natural-person',
  applicant: { ...nobody, name, idType: 'resident-id', idNumber: residentId, phone },
})

/** The same for a firm, with the person who applies for it named as agent. */
export const forFirm = (firm: { readonly uscc: string; readonly name: string }, kind: string, agent: Citizen) => ({
  applicantKind: kind,
  applicant: {
    ...nobody,
    name: firm.name,
    idType: 'uscc',
    idNumber: firm.uscc,
    phone: agent.phone,
    agentName: agent.name,
    agentIdNumber: agent.residentId,
    agentPhone: agent.phone,
  },
})

/** Materials as they are handed in: electronic where the item takes that and a file is at hand, else on paper. */
export const handedIn = (item: ServiceItem, materials: readonly string[], file: Stored) =>
  materials.map((material) => {
    const electronic = item.materials.find(({ id }) => id === material)?.form !== 'paper'
    return { material, form: electronic ? 'electronic' : 'paper', files: electronic ? [file] : [], originals: electronic ? 0 : 1, copies: 0 }
  })
