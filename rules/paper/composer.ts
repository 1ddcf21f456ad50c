import type { ApplicantFacts, PaperFacts } from './facts/shared-facts.ts'
import type { LetterNames } from './letter.ts'
import type { Block } from './sheet.ts'
import { onlineReviewClause, spokenDate, spokenMatter, spokenYou } from './wording.ts'

/** How one kind of paper is made from its facts. A place answers undefined where the case has no such fact; its paragraph is then left out. */
export interface Composer<Facts extends PaperFacts> {
  /** Whom the paper speaks to; undefined for records, which address no one. */
  readonly told: (facts: Facts) => ApplicantFacts | undefined
  readonly places: Readonly<Record<string, (facts: Facts) => string | undefined>>
  readonly blocks: Readonly<Record<string, (facts: Facts) => Block>>
  readonly conditions: Readonly<Record<string, (facts: Facts) => boolean>>
  /** Places and blocks without which the law's demand on the paper is not met. */
  readonly required: readonly string[]
  /** Records bear signatures instead of the seal. */
  readonly unsealed?: true
}

/** Periods of the remedies, in the laws' own words. */
const reviewPeriod = '六十日' // 行政复议法 第二十条
const suitPeriod = '六个月' // 行政诉讼法 第四十六条

type CommonPlace = (facts: PaperFacts, told: ApplicantFacts) => string | undefined

/** Places every letter may use. */
export const commonPlaces: Readonly<Record<string, CommonPlace>> = {
  you: (_, told) => spokenYou(told),
  applicant: ({ case: { applicant } }) => applicant.name,
  caseNumber: (facts) => facts.case.number,
  itemName: (facts) => facts.case.itemName,
  matter: (facts) => spokenMatter(facts.case),
  receivedOn: (facts) => spokenDate(facts.case.receivedOn),
  bureau: (facts) => facts.bureau.name,
  address: (facts) => facts.bureau.address,
  phone: (facts) => facts.bureau.phone,
  reviewOrgan: (facts) => facts.bureau.reviewOrgan,
  onlineReview: (facts) => onlineReviewClause(facts.bureau),
  court: (facts) => facts.bureau.court,
  reviewPeriod: () => reviewPeriod,
  suitPeriod: () => suitPeriod,
}

/** What a decision that burdens someone must say of remedies (行政许可法 第三十八条第二款). */
export const remedyPlaces = ['reviewOrgan', 'onlineReview', 'reviewPeriod', 'court', 'suitPeriod'] as const

/** The names a letter of this composer may use. */
export const letterNames = (composer: Pick<Composer<never>, 'places' | 'blocks' | 'conditions' | 'required'>): LetterNames => ({
  places: [...Object.keys(commonPlaces), ...Object.keys(composer.places)],
  blocks: Object.keys(composer.blocks),
  conditions: Object.keys(composer.conditions),
  required: composer.required,
})
