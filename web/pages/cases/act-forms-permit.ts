import { cancellationGrounds, revocationGrounds } from '../../../rules/paper/permit-grounds.ts'
import type { Option } from '../../ui/field.ts'
import { type Act, type ActForm, type Around, reason } from './act-form-parts.ts'

const optionsOf = (table: Readonly<Record<string, string>>): readonly Option[] => Object.entries(table).map(([value, label]) => ({ value, label }))

/** What is announced before somebody is burdened, and what becomes of a permit that was granted. */
export const permitForms = {
  'tell-intended-measure': ({ page }) => ({
    says:
      page.decision === null
        ? '查明申请人隐瞒情况或者提供虚假材料的，先告知拟不予受理或者不予许可并警告，听取陈述、申辩，再作决定。'
        : '拟撤销已经准予的许可：先把事实、依据告知被许可人，听取陈述、申辩，再作决定。',
    fields: [
      ...(page.decision === null ? [] : ([{ kind: 'choice', name: 'ground', label: '法定情形', options: optionsOf(revocationGrounds) }] as const)),
      { kind: 'words', name: 'facts', label: '查明的事实和证据', most: 2000, hint: '原样印在告知书上' },
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
  'cancel-permit': ({ page }) => ({
    says: '注销许可，出具注销决定书；许可证件作废。',
    fields: [
      {
        kind: 'choice',
        name: 'ground',
        label: '法定情形',
        options: optionsOf(cancellationGrounds),
        ...(page.permit?.standing === 'revoked' ? { first: 'revoked' } : page.permit?.standing === 'lapsed' ? { first: 'expired' } : {}),
      },
      { kind: 'texts', name: 'reasons', label: '具体情况', add: '再加一条', least: 1 },
    ],
  }),
  'lift-bar': () => ({ says: '申请人可以再次申请，为限制而留存的证件号码随即删除。', fields: [reason('理由', 1000)] }),
} satisfies Readonly<Partial<Record<Act, (around: Around) => ActForm>>>
