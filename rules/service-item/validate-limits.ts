import { type Finding, wrong, doubt } from './finding.ts'
import type { ServiceItem } from './item.ts'

const dayWord = { workday: '工作日', calendar: '自然日' } as const
/** 行政许可法 第四十五条: the closed list. Anything else needs the item's own law. */
const listedInArticle45 = ['hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expert-review']

/** Σ steps ≤ promised ≤ statutory, compared only in the same day type; steps end in one decision; a filing has none of a permit's procedure. */
export function limitFindings(item: ServiceItem): readonly Finding[] {
  const { statutory, promised, extension, excluded } = item.limits
  const findings: Finding[] = []
  const total = item.steps.reduce((sum, step) => sum + step.days, 0)
  if (total > promised.days)
    findings.push(
      wrong(
        'steps',
        'limit-steps-over-promised',
        `各环节时限合计 ${total} ${dayWord[promised.dayType]}，超过承诺时限 ${promised.days} ${dayWord[promised.dayType]}。`,
      ),
    )
  if (promised.dayType !== statutory.dayType)
    findings.push(
      doubt(
        'limits.promised.dayType',
        'limit-day-types-differ',
        `承诺时限按${dayWord[promised.dayType]}、法定时限按${dayWord[statutory.dayType]}计算，两者不能直接比较；每个办件按日历分别算出到期日，以先到者为准。`,
      ),
    )
  else if (promised.days > statutory.days)
    findings.push(wrong('limits.promised.days', 'limit-promised-over-statutory', `承诺时限 ${promised.days} 日超过法定时限 ${statutory.days} 日。`))
  if (promised.startEvent !== statutory.startEvent)
    findings.push(wrong('limits.promised.startEvent', 'limit-start-events-differ', '承诺时限与法定时限的起算点不一致。'))
  if (extension && extension.dayType !== statutory.dayType)
    findings.push(wrong('limits.extension.dayType', 'limit-extension-day-type', '延长期限的日类型应与法定时限一致。'))
  excluded.forEach((procedure, i) => {
    if (!listedInArticle45.includes(procedure.kind) && /行政许可法/.test(procedure.article))
      findings.push(
        wrong(
          `limits.excluded[${i}].kind`,
          'excluded-not-listed',
          `“${procedure.name}”不在行政许可法第四十五条列举的范围内，须写明规定它的另一部法律法规。`,
        ),
      )
  })
  return [...findings, ...stepFindings(item), ...(item.procedure === 'filing' ? filingFindings(item) : [])]
}

function stepFindings(item: ServiceItem): readonly Finding[] {
  const findings: Finding[] = []
  const last = item.steps.length - 1
  item.steps.forEach((step, i) => {
    if (i === last && step.role !== 'decision-maker' && item.procedure !== 'filing')
      findings.push(wrong(`steps[${i}].role`, 'step-last-not-decision', '最后一个环节必须是决定（decision-maker）。'))
    if (i !== last && step.role === 'decision-maker') findings.push(wrong(`steps[${i}].role`, 'step-decision-early', '决定环节只能放在最后。'))
    if (!step.checklist.some((point) => point.necessary))
      findings.push(wrong(`steps[${i}].checklist`, 'step-nothing-to-check', '至少要有一个必须核对的审查要点。'))
  })
  if (item.separation && item.procedure !== 'filing' && item.steps.length < 2)
    findings.push(wrong('separation', 'separation-too-few-steps', '要求审查与决定分离的事项，至少要有审查和决定两个环节。'))
  return findings
}

/** A filing is a notice: no acceptance leg, no hearing, no separation, no extension, no excluded time. */
function filingFindings(item: ServiceItem): readonly Finding[] {
  const findings: Finding[] = []
  const never = (present: boolean, path: string, rule: string, what: string) => {
    if (present) findings.push(wrong(path, rule, `备案是告知，不设${what}。`))
  }
  never(item.steps.length !== 1, 'steps', 'filing-steps', '一个以外的环节')
  never(item.separation, 'separation', 'filing-separation', '审查与决定分离')
  never(item.hearing.announced || item.hearing.interestedParties, 'hearing', 'filing-hearing', '听证和利害关系人告知')
  never(item.limits.extension !== null, 'limits.extension', 'filing-extension', '延期')
  never(item.limits.excluded.length > 0, 'limits.excluded', 'filing-excluded', '不计入时限的特别程序')
  never(item.shortfall !== null, 'shortfall', 'filing-shortfall', '容缺受理')
  if (item.limits.statutory.startEvent === 'accepted')
    findings.push(wrong('limits.statutory.startEvent', 'filing-start-event', '备案没有受理，时限应从收到材料之日或者收齐材料之日起算。'))
  return findings
}
