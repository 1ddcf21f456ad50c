import type { ActContext, Decision, Json, Loaded, SubjectRef } from '../../act.ts'
import { writeCaseNumber } from '../../identifier/case-number.ts'
import { checkResidentId } from '../../identifier/resident-id.ts'
import { checkUscc } from '../../identifier/uscc.ts'
import type { MaterialFacts } from '../../paper/facts/shared-facts.ts'
import { type Bureau, bureauRef } from '../../people/bureau.ts'
import type { Refusal } from '../../refusal.ts'
import { checkAnswers } from '../../service-item/check-answers.ts'
import type { Answers } from '../../service-item/condition.ts'
import type { ApplicantKind, ServiceItem } from '../../service-item/item.ts'
import { type ItemState, versionInForce } from '../../service-item/item-state.ts'
import type { ItemVersionState } from '../../service-item/item-version-state.ts'
import { itemRef, itemVersionRef } from '../../service-item/refs.ts'
import { instantOfMillis, millisOfInstant } from '../../time/instant.ts'
import { barAgainst, type BarList, barListRef, barListsOf } from './bar-list.ts'
import type { CaseAnswer } from '../case-act.ts'
import { materialsFault } from './check-materials.ts'
import { counterRef, nextNumber, numberTaken } from '../standing/counter.ts'
import { caseEntry, caseRef, type OpenedData, type OpenedPersonal } from '../standing/entries.ts'
import { bareMaterials, fileNamesOf, type HandedInMaterial } from '../standing/files.ts'
import { materialName, refuse } from '../standing/known.ts'
import { ended, noticeLeg, reviewLeg, startWords } from '../clock/legs.ts'
import { draftPaper, issuePapers, paperCounter } from '../papers/paper-issue.ts'
import { type ReceiptDay, startReasonOf } from '../standing/receipt-day.ts'
import { permitNamed } from '../permit/fitting-permit.ts'
import { renewalInCase } from '../standing/renewal.ts'
import type { ApplicantData, CaseOrigin } from '../standing/state.ts'
import { barredDecision, barredPaper } from './turn-away-barred.ts'

/** What an application says, over the portal as at the counter. */
export interface ApplicationInput {
  readonly item: string
  readonly itemVersion: number
  readonly applicantKind: ApplicantKind
  readonly applicant: { readonly [field in Exclude<keyof ApplicantData, 'idType'>]: string | null } & Pick<ApplicantData, 'idType'>
  readonly answers: Readonly<Record<string, Json>>
  readonly materials: readonly HandedInMaterial[]
  readonly consentsToElectronicService: boolean
  /** Id of the case under which the permit was granted whose number the answers give, looked up in the register. */
  readonly permit?: string
}

/** How it came in. */
export interface Arrival {
  readonly type: 'application-submitted' | 'application-received'
  readonly origin: CaseOrigin
  /** The day the legs run from. */
  readonly receipt: ReceiptDay
  readonly account: string | null
  readonly actsFor: string | null
  readonly receivingOffice: string | null
  readonly receivedBy: string
  /** Legal instant of a backdated receipt. */
  readonly occurredAt?: string
}

/** The counter's id needs the deciding institution, known once the item version is loaded. */
const unitOf = (item: ServiceItem): string => (/^\d{3,}$/.test(item.institution) ? item.institution.slice(-4) : '0000')
const caseCounter = (item: ServiceItem): SubjectRef => counterRef(`case-number/${unitOf(item)}`)

export function neededToOpen(input: Pick<ApplicationInput, 'item' | 'itemVersion' | 'permit'>, loaded: Loaded): readonly SubjectRef[] {
  const version = itemVersionRef(input.item, input.itemVersion)
  const known = loaded<ItemVersionState>(version)
  const lists = known ? barListsOf(known.item) : [barListRef(input.item)]
  // Whether the lists of other items are empty is known a round too late.
  const mayBeBarred = lists.length > 1 || lists.some((list) => (loaded<BarList>(list)?.bars.length ?? 0) > 0)
  return [
    itemRef(input.item),
    version,
    bureauRef,
    ...lists,
    paperCounter('receipt'),
    ...(known ? [caseCounter(known.item)] : []),
    ...(input.permit === undefined ? [] : [caseRef(input.permit)]),
    ...(mayBeBarred ? [paperCounter('decline-decision')] : []),
  ]
}

function applicantFault(input: ApplicationInput, item: ServiceItem, context: ActContext): Refusal | undefined {
  if (!item.applicants.includes(input.applicantKind)) return { code: 'applicant-kind-not-allowed', detail: { item: item.name } }
  const { idType, idNumber, name, phone } = input.applicant
  if (!name?.trim() || !phone?.trim() || !idNumber?.trim()) return { code: 'applicant-data-missing' }
  const person = input.applicantKind === 'natural-person'
  if (person === (idType === 'uscc')) return { code: 'applicant-id-type-wrong' }
  if (idType === 'uscc' && !checkUscc(idNumber).valid) return { code: 'uscc-invalid' }
  if (idType === 'resident-id' && !checkResidentId(idNumber, context.today).valid) return { code: 'resident-id-invalid' }
  return undefined
}

/**
 * Opens a case: number, first leg, receipt paper (收件凭证). Who may not apply again yet is turned away in the same breath, with a decision on paper
 * (不予受理决定书), for whoever is refused has a right to remedies (行政许可法 32, 78, 79). Refusals: `item-not-found`, `item-not-open`, `item-version-superseded`,
 * `applicant-kind-not-allowed`, `applicant-data-missing`, `applicant-id-type-wrong`, `uscc-invalid`, `resident-id-invalid`, `answers-invalid`
 * (with the first fault), `material-unknown`, `material-twice`, `material-empty`, `case-numbers-used-up`, `bureau-not-open`.
 */
export function openApplication(input: ApplicationInput, arrival: Arrival, loaded: Loaded, context: ActContext): Decision<CaseAnswer> {
  const bureau = loaded<Bureau>(bureauRef)
  if (!bureau) return refuse('bureau-not-open')
  const line = loaded<ItemState>(itemRef(input.item))
  if (!line) return refuse('item-not-found', { detail: { code: input.item } })
  const inForce = versionInForce(line, arrival.origin.receivedOn)
  if (inForce === undefined) return refuse('item-not-open', { detail: { item: input.item } })
  const version = loaded<ItemVersionState>(itemVersionRef(input.item, input.itemVersion))
  if (!version || input.itemVersion !== inForce) return refuse('item-version-superseded', { detail: { version: inForce, seen: input.itemVersion } })
  const { item } = version
  const fault = applicantFault(input, item, context) ?? answersFault(item, input.answers) ?? materialsFault(item, input.materials)
  if (fault) return { refusal: fault }

  const counter = caseCounter(item)
  const serial = nextNumber(loaded, counter, context.today)
  const number = writeCaseNumber({ region: bureau.region, unit: unitOf(item), day: context.today, serial })
  if (number === undefined) return refuse('case-numbers-used-up')

  const id = context.newId(0)
  const { receivedOn, countsFrom } = arrival.origin
  const { on: from } = arrival.receipt
  const filing = item.procedure === 'filing'
  const reason = startReasonOf(filing ? startWords(item) : '收到申请之日', arrival.receipt)
  const legName = filing ? 'filing' : 'notice'
  const leg = filing ? reviewLeg('filing', item, from, context.calendar, reason) : noticeLeg(from, reason, context.calendar)
  const limit = (leg.leg.statutory ?? leg.leg.promised)!
  const { name, agentName } = input.applicant
  const bar = barAgainst(loaded, item, input.applicant.idNumber, receivedOn)
  const receipt = draftPaper('receipt', {
    materials: input.materials.map((one) => onReceipt(one, item)),
    receivedAt: timeOfDay(arrival.origin.receivedAt),
    channel: arrival.origin.channel,
    receivedBy: arrival.receivedBy,
    ...(countsFrom === undefined ? {} : { countsFrom }),
    ...(bar ? { turnedAway: true as const } : {}),
    answerBy: {
      days: limit.days,
      dayType: limit.dayType,
      from: leg.leg.startedOn,
      due: leg.dates.statutoryDue ?? leg.dates.promisedDue ?? from,
      certainty: leg.dates.certainty,
      article: limit.article,
    },
  })
  const about = {
    id,
    number,
    itemName: item.name,
    procedure: item.procedure,
    receivedOn,
    account: arrival.account,
    applicantKind: input.applicantKind === 'natural-person' ? ('person' as const) : ('organisation' as const),
    applicantName: name ?? '',
    agentName,
  }
  const issued = issuePapers([receipt, ...(bar ? [barredPaper(bar)] : [])], about, bureau, loaded, context, 1)
  const [receiptPaper, ...further] = issued.papers
  const { idType, ...applicant } = input.applicant
  const { holderField } = item.result
  const inHand = permitNamed(item, input.answers, input.permit, input.applicant, receivedOn, loaded)
  const data: OpenedData = {
    number,
    item: {
      code: item.code,
      version: item.version,
      name: item.name,
      procedure: item.procedure,
      ...(holderField === undefined ? {} : { holderField }),
    },
    institution: item.institution,
    office: item.office,
    receivingOffice: arrival.receivingOffice,
    origin: arrival.origin,
    applicantKind: input.applicantKind,
    idType,
    account: arrival.account,
    actsFor: arrival.actsFor,
    consentsToElectronicService: input.consentsToElectronicService,
    materials: bareMaterials(input.materials),
    ...(inHand && { inHand }),
    ...renewalInCase({ inHand, origin: arrival.origin }, item, input.answers, context.calendar),
  }
  const personal: OpenedPersonal = { applicant, answers: input.answers, fileNames: fileNamesOf(input.materials) }
  const phase = filing ? 'filing-check' : 'pre-review'
  const opened = caseEntry(
    id,
    arrival.type,
    { ...data, phase, legs: { [legName]: leg }, papers: [receiptPaper!] },
    {
      personal,
      ...(arrival.occurredAt === undefined ? {} : { occurredAt: arrival.occurredAt }),
    },
  )
  const papers = issued.papers.map(({ id: paper, kind, number: paperNumber }) => ({ id: paper, kind, number: paperNumber }))
  const turnedAway = bar
    ? [
        caseEntry(
          id,
          'case-declined',
          barredDecision(bar, context.today, arrival.origin.receivedBy, {
            legs: ended({ legs: { [legName]: leg } }, [legName], context.today, '决定不予受理', context.calendar, bar.article),
            papers: further,
          }),
        ),
      ]
    : []
  return {
    entries: [opened, ...turnedAway, numberTaken(counter, context.today, serial), ...issued.entries],
    answer: { id, number, phase: bar ? 'declined' : phase, papers },
  }
}

const onReceipt = ({ material, form, originals, copies }: HandedInMaterial, item: ServiceItem): MaterialFacts => ({
  name: materialName(item, material),
  form,
  originals: form === 'electronic' ? 0 : originals,
  copies: form === 'electronic' ? 0 : copies,
})

export function answersFault(item: ServiceItem, answers: Readonly<Record<string, Json>>): Refusal | undefined {
  const faults = checkAnswers(item.form, answers as Answers)
  const [first] = faults
  return first && { code: 'answers-invalid', detail: { count: faults.length, label: first.label || first.path, path: first.path, fault: first.code } }
}

/** HH:MM in Asia/Shanghai. */
const timeOfDay = (instant: string): string => instantOfMillis(millisOfInstant(instant) ?? 0).slice(11, 16)
