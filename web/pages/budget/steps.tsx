import { App, Button } from 'antd'
import { useState } from 'react'
import type { BudgetPage } from '../../../contract/budget.ts'
import type { PlacedFinding } from '../../../rules/budget/read-composed.ts'
import type { Field } from '../../ui/field.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { reasonFields, replyFields, unitDisclosureFields } from './budget-forms.ts'
import { Legs } from './legs.tsx'
import { usePress } from './use-press.ts'

/** Act, its button, what is said before it, what after it. */
const steps = [
  ['submit-budget', '送复核', '送出后不能再修改，需要时可以退回。', '已送复核。'],
  ['review-budget', '复核通过', '通过后送局长审定。', '已复核，待审定。'],
  ['approve-budget', '审定', '审定后可以公开。', '已审定，可以公开。'],
  ['publish-budget', '公开', '公开后人人可看，以前公开的内容由这一份代替。', '已公开，人人可看。'],
] as const
const recorded = [
  [
    'record-budget-reply',
    '登记批复',
    '从批复之日起二十日内向社会公开（预算法第十四条）；有所属单位的，十五日内向它们批复（第五十二条，决算为第八十条）。',
    replyFields,
  ],
  ['record-unit-reply', '登记向所属单位批复', '所属单位从批复之日起二十日内公开（预算法实施条例第六条）。', replyFields],
  ['record-unit-disclosure', '登记所属单位已公开', '写明公开日期和公开的地方。', unitDisclosureFields],
] as const

/** One act: its button, and the drawer in which it is done. */
interface Asked {
  readonly act: string
  readonly button: string
  readonly title: string
  readonly says: string
  readonly fields: readonly Field[]
  readonly press: string
  readonly sentence: string
  readonly kind: 'primary' | 'default' | 'danger'
}

const asks = (phase: string, standing: string): readonly Asked[] => [
  ...steps.map(
    ([act, title, says, sentence]): Asked => ({
      act,
      button: title,
      title,
      says: `${says}${standing}`,
      fields: [],
      press: title,
      sentence,
      kind: 'primary',
    }),
  ),
  {
    act: 'return-budget',
    button: '退回',
    title: '退回修改',
    says: phase === 'published' ? '退回后回到编制中；公开页面保持现在的内容，直到再次公开。' : '退回后回到编制中，由财务人员修改后重新送复核。',
    fields: reasonFields,
    press: '退回',
    sentence: '已退回。',
    kind: 'danger',
  },
  ...recorded.map(
    ([act, title, says, fields]): Asked => ({ act, button: title, title, says, fields, press: '登记', sentence: '已登记。', kind: 'default' }),
  ),
]
const formats = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['html', '网页'],
  ['json', 'JSON'],
  ['csv', 'CSV'],
] as const

interface Props {
  readonly page: BudgetPage
  readonly path: string
  /** Changes on this screen that are not in the book: nothing is passed on over them. */
  readonly unsaved: boolean
  /** What the rules say of it now: told before each step. */
  readonly findings: readonly PlacedFinding[]
  readonly onDone: () => Promise<void>
}

/** Who did what, what can be done now, the twenty days, and the files. */
export function Steps({ page, path, unsaved, findings, onDone }: Props) {
  const { message } = App.useApp()
  const [open, setOpen] = useState<Asked>()
  const send = usePress()
  const done = async ({ act, sentence }: Asked, body: object) => {
    await send(`${path}/acts/${act}`, body)
    setOpen(undefined)
    await onDone()
    void message.success(sentence)
  }
  const found = (grave: PlacedFinding['severity']): number => findings.filter(({ severity }) => severity === grave).length
  const standing =
    findings.length === 0 ? '检查没有发现问题。' : `检查发现错误 ${found('error')} 条、警告 ${found('warning')} 条、提示 ${found('info')} 条。`
  const { submitted, reviewed, approved, published } = page.steps
  const told = (
    [
      ['送复核', submitted],
      ['复核', reviewed],
      ['审定', approved],
      ['公开', published],
    ] as const
  ).flatMap(([word, step]) => (step === null ? [] : [`${step.on} ${step.by.name}${word}`]))
  return (
    <section className="panel">
      {told.length > 0 && <p>{told.join('；')}。</p>}
      {page.returned !== null && (
        <p className="next">
          {page.returned.on} {page.returned.by.name}退回：{page.returned.reason}
        </p>
      )}
      <Legs legs={page.legs} reply={page.reply} />
      <div className="tools">
        {asks(page.phase, standing).map(
          (asked) =>
            page.acts.includes(asked.act) && (
              <Button
                key={asked.act}
                type={asked.kind === 'primary' ? 'primary' : 'default'}
                disabled={asked.kind === 'primary' && unsaved}
                onClick={() => setOpen(asked)}
              >
                {asked.button}
              </Button>
            ),
        )}
      </div>
      <p className="downloads">
        <span className="quiet">下载：</span>
        {formats.map(([format, title]) => (
          <a key={format} href={`${path}/files/${format}`} download>
            {title}
          </a>
        ))}
        {published !== null && (
          <a href={`/disclosure/${page.year}${page.kind === 'accounts' ? '-accounts' : ''}`} target="_blank" rel="noreferrer">
            公开页面
          </a>
        )}
      </p>
      {unsaved && <p className="quiet">有改动还没有保存，保存后才能办理下一步。</p>}
      {open && <FormDrawer {...open} {...danger(open)} onClose={() => setOpen(undefined)} run={(body) => done(open, body)} />}
    </section>
  )
}

const danger = ({ kind }: Asked): { readonly danger?: true } => (kind === 'danger' ? { danger: true } : {})
