import type { CasePage } from '../../../contract/cases.ts'
import { spokenDays } from '../../../contract/reason-texts.ts'
import { StepLate } from './step-late.tsx'

const stands = { passed: '已通过', running: '办理中', ahead: '未开始' } as const
const roles: Readonly<Record<string, string>> = { reviewer: '审查人员', head: '负责人', 'decision-maker': '决定人' }

/** The steps of the procedure, with what was ticked and said at each. */
export function StepsView({ steps }: { readonly steps: CasePage['steps'] }) {
  if (steps.length === 0) return null
  return (
    <section className="panel" aria-labelledby="steps-title">
      <h2 id="steps-title">办理环节</h2>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.id} className={step.stands} aria-current={step.stands === 'running' ? 'step' : undefined}>
            <strong>{step.name}</strong>{' '}
            <span className="quiet">
              {roles[step.role] ?? step.role} · {step.days === 0 ? '当日' : spokenDays(step)} · {stands[step.stands]}
              {step.due && `，最迟 ${step.due} 办完`}
              {step.siteInspection && ' · 需现场核查'}
            </span>
            {step.overdue && <StepLate />}
            {step.passed && (
              <p>
                {step.passed.on} {step.passed.by}：{step.passed.opinion}
              </p>
            )}
            {step.checklist.length > 0 && step.stands !== 'ahead' && (
              <ul className="points">
                {step.checklist.map(({ id, point, necessary }) => (
                  <li key={id}>
                    {step.passed ? (step.passed.ticked.includes(id) ? '☑' : '☐') : '·'} {point}
                    {!necessary && <span className="quiet">（选查）</span>}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
