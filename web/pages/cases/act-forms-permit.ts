import { cancellationGrounds, revocationGrounds, withdrawalGrounds } from '../../../rules/paper/permit-grounds.ts'
import type { Field, Option } from '../../ui/field.ts'
import { type Act, type ActForm, type Around, reason } from './act-form-parts.ts'

const optionsOf = (table: Readonly<Record<string, string>>): readonly Option[] => Object.entries(table).map(([value, label]) => ({ value, label }))

/** Withdrawing and changing have the same grounds (行政许可法 8): which of the two, the choice says. */
export const changing = 'change/'

const takingOptions = [
  ...optionsOf(revocationGrounds).map(({ value, label }) => ({ value, label: `撤销：${label}` })),
  ...optionsOf(withdrawalGrounds).map(({ value, label }) => ({ value, label: `撤回：${label}` })),
  ...optionsOf(withdrawalGrounds).map(({ value, label }) => ({ value: `${changing}${value}`, label: `变更：${label}` })),
]
const isChange = ({ ground }: Readonly<Record<string, unknown>>) => typeof ground === 'string' && ground.startsWith(changing)
const revokedOrSo = new Set<string>(['revoked', 'withdrawn', 'forfeited'])
const isSuspension = ({ penalty }: Readonly<Record<string, unknown>>) => penalty === 'suspension'

const forPublicInterest = (measure: string): readonly Field[] => [
  { kind: 'texts', name: 'reasons', label: '理由', add: '再加一条理由', least: 1 },
  { kind: 'words', name: 'publicInterest', label: '为了什么公共利益', most: 1000 },
  { kind: 'yes', name: ['compensation', 'loss'], label: `${measure}造成财产损失，依法补偿`, first: true },
  {
    kind: 'words',
    name: ['compensation', 'words'],
    label: '怎样补偿',
    most: 1000,
    hint: '金额、怎么定的、何时支付；没有损失的，写明如何查明。原样印在决定书上',
  },
]

const howFirst = ({ inHand, inHandSaid }: Around['page']) => {
  const how = inHand?.how ?? inHandSaid?.how
  return how === undefined ? {} : { first: how }
}

const told = (page: Around['page']) => page.measures.findLast(({ ended }) => ended === null)

/** Asked only where it was announced. */
function shortenings(page: Around['page']): readonly Field[] {
  const day = told(page)?.validTo
  return day
    ? [{ kind: 'day', name: 'validTo', label: '有效期缩短至（含当日）', optional: true, first: day, hint: '不早于告知过的；不缩短的清空' }]
    : []
}

/** What is announced before somebody is burdened, and what becomes of a permit that was granted. */
export const permitForms = {
  'tell-intended-measure': ({ page }) => ({
    says:
      page.decision === null
        ? '查明申请人隐瞒情况或者提供虚假材料的，先告知拟不予受理或者不予许可并警告，听取陈述、申辩，再作决定。'
        : '拟撤销、撤回或者变更已经准予的许可：先把事实、依据告知被许可人，听取陈述、申辩，再作决定。',
    fields: [
      ...(page.decision === null ? [] : ([{ kind: 'choice', name: 'ground', label: '法定情形', options: takingOptions }] as const)),
      { kind: 'words', name: 'facts', label: '查明的事实和证据', most: 2000, hint: '原样印在告知书上' },
      ...(page.decision === null
        ? []
        : ([
            { kind: 'words', name: 'changeTo', label: '拟变更为', most: 1000, hint: '变更后的许可内容；原样印在告知书上', when: isChange },
            { kind: 'day', name: 'validTo', label: '拟缩短有效期至（含当日）', optional: true, hint: '不缩短的不填', when: isChange },
          ] as const)),
      { kind: 'integer', name: 'replyDays', label: '陈述申辩期限', least: 1, most: 60, unit: '个工作日', first: 5 },
    ],
  }),
  'drop-intended-measure': () => ({ says: '不再作告知过的处理，出具答复书告诉对方。', fields: [reason('理由', 1000)] }),
  'revoke-permit': () => ({
    says: '撤销许可，出具撤销决定书，载明理由和救济途径。撤销以后应当注销。',
    fields: [
      { kind: 'texts', name: 'reasons', label: '理由', add: '再加一条理由', least: 1 },
      { kind: 'yes', name: 'publicInterestWeighed', label: '已经研究：撤销不会对公共利益造成重大损害', first: false },
    ],
  }),
  'withdraw-permit': () => ({
    says: '撤回许可，出具撤回决定书，载明理由、公共利益、补偿和救济途径。撤回以后应当注销。',
    fields: forPublicInterest('撤回'),
  }),
  'change-permit': ({ page }) => ({
    says: '变更许可，出具变更决定书，载明变更后的内容、理由、公共利益、补偿和救济途径。许可继续有效；告知过缩短有效期的，到缩短后的那天为止。',
    fields: [
      {
        kind: 'words',
        name: 'content',
        label: '变更后的许可内容',
        most: 1000,
        first: told(page)?.changeTo ?? '',
        hint: '写全：代替原来准予的内容',
      },
      { kind: 'texts', name: 'conditions', label: '变更后的要求', add: '再加一条要求', least: 0 },
      ...shortenings(page),
      ...forPublicInterest('变更'),
    ],
  }),
  'name-permit-in-hand': ({ page }) => ({
    says:
      page.decision === null
        ? '这件申请变更、延续、注销的是本局准予过的许可：关联以后，延续的届满日以登记簿为准，变更的有效期照原许可，准予时在原许可上记明。'
        : '在原许可上记明由这一件变更、延续、注销；记明以后不能再改。',
    fields: [
      {
        kind: 'line',
        name: 'permit',
        label: '原许可的办件编号或者决定文号',
        most: 80,
        first: page.inHand?.number ?? page.inHandSaid?.number ?? '',
        ...(page.inHand ? { optional: true as const, hint: '清空为撤下已经关联的许可' } : {}),
      },
      {
        kind: 'choice',
        name: 'how',
        label: '这件申请',
        options: [
          { value: 'change', label: '变更原许可（行政许可法 第四十九条）' },
          { value: 'renewal', label: '延续原许可（行政许可法 第五十条）' },
          { value: 'cancellation', label: '注销原许可（行政许可法 第七十条）' },
        ],
        ...howFirst(page),
      },
    ],
  }),
  'record-penalty': ({ today }) => ({
    says: '处罚由作出决定的机关负责，本局只在许可上登记：群众核验时看到暂扣或者吊销。吊销以后应当注销。',
    fields: [
      {
        kind: 'choice',
        name: 'penalty',
        label: '处罚种类',
        options: [
          { value: 'suspension', label: '暂扣许可证件' },
          { value: 'forfeiture', label: '吊销许可证件' },
        ],
      },
      { kind: 'line', name: 'organ', label: '处罚机关', most: 100 },
      { kind: 'line', name: 'number', label: '处罚决定文号', most: 100 },
      { kind: 'day', name: 'decidedOn', label: '决定日期', first: today },
      { kind: 'day', name: 'from', label: '暂扣自', optional: true, hint: '不填为决定之日', when: isSuspension },
      { kind: 'day', name: 'until', label: '暂扣至（含当日）', optional: true, hint: '决定没有写明期限的不填', when: isSuspension },
    ],
  }),
  'lift-suspension': ({ today }) => ({
    says: '处罚机关提前解除暂扣的，在这里登记；到了期限的自动恢复，不用登记。',
    fields: [
      { kind: 'day', name: 'liftedOn', label: '从哪天起可以使用', first: today },
      { kind: 'line', name: 'number', label: '解除文书的文号', most: 100 },
    ],
  }),
  'cancel-permit': ({ page }) => ({
    says: '注销许可，出具注销决定书；许可证件作废。',
    fields: [
      {
        kind: 'choice',
        name: 'ground',
        label: '法定情形',
        options: optionsOf(cancellationGrounds),
        ...(revokedOrSo.has(page.permit?.standing ?? '') ? { first: 'revoked' } : page.permit?.standing === 'lapsed' ? { first: 'expired' } : {}),
      },
      { kind: 'texts', name: 'reasons', label: '具体情况', add: '再加一条', least: 1 },
    ],
  }),
  'lift-bar': () => ({ says: '申请人可以再次申请，为限制而留存的证件号码随即删除。', fields: [reason('理由', 1000)] }),
} satisfies Readonly<Partial<Record<Act, (around: Around) => ActForm>>>
