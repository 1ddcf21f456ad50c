import type { DayType } from '../time/period.ts'

/**
 * A service item (事项): what may be applied for, on which law, with which materials, by when, by whom it is reviewed, and what comes out.
 * One JSON file each in `data/items/`; in the book each published version is one entry of subject `service-item` and never changes.
 * Fields follow GB/T 39046-2020 table 4 where it has them.
 */
export interface ServiceItem {
  /** Our own stable id, kebab-case English: `social-organisation-establishment`. Official codes are assigned from above. */
  readonly code: string
  /** From 1; a published version is never changed. */
  readonly version: number
  /** The name as the law or the national list has it. */
  readonly name: string
  /** What people call it, for the search: 开饭店, 注册协会. */
  readonly aliases: readonly string[]
  /** 领域: 社会组织, 投资项目, 水务 … */
  readonly field: string
  /** permit 行政许可 · registration 登记 (both end in grant or refusal) · filing 备案 (a notice: no acceptance, hearing or decision paper). */
  readonly procedure: 'permit' | 'registration' | 'filing'
  readonly basicCode: string | null
  readonly implementationCode: string | null
  /** Unit code of the institution that decides, and the office (office id) that reviews. */
  readonly institution: string
  readonly office: string
  readonly basis: readonly LegalBasis[]
  /** Who may apply (GB/T 39046 A.4). */
  readonly applicants: readonly ApplicantKind[]
  /** Conditions for a grant, in the law's words. */
  readonly conditions: readonly string[]
  /** Self-check before filing: each question with the answer that lets the applicant go on, else a sentence why not. */
  readonly eligibility: readonly EligibilityQuestion[]
  readonly materials: readonly Material[]
  /** Question groups, one page each in the portal. */
  readonly form: readonly FormGroup[]
  readonly limits: Limits
  readonly fee: { readonly charged: false } | { readonly charged: true; readonly standard: string; readonly basis: string }
  /** After acceptance, in order; the last step is the decision. A filing has one step. */
  readonly steps: readonly Step[]
  /** Accept, review and decide must be done by different people. */
  readonly separation: boolean
  /** 直接关系公共安全、人身健康、生命财产安全: false statements and fraud bar from applying again (行政许可法 78, 79). */
  readonly publicSafety?: boolean
  /** Codes of the other items by which one and the same permit (该行政许可) is got, changed or renewed: who may not apply for it again may not by them (78, 79). */
  readonly samePermit?: readonly string[]
  /** The higher organ that decides after this one has examined (行政许可法 35, 43); null or absent where this one decides. */
  readonly superior?: string | null
  readonly result: ItemResult
  /** The item, or some applications for it, renews a permit that has a last day (行政许可法 50); null or absent where none does. */
  readonly renewal?: Renewal | null
  /** The item, or some applications for it, changes a permit in hand (行政许可法 49); null or absent where none does. */
  readonly change?: Change | null
  /** The item, or some applications for it, gives a permit up (行政许可法 70); null or absent where none does. */
  readonly cancellation?: Cancellation | null
  /** 行政许可法 46–47: duties that arise for this item. */
  readonly hearing: { readonly announced: boolean; readonly interestedParties: boolean }
  /** Acceptance with shortfall (容缺受理): days the applicant gets to bring a material marked `maySupplyLater`; null where not offered. */
  readonly shortfall: { readonly days: number; readonly dayType: DayType } | null
  /** 到现场次数 */
  readonly visits: number
  readonly guide: {
    readonly place: string
    readonly hours: string
    readonly phone: string
    readonly complaintPhone: string
    readonly questions: readonly { readonly ask: string; readonly answer: string }[]
  }
}

export type ApplicantKind =
  | 'natural-person'
  | 'enterprise'
  | 'public-institution'
  | 'social-organisation'
  | 'administrative-organ'
  | 'other-organisation'

export interface LegalBasis {
  readonly law: string
  readonly article: string
  /** A gist of the article: held against its text where status is `read`, from memory and shown as 待核 where `recalled`. Never shown as a quotation. */
  readonly text: string
  readonly status: 'read' | 'recalled'
}

export interface EligibilityQuestion {
  readonly id: string
  readonly ask: string
  readonly pass: 'yes' | 'no'
  readonly otherwise: string
}

export interface Material {
  readonly id: string
  readonly name: string
  /** paper 纸质 · electronic 电子 · either */
  readonly form: 'paper' | 'electronic' | 'either'
  readonly originals: number
  readonly copies: number
  readonly necessary: boolean
  /** Only asked for where the applicant's answers say so. */
  readonly showIf?: Condition
  /** applicant 申请人自备 · government 政府部门核发 · third-party 其他机构出具 */
  readonly source: 'applicant' | 'government' | 'third-party'
  /** Who issues it, where not the applicant. */
  readonly issuer?: string
  readonly notes?: string
  readonly maySupplyLater: boolean
  /** What the clerk checks it against (受理标准). */
  readonly acceptance: string
}

/** One comparison or a combination of them, over answers to form fields. No expression language. */
export type Condition =
  | { readonly field: string; readonly equals: string | number | boolean }
  | { readonly field: string; readonly oneOf: readonly (string | number)[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

export interface FormGroup {
  readonly id: string
  readonly title: string
  readonly showIf?: Condition
  readonly fields: readonly FormField[]
}

export interface FormField {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly required: boolean
  readonly showIf?: Condition
  readonly type:
    | 'text'
    | 'long-text'
    | 'integer'
    | 'money'
    | 'date'
    | 'choice'
    | 'yes-no'
    | 'uscc'
    | 'resident-id'
    | 'phone'
    | 'project-code'
    | 'list'
  /** text: characters; integer: value; money: 分; list: rows. */
  readonly min?: number
  readonly max?: number
  /** choice */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** list: the columns of a row */
  readonly columns?: readonly FormField[]
}

export interface ItemLimit {
  /** Days of the type, or months where it is `month`. */
  readonly days: number
  readonly dayType: DayType
  /** accepted 受理之日 · documents-complete 收到全部有效文件之日 · received 收到之日 */
  readonly startEvent: 'accepted' | 'documents-complete' | 'received'
  /** The article for a statutory limit; 承诺 for a promised one. */
  readonly article: string
}

export interface Limits {
  readonly statutory: ItemLimit
  readonly promised: ItemLimit
  /** Extension: once, by whom (`organ-head` 本机关负责人, `government-head` 本级人民政府负责人). */
  readonly extension: {
    readonly days: number
    readonly dayType: DayType
    readonly article: string
    readonly approver: 'organ-head' | 'government-head'
  } | null
  /** Days in which the item's own law has the paper handed over after a grant; null or absent where it is the ten working days of 行政许可法 44. */
  readonly service?: { readonly days: number; readonly dayType: DayType; readonly article: string } | null
  /** Days that a correction notice leaves for the corrections; null or absent where the bureau's own number holds. */
  readonly supplement?: { readonly days: number; readonly dayType: 'workday' | 'calendar'; readonly article: string } | null
  /** Excluded procedures that this item may need (行政许可法 45, or the item's own law). */
  readonly excluded: readonly ExcludedProcedure[]
}

export interface ExcludedProcedure {
  /** hearing 听证 tender 招标 auction 拍卖 inspection 检验 testing 检测 quarantine 检疫 appraisal 鉴定 expert-review 专家评审 assessment 评估 (核准条例 10) or the item's own. */
  readonly kind: string
  readonly name: string
  readonly article: string
  /** The most days a notice may name. */
  readonly maxDays: number
  readonly dayType: DayType
}

export interface Step {
  readonly id: string
  readonly name: string
  /** reviewer 审查 · head 审核 · decision-maker 决定 */
  readonly role: 'reviewer' | 'head' | 'decision-maker'
  /** Share of the promised limit, in days of its day type (natural days where it is in months); the sum over steps is at most the promised limit. */
  readonly days: number
  /** 审查要点: what must be ticked before the step is passed. */
  readonly checklist: readonly { readonly id: string; readonly point: string; readonly necessary: boolean }[]
  /** Needs a site inspection by at least two people (行政许可法 34). */
  readonly siteInspection: boolean
  readonly phrases: readonly string[]
}

/** Codes of the items under which such a permit is got: a permit of another item is not the one in hand. */
interface OfItems {
  readonly of?: readonly string[]
}

/** 延续: which answer names the last day of the permit in hand, and by when before it the application must be there. */
export interface Renewal extends OfItems {
  /** A form field of type date. */
  readonly endField: string
  /** Where the item is not for renewals alone: what the answers must be. */
  readonly when?: Condition
  /** Thirty days by the law, unless the item's own law has others. */
  readonly before: { readonly days: number; readonly dayType: DayType; readonly article: string }
  /** The answer that gives the number of the permit in hand. */
  readonly numberField?: string
  /** Where the result has no term of its own: the date field that names the end wished for, and the most months that may be had. */
  readonly wished?: { readonly endField: string; readonly maxMonths: number }
}

/** 变更: which answers give the number and the last day of the permit in hand; its end stays where it was. */
export interface Change extends OfItems {
  /** Where the item is not for changes alone: what the answers must be. */
  readonly when?: Condition
  readonly numberField?: string
  /** A form field of type date. */
  readonly endField?: string
}

/** 注销: which answer gives the number of the permit that is given up. */
export interface Cancellation extends OfItems {
  readonly when?: Condition
  readonly numberField?: string
}

export interface ItemResult {
  /** Title of the result as the applicant knows it: 社会团体法人登记证书. Null where the decision paper itself is the result. */
  readonly certificate: string | null
  /** Validity in months from the decision; null where unlimited. */
  readonly validMonths: number | null
  /** The answer that names the body which a registration brings into being: that body holds what was granted, not whoever applied for it. */
  readonly holderField?: string
}
