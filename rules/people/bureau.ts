import type { Act, BookEntry, EntryTexts, Json, SubjectKind, SubjectRef } from '../act.ts'
import { refused } from '../refusal.ts'
import type { PlainDate } from '../time/plain-date.ts'

/** The bureau itself: one subject, whose first entry says whether it is a real one or a demonstration (演示). */
export interface Bureau {
  readonly name: string
  /** 发文机关标志: the red heading of its papers. */
  readonly heading: string
  /** 机关代字 in document numbers: 秦开审批. */
  readonly letterCode: string
  /** 区划代码, six digits. */
  readonly region: string
  /** The office of the one window, which takes in what comes over the portal; null until it is set. */
  readonly receivingOffice: string | null
  /** 统一社会信用代码 of the bureau; empty where not given. */
  readonly uscc: string
  /** 行政复议机关, printed with every refusal (行政复议法 24: a local question for a development zone). Until these are set, papers say it in general words. */
  readonly reviewOrgan?: string
  /** Where a review may be asked for online (行政复议法 22). */
  readonly onlineReview?: string
  /** 有管辖权的人民法院. */
  readonly court?: string
  readonly address?: string
  readonly phone?: string
  /** From which day what comes over the portal after hours counts; the day it came where nothing is set. */
  readonly afterHoursReceipt?: 'same-day' | 'next-working-day'
  /** The closing hour, HH:MM. */
  readonly closesAt?: string
  /** Days that a correction notice leaves for the corrections, where the item has none of its own; the usual ten working days where nothing is set. */
  readonly supplementDays?: number
  readonly supplementDayType?: 'workday' | 'calendar'
  /** Host names under which this bureau answers. */
  readonly hosts: readonly string[]
  readonly demonstration: boolean
  readonly seals: readonly SealImage[]
}

/** An image of the seal, lawful within its dates (both included; no end while in use). */
export interface SealImage {
  readonly digest: string
  readonly title: string
  readonly from: PlainDate
  readonly until: PlainDate | null
}

export const bureauRef: SubjectRef = { kind: 'bureau', id: 'bureau' }

export type BureauDetails = Omit<Bureau, 'demonstration' | 'seals'>

const shown = [
  ...['name', 'heading', 'letterCode', 'region', 'uscc', 'hosts.*', 'receivingOffice', 'afterHoursReceipt', 'closesAt'],
  ...['supplementDayType'],
  ...['reviewOrgan', 'onlineReview', 'court', 'address', 'phone'],
]
const texts: EntryTexts = {
  open: { 'bureau-opened': shown, 'bureau-changed': shown, 'seal-image-set': ['digest', 'title', 'from', 'until'] },
  veiled: {},
}

export const bureauKind: SubjectKind<Bureau> = {
  kind: 'bureau',
  texts,
  fold(state, entry: BookEntry) {
    const data = entry.data as unknown
    switch (entry.type) {
      case 'bureau-opened':
        return { ...(data as Omit<Bureau, 'seals'>), seals: [] }
      case 'bureau-changed':
        return { ...state!, ...(data as BureauDetails) }
      case 'seal-image-set': {
        const seal = data as SealImage
        return { ...state!, seals: [...state!.seals.filter(({ digest, title }) => digest !== seal.digest || title !== seal.title), seal] }
      }
      default:
        throw new Error(`unknown entry ${entry.type}`)
    }
  },
}

/** The seal image in force on a day; of several the one that began last. */
export const sealOn = (bureau: Bureau, day: PlainDate): SealImage | undefined =>
  bureau.seals.filter(({ from, until }) => from <= day && (until === null || day <= until)).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]

/** Opens a bureau in an empty book. Only the system does this (`oneseal init`, the demonstration). Refusals: `bureau-already-open`, `not-permitted`. */
export const openBureau: Act<BureauDetails & { readonly demonstration: boolean }> = {
  name: 'open-bureau',
  needs: () => [bureauRef],
  decide(input, loaded, { actor }) {
    if (actor.kind !== 'system') return refused('not-permitted')
    if (loaded(bureauRef) !== undefined) return refused('bureau-already-open')
    return { entries: [{ subject: bureauRef, type: 'bureau-opened', version: 1, data: input as unknown as Json }], answer: {} }
  },
}

/** Changes name, heading, codes, hosts and hours from now on; papers already issued keep theirs. Refusals: `bureau-not-open`, `closing-hour-missing`. */
export const changeBureau: Act<BureauDetails> = {
  name: 'change-bureau',
  needs: () => [bureauRef],
  decide(input, loaded) {
    if (loaded(bureauRef) === undefined) return refused('bureau-not-open')
    if (input.afterHoursReceipt === 'next-working-day' && input.closesAt === undefined) return refused('closing-hour-missing')
    return { entries: [{ subject: bureauRef, type: 'bureau-changed', version: 1, data: input as unknown as Json }], answer: {} }
  },
}

/** Puts a seal image in force, or ends one, by its dates. Refusals: `bureau-not-open`, `dates-reversed`. */
export const setSealImage: Act<SealImage> = {
  name: 'set-seal-image',
  needs: () => [bureauRef],
  decide(input, loaded) {
    if (loaded(bureauRef) === undefined) return refused('bureau-not-open')
    if (input.until !== null && input.until < input.from) return refused('dates-reversed')
    return { entries: [{ subject: bureauRef, type: 'seal-image-set', version: 1, data: input as unknown as Json }], answer: {} }
  },
}
