import type { caseActInputs } from '../../../contract/case-act-inputs.ts'
import type { CasePage } from '../../../contract/cases.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import type { Field, Option } from '../../ui/field.ts'

export type Act = keyof typeof caseActInputs

/** What the form of an act is drawn from. */
export interface Around {
  readonly page: CasePage
  /** The version the case began under; absent while it is fetched. */
  readonly item: ServiceItem | undefined
  /** Colleagues who may be named. */
  readonly people: readonly Option[]
  readonly me: { readonly id: string; readonly name: string }
  readonly today: string
}

export interface ActForm {
  /** One sentence above the form: what this press does. */
  readonly says?: string
  readonly fields: readonly Field[]
  /** What is sent besides what is filled in. */
  readonly fixed?: Readonly<Record<string, unknown>>
  /** Shows the materials' own form in place of fields. */
  readonly materials?: 'supplement' | 'shortfall'
}

export const running = ({ page }: Around) => page.steps.find(({ stands }) => stands === 'running')
const points = (around: Around): readonly Option[] =>
  (running(around)?.checklist ?? []).map(({ id, point, necessary }) => ({ value: id, label: point, ...(necessary ? {} : { hint: '（选查）' }) }))
export const ticks = (around: Around): Field[] => {
  const options = points(around)
  return options.length === 0 ? [] : [{ kind: 'checks', name: 'ticked', label: '审查要点', options, optional: true }]
}
export const opinion = (around: Around, label = '意见'): Field => ({
  kind: 'words',
  name: 'opinion',
  label,
  most: 2000,
  phrases: running(around)?.phrases ?? [],
})
export const reason = (label = '原因', most = 500): Field => ({ kind: 'words', name: 'reason', label, most })

export const parts = ({ page }: Around): readonly Option[] => [
  { value: 'form', label: '申请表' },
  ...page.materials.map(({ material, name }) => ({ value: material, label: name })),
]
export const livePapers = ({ page }: Around): readonly Option[] =>
  page.papers.filter(({ status }) => status !== 'voided').map(({ id, title, number }) => ({ value: id, label: `${title} ${number}` }))
export const parties = ({ page }: Around): readonly Option[] => [
  { value: 'applicant', label: `申请人 ${page.applicant.name}` },
  ...page.thirdParties.map(({ id, name }) => ({ value: id, label: name })),
]

const shortened = (words: string): string => ([...words].length > 40 ? `${[...words].slice(0, 40).join('')}…` : words)
export const openStatements = ({ page }: Around): readonly Option[] =>
  page.statements.flatMap(({ id, on, text, answer }) => (answer === null ? [{ value: id, label: `${on} ${shortened(text)}` }] : []))
export const openRecusals = ({ page }: Around): readonly Option[] =>
  page.recusals.flatMap(({ id, on, asker, against, reason, answer }) =>
    answer === null ? [{ value: id, label: `${on} ${asker}申请${against.name}回避：${shortened(reason)}` }] : [],
  )
const asked = { correction: '更正', erasure: '删除' } as const
export const openDataRequests = ({ page }: Around): readonly Option[] =>
  page.dataRequests.flatMap(({ id, kind, on, wish, answer }) =>
    answer === null ? [{ value: id, label: `${on} ${asked[kind]}：${shortened(wish)}` }] : [],
  )

export const groundOf = (values: Readonly<Record<string, unknown>>): string => (values.ground as { kind?: string } | undefined)?.kind ?? ''
