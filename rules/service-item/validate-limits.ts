import { endsLater } from '../time/compare-periods.ts'
import type { Period } from '../time/period.ts'
import { periodWords } from '../time/period-words.ts'
import { doubt, type Finding, wrong } from './finding.ts'
import type { ServiceItem } from './item.ts'
import { stepDayType } from './step-days.ts'

/** Ten years: nobody waits longer, and no clock is set for longer. */
const mostMonths = 120
/** 行政许可法 第四十五条: the closed list. Anything else needs the item's own law. */
const listedInArticle45 = ['hearing', 'tender', 'auction', 'inspection', 'testing', 'quarantine', 'appraisal', 'expert-review']

/** Σ steps ≤ promised ≤ statutory on whatever day a case begins; where the day types leave that open, it is a doubt. Steps end in one decision; a filing has none of a permit's procedure. */
export function limitFindings(item: ServiceItem): readonly Finding[] {
  const { statutory, promised, extension, service = null, excluded } = item.limits
  const findings: Finding[] = []
  const total: Period = { days: item.steps.reduce((sum, step) => sum + step.days, 0), dayType: stepDayType(item) }
  if (endsLater(total, promised) !== 'never')
    findings.push(wrong('steps', 'limit-steps-over-promised', `各环节时限合计${periodWords(total)}，超过承诺时限${periodWords(promised)}。`))
  const later = endsLater(promised, statutory)
  if (later === 'sometimes')
    findings.push(
      doubt(
        'limits.promised.dayType',
        'limit-day-types-differ',
        `承诺时限${periodWords(promised)}与法定时限${periodWords(statutory)}计算方法不同，有的日子起算会超过法定时限；每个办件按日历分别算出到期日，以先到者为准。`,
      ),
    )
  if (later === 'always')
    findings.push(
      wrong('limits.promised.days', 'limit-promised-over-statutory', `承诺时限${periodWords(promised)}超过法定时限${periodWords(statutory)}。`),
    )
  if (promised.startEvent !== statutory.startEvent)
    findings.push(wrong('limits.promised.startEvent', 'limit-start-events-differ', '承诺时限与法定时限的起算点不一致。'))
  if (extension && (extension.dayType === 'workday') !== (statutory.dayType === 'workday'))
    findings.push(
      wrong('limits.extension.dayType', 'limit-extension-day-type', '延长期限的计算方法应与法定时限一致：都按工作日，或者都按自然日、月。'),
    )
  const periods: readonly (readonly [string, Period | null])[] = [
    ['limits.statutory', statutory],
    ['limits.promised', promised],
    ['limits.extension', extension],
    ['limits.service', service],
    ...excluded.map(({ maxDays, dayType }, i) => [`limits.excluded[${i}]`, { days: maxDays, dayType }] as const),
  ]
  for (const [path, period] of periods)
    if (period?.dayType === 'month' && period.days > mostMonths)
      findings.push(wrong(path, 'limit-months-absurd', `${period.days} 个月超过十年，不像是办理时限。`))
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
  findings.push(...article42Findings(item))
  // 行政许可法 第四十三条: twenty days for the first review, unless another law says otherwise.
  if (item.superior && statutory.dayType === 'workday' && statutory.days > 20 && /行政许可法/.test(statutory.article))
    findings.push(
      wrong(
        'limits.statutory.days',
        'first-review-too-long',
        '先经本机关审查后报上级机关决定的，本机关应自受理之日起二十日内审查完毕（行政许可法 第四十三条）。',
      ),
    )
  return [...findings, ...stepFindings(item), ...(item.procedure === 'filing' ? filingFindings(item) : [])]
}

/** 行政许可法 第四十二条: twenty days and ten more by the head of the organ; where organs act together, forty-five and fifteen by that of the government. */
function article42Findings({ limits: { statutory, extension } }: ServiceItem): readonly Finding[] {
  const bySelf = ({ article }: { readonly article: string }) => /行政许可法》?\s*第四十二条/.test(article)
  const together = extension?.approver === 'government-head' || /第四十二条第二款/.test(statutory.article)
  const [days, more] = together ? [45, 15] : [20, 10]
  const over = (path: string, period: Period, most: number, what: string) =>
    period.dayType !== 'workday' || period.days <= most
      ? []
      : [wrong(path, 'limit-over-article-42', `${what}依行政许可法第四十二条最多${most}个工作日；更长的须写明规定它的另一部法律、法规。`)]
  return [
    ...(bySelf(statutory) ? over('limits.statutory.days', statutory, days, '法定时限') : []),
    ...(extension && bySelf(extension) ? over('limits.extension.days', extension, more, '延长期限') : []),
  ]
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
  never(Boolean(item.superior), 'superior', 'filing-superior', '报上级机关决定')
  never(item.hearing.announced || item.hearing.interestedParties, 'hearing', 'filing-hearing', '听证和利害关系人告知')
  never(item.limits.extension !== null, 'limits.extension', 'filing-extension', '延期')
  never(Boolean(item.limits.service), 'limits.service', 'filing-service', '颁证期限')
  never(item.limits.excluded.length > 0, 'limits.excluded', 'filing-excluded', '不计入时限的特别程序')
  never(item.shortfall !== null, 'shortfall', 'filing-shortfall', '容缺受理')
  if (item.limits.statutory.startEvent === 'accepted')
    findings.push(wrong('limits.statutory.startEvent', 'filing-start-event', '备案没有受理，时限应从收到材料之日或者收齐材料之日起算。'))
  return findings
}
