import type { CasePage } from '../../../contract/cases.ts'
import type { ApplicantKind, ServiceItem, Step } from '../../../rules/service-item/item.ts'
import { type SampleInput, sampleInputs } from '../../../rules/service-item/sample-input.ts'
import type { Pause } from '../../../rules/time/testing/day-oracle.ts'
import { demonstrationPeople } from '../../../server/demonstration.ts'
import type { Client } from '../../../server/testing/client.ts'
import type { TestBureau } from '../../../server/testing/test-bureau.ts'
import { type Citizen, aCitizen, asHerself, bring, does, forFirm, good, handedIn, pageOf, type Stored, tries } from './journey-bureau.ts'

/** The five days on which every case of the journey moves, all Mondays to Fridays without a holiday between. */
export const days = {
  received: '2026-03-02',
  accepted: '2026-03-03',
  resumed: '2026-03-06',
  fiveDaysOver: '2026-03-11',
  heard: '2026-03-17',
  served: '2026-03-18',
}

/** How the right to a hearing goes: told and given up, told and not used, asked for and held, or held because the law demands it. */
type Hearing = 'none' | 'waived' | 'unused' | 'requested' | 'announced'

/** One case on its way through an item, with what the test knows of it without asking the house. */
export interface Story {
  readonly item: ServiceItem
  readonly road: 'grant' | 'refuse'
  readonly portal: boolean
  readonly kind: ApplicantKind
  readonly sample: SampleInput
  readonly hearing: Hearing
  id: string
  number: string
  decidedOn: string
  completeOn: string
  readonly pauses: Pause[]
  /** Kinds of the papers that the acts done so far must have issued, in order. */
  readonly papers: string[]
  readonly personal: string[]
  page?: CasePage
  seenByApplicant?: CasePage
  problem?: unknown
}

const wealth = ({ answers, materials }: SampleInput) => Object.keys(answers).length + materials.length

/** Two cases of an item: the situation with the most questions and materials is granted, the plainest is refused (a filing: sent back, then filed). */
export function storiesOf(item: ServiceItem, n: number): readonly Story[] {
  const samples = sampleInputs(item, n)
  const richest = samples.reduce((best, sample) => (wealth(sample) > wealth(best) ? sample : best))
  const firms = item.applicants.filter((kind) => kind !== 'natural-person')
  const kindOf = (turn: number): ApplicantKind => {
    const person = item.applicants.includes('natural-person') && (turn % 2 === 0 || firms.length === 0)
    return person ? 'natural-person' : firms[turn % firms.length]!
  }
  const hearingOf = (road: Story['road']): Hearing => {
    if (item.hearing.announced) return 'announced'
    if (!item.hearing.interestedParties) return 'none'
    return road === 'grant' ? 'waived' : n % 2 === 0 ? 'unused' : 'requested'
  }
  const begin = (road: Story['road'], sample: SampleInput, turn: number): Story => {
    const blank = { id: '', number: '', decidedOn: '', completeOn: days.received, pauses: [], papers: [], personal: [] }
    return { item, road, sample, portal: road === 'grant' ? n % 5 !== 4 : n % 2 === 1, kind: kindOf(turn), hearing: hearingOf(road), ...blank }
  }
  return [begin('grant', richest, n), begin('refuse', samples[0]!, n + 1)]
}

/** The people of the journey on one day: a citizen for herself, a firm's representative, the firm's agent, and the staff by task. */
export interface Cast {
  readonly person: Citizen
  readonly representative: Citizen
  readonly agent: Citizen
  readonly firm: { readonly uscc: string; readonly name: string }
  readonly clerks: readonly [Client, Client]
  readonly decider: Client
  readonly head: Client
  readonly reviewers: ReadonlyMap<string, Client>
  /** What each of them brought, by the person's id. */
  readonly files: ReadonlyMap<string, Stored>
}

const reviewers = demonstrationPeople.staff.filter(({ roles }) => roles.includes('reviewer'))

/** Sessions end overnight: everybody signs in anew each morning. */
async function signIn(bureau: TestBureau) {
  const byOffice = await Promise.all(reviewers.map(async ({ id, office }) => [office, await bureau.as(id)] as const))
  return {
    clerks: [await bureau.as('s-chuangkou'), await bureau.as('s-chuangkou2')] as const,
    decider: await bureau.as('s-jueding'),
    head: await bureau.as('s-juzhang'),
    reviewers: new Map(byOffice),
  }
}

export async function nextMorning(bureau: TestBureau, cast: Cast): Promise<Cast> {
  const again = async (citizen: Citizen): Promise<Citizen> => ({ ...citizen, client: await bureau.citizen(citizen.phone) })
  const citizens = { person: await again(cast.person), representative: await again(cast.representative), agent: await again(cast.agent) }
  return { ...cast, ...citizens, ...(await signIn(bureau)) }
}

export async function gather(bureau: TestBureau, firm: Cast['firm']): Promise<Cast> {
  const [person, representative, agent] = [await aCitizen(bureau, 301), await aCitizen(bureau, 302), await aCitizen(bureau, 303)]
  good(await representative.client.post('/api/me/firms', firm), 'claim')
  const grant = { agentPhone: agent.phone, items: 'all', until: '2026-12-31' }
  good(await representative.client.post(`/api/me/firms/${firm.uscc}/agencies`, grant), 'agency')
  const staff = await signIn(bureau)
  const files = new Map<string, Stored>()
  for (const who of [person.client, representative.client, agent.client, ...staff.clerks, ...staff.reviewers.values()])
    files.set(who.id, await bring(who, `材料-${who.id}.pdf`))
  return { person, representative, agent, firm, files, ...staff }
}

const applicantOf = (story: Story, cast: Cast): Citizen =>
  story.kind === 'natural-person' ? cast.person : story.road === 'grant' ? cast.agent : cast.representative
const reviewerOf = (story: Story, cast: Cast): Client => cast.reviewers.get(story.item.office)!
const necessary = (step: Step) => step.checklist.filter((point) => point.necessary).map(({ id }) => id)

/** Monday: over the portal by the citizen, the firm's representative or its agent, or at the counter. */
export async function apply(story: Story, cast: Cast): Promise<void> {
  const { item, sample, kind } = story
  const applicant = applicantOf(story, cast)
  const organisation = kind !== 'natural-person'
  const who = story.portal ? applicant.client : cast.clerks[0]
  const body = {
    item: item.code,
    itemVersion: 1,
    ...(organisation ? forFirm(cast.firm, kind, applicant) : asHerself(applicant)),
    answers: sample.answers,
    materials: handedIn(item, sample.materials, cast.files.get(who.id)!),
    consentsToElectronicService: story.portal,
  }
  const { answer } = good<{ answer: { id: string; number: string } }>(
    story.portal
      ? await who.post('/api/cases', { ...body, ...(organisation ? { actsFor: cast.firm.uscc } : {}) })
      : await who.post('/api/cases/at-counter', { ...body, account: applicant.client.id }),
    'apply',
  )
  story.id = answer.id
  story.number = answer.number
  story.papers.push('receipt')
  story.personal.push(applicant.name, applicant.residentId, applicant.phone)
  if (item.procedure === 'filing') await checkFiling(story, cast)
}

/** A filing is taken on record the same day, or sent back with all its faults at once. */
async function checkFiling(story: Story, cast: Cast): Promise<void> {
  const { sample, id } = story
  const reviewer = reviewerOf(story, cast)
  if (story.road === 'grant') return file(story, reviewer, days.received)
  const faults = [
    { material: sample.materials[0]!, fault: '扫描件不清晰', correction: '重新扫描' },
    ...(Object.keys(sample.answers).length > 0 ? [{ material: 'form', fault: '填写有误', correction: '更正后重新提交' }] : []),
  ]
  await does(reviewer, id, 'return-filing', { faults })
  story.papers.push('supplement-notice')
}

async function file(story: Story, who: Client, on: string): Promise<void> {
  await does(who, story.id, 'acknowledge-filing', { ticked: necessary(story.item.steps[0]!) })
  story.papers.push('filing-receipt')
  story.decidedOn = on
}

/** Tuesday: accepted; parties told; an item without stop or hearing is reviewed and decided at once. A filing that came back is put right and filed. */
export async function accept(story: Story, cast: Cast, n: number): Promise<void> {
  const { item, sample, id } = story
  const reviewer = reviewerOf(story, cast)
  if (item.procedure === 'filing') {
    if (story.road === 'grant') return
    const who = applicantOf(story, cast).client
    const again = { materials: handedIn(item, sample.materials.slice(0, 1), cast.files.get(who.id)!), answers: sample.answers }
    await does(who, id, 'supplement-materials', again)
    story.completeOn = days.accepted
    return file(story, reviewer, days.accepted)
  }
  await does(cast.clerks[n % 2]!, id, 'accept-case')
  story.papers.push('acceptance-notice')
  await tellOfHearing(story, cast)
  const excluded = item.limits.excluded.find(({ kind }) => kind !== 'hearing' || item.hearing.announced)
  if (story.road === 'grant' && excluded) {
    await does(reviewer, id, 'start-excluded-procedure', { kind: excluded.kind, reason: '情况需要', days: Math.min(3, excluded.maxDays) })
    story.papers.push('excluded-procedure-notice')
    story.pauses.push({ from: days.accepted as never, to: days.resumed as never })
    return
  }
  await review(story, cast)
  if (story.hearing === 'none') await decide(story, cast, days.accepted)
}

async function tellOfHearing({ item, hearing, id, papers, road }: Story, cast: Cast): Promise<void> {
  if (hearing === 'none') return
  const teller = cast.decider
  const ground = hearing === 'announced' ? { kind: 'announced', basis: '法律规定应当听证' } : { kind: 'interests', interest: '涉及相邻权利' }
  await does(teller, id, 'inform-hearing-right', { party: 'applicant', ground })
  papers.push('hearing-right-notice')
  if (road === 'refuse') {
    await does(teller, id, 'inform-third-party', {
      name: `相邻人${id.slice(-4)}`,
      kind: 'person',
      interest: '通行',
      gist: '占用门前道路',
      replyDays: 3,
    })
    papers.push('third-party-notice')
    if (hearing !== 'announced') {
      await does(teller, id, 'inform-hearing-right', { party: (await pageOf(teller, id)).thirdParties[0]!.id, ground })
      papers.push('hearing-right-notice')
    }
  }
  if (hearing === 'announced') {
    const announcement = { heldOn: '2026-03-12', startsAt: '09:30', place: '二楼会议室', chair: 's-jueding' }
    expectRefusal(await tries(teller, id, 'announce-hearing', announcement), 'public-matter-missing')
    await does(teller, id, 'announce-hearing', { ...announcement, matter: `${item.name}的一件申请` })
    papers.push('hearing-notice')
  }
}

/** All steps before the decision, each by the role it asks for, with an inspection by two where the step says so. */
async function review(story: Story, cast: Cast): Promise<void> {
  const { item, id } = story
  for (const step of item.steps.slice(0, -1)) {
    const who = step.role === 'head' ? cast.head : reviewerOf(story, cast)
    const pass = { step: step.id, ticked: necessary(step), opinion: step.phrases[0] ?? '符合条件' }
    if (step.siteInspection) {
      expectRefusal(await tries(who, id, 'pass-step', pass), 'site-inspection-missing')
      await inspect(story, who)
    }
    if (necessary(step).length > 0) expectRefusal(await tries(who, id, 'pass-step', { ...pass, ticked: [] }), 'checklist-incomplete')
    await does(who, id, 'pass-step', pass)
  }
}

async function inspect(story: Story, who: Client): Promise<void> {
  await does(who, story.id, 'record-site-inspection', {
    on: days.accepted,
    startedAt: '09:30',
    endedAt: '10:20',
    place: '申请场所',
    inspectors: [{ name: '赵建国' }, { name: '孙丽' }],
    present: [{ name: '在场人甲', role: '申请人' }],
    rightsTold: true,
    findings: [{ point: '场所', found: '与申请一致', conforms: story.road === 'grant' }],
    photos: [],
  })
  story.papers.push('inspection-record')
  story.personal.push('在场人甲')
}

/** Friday: the clock runs again; hearings are given up, or asked for; who waits for the five days must wait. */
export async function resume(story: Story, cast: Cast): Promise<void> {
  const { id, hearing, item } = story
  if (story.decidedOn) return
  const applicant = applicantOf(story, cast).client
  if (story.pauses.length > 0) {
    expectRefusal(await tries(cast.decider, id, 'grant-case', await grantBody(story, cast)), 'act-not-in-phase')
    await does(reviewerOf(story, cast), id, 'end-excluded-procedure', { result: '已完成' })
    await review(story, cast)
  }
  if (hearing === 'waived') await does(applicant, id, 'waive-hearing', { party: 'applicant' })
  if (hearing === 'unused') {
    expectRefusal(await tries(deciderOf(story, cast), id, 'refuse-case', await refuseBody(story, cast)), 'third-party-may-still-speak')
    const party = (await pageOf(cast.decider, id)).thirdParties[0]!
    const spoken = { party: party.id, gist: '要求留出通道', statement: `${party.name}说：门前要留出两米通道`, answer: '采纳' }
    await does(reviewerOf(story, cast), id, 'record-third-party-statement', spoken)
    story.personal.push(party.name, spoken.statement)
    expectRefusal(await tries(deciderOf(story, cast), id, 'refuse-case', await refuseBody(story, cast)), 'hearing-may-still-be-asked')
  }
  if (hearing === 'requested') {
    await does(applicant, id, 'request-hearing', { party: 'applicant' })
    expectRefusal(
      await tries(cast.decider, id, 'announce-hearing', { heldOn: '2026-03-16', place: '二楼', chair: 's-jueding' }),
      'hearing-announced-late',
    )
    await does(cast.decider, id, 'announce-hearing', { heldOn: days.heard, place: '二楼会议室', chair: 's-jueding' })
    story.papers.push('hearing-notice')
  }
  if (hearing === 'none' || hearing === 'waived') await decide(story, cast, days.resumed)
  if (hearing === 'announced')
    expectRefusal(
      await tries(cast.decider, id, 'refuse-case', await refuseBody(story, cast)),
      item.hearing.announced && story.road === 'refuse' ? 'third-party-may-still-speak' : 'hearing-not-held',
    )
}

/** The five days for asking are over: who was told and kept silent may be decided upon; a hearing to come still holds up its case. */
export async function afterFiveDays(story: Story, cast: Cast): Promise<void> {
  if (story.decidedOn) return
  if (story.hearing === 'unused') return decide(story, cast, days.fiveDaysOver)
  expectRefusal(await tries(deciderOf(story, cast), story.id, 'refuse-case', await refuseBody(story, cast)), 'hearing-not-held')
  const minutes = cast.files.get(reviewerOf(story, cast).id)!.digest
  expectRefusal(await tries(reviewerOf(story, cast), story.id, 'hold-hearing', { on: days.fiveDaysOver, minutes }), 'hearing-not-as-announced')
}

/** Hearings are held with their minutes, and decided. */
export async function hear(story: Story, cast: Cast): Promise<void> {
  if (story.decidedOn) return
  const reviewer = reviewerOf(story, cast)
  await does(reviewer, story.id, 'hold-hearing', {
    on: story.hearing === 'announced' ? '2026-03-12' : days.heard,
    minutes: cast.files.get(reviewer.id)!.digest,
  })
  await decide(story, cast, days.heard)
}

/** Where the head passed a step he may not decide; elsewhere he decides the refusals. */
const deciderOf = ({ item, road }: Story, cast: Cast): Client =>
  road === 'refuse' && !item.steps.some(({ role }) => role === 'head') ? cast.head : cast.decider

const seqOf = async ({ id }: Story, cast: Cast): Promise<number> => (await pageOf(cast.decider, id)).seq
const grantBody = async (story: Story, cast: Cast) => ({
  basedOnSeq: await seqOf(story, cast),
  content: `准予${story.item.name}`,
  conditions: [],
  opinion: '准予。',
  ticked: necessary(story.item.steps.at(-1)!),
})
const refuseBody = async (story: Story, cast: Cast) => ({ basedOnSeq: await seqOf(story, cast), reasons: ['不符合法定条件'], opinion: '不予许可。' })

/** What a higher organ decides is examined here and sent up, for or against; here it can be neither granted nor refused. */
async function forward(story: Story, cast: Cast, on: string): Promise<void> {
  const { id, road } = story
  expectRefusal(await tries(cast.decider, id, 'grant-case', await grantBody(story, cast)), 'superior-decides')
  expectRefusal(await tries(cast.decider, id, 'refuse-case', await refuseBody(story, cast)), 'superior-decides')
  const { basedOnSeq, ticked } = await grantBody(story, cast)
  const [agrees, reasons] = road === 'grant' ? [true, ['符合法定条件']] : [false, ['不符合法定条件']]
  await does(cast.decider, id, 'forward-case', { basedOnSeq, ticked, agrees, reasons, opinion: '报上级决定。' })
  story.papers.push('first-review-opinion')
  story.decidedOn = on
}

/** The decision comes back, and the applicant reads it here. */
async function hearFromAbove(story: Story, cast: Cast): Promise<void> {
  const answer = { granted: story.road === 'grant', decidedOn: days.served, number: `上级〔2026〕${story.road === 'grant' ? 1 : 2}号` }
  await does(reviewerOf(story, cast), story.id, 'record-superior-decision', answer)
}

async function decide(story: Story, cast: Cast, on: string): Promise<void> {
  const { item, id, road } = story
  if (item.superior) return forward(story, cast, on)
  const who = deciderOf(story, cast)
  const body = road === 'grant' ? await grantBody(story, cast) : await refuseBody(story, cast)
  const name = road === 'grant' ? 'grant-case' : 'refuse-case'
  if (item.steps.some(({ role }) => role === 'head')) expectRefusal(await tries(cast.head, id, name, body), 'reviewer-may-not-decide')
  expectRefusal(await tries(reviewerOf(story, cast), id, name, body), 'not-permitted')
  await does(who, id, name, body)
  story.papers.push(road === 'grant' ? 'grant-decision' : 'refusal-decision')
  story.decidedOn = on
}

/** The decision or receipt is handed over by another clerk than took the case in, or a higher organ's is noted; everybody looks at the end. */
export async function serve(story: Story, cast: Cast): Promise<void> {
  await (story.item.superior ? hearFromAbove(story, cast) : handOver(story, cast))
  story.page = await pageOf(cast.decider, story.id)
  story.seenByApplicant = await pageOf(applicantOf(story, cast).client, story.id)
}

async function handOver(story: Story, cast: Cast): Promise<void> {
  const before = await pageOf(cast.clerks[1], story.id)
  const paper = before.papers.find(({ kind }) => ['grant-decision', 'refusal-decision', 'filing-receipt'].includes(kind))!
  const applicant = applicantOf(story, cast)
  await does(cast.clerks[1], story.id, 'serve-papers', {
    papers: [paper.id],
    method: story.portal ? 'electronic' : 'direct',
    receiver: applicant.name,
    place: '政务服务中心一楼',
    servedOn: days.served,
    servers: ['李娜'],
  })
  story.papers.push('service-receipt')
}

function expectRefusal(code: string, expected: string): void {
  if (code !== expected) throw new Error(`refused for ${code}, not for ${expected}`)
}
