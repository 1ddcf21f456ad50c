import { rawOf, textOf } from './leaves.ts'
import type { Slot } from './measure.ts'
import { sharesPair, wordPairs } from './word-pairs.ts'
import type { IndicatorRow, ProjectFacts } from './project-facts.ts'
import { type ProjectRule, type Report, TARGET_GUIDE, TARGET_RULES } from './rule.ts'
import { type Misfit, misfit, SLOT_ADVICE } from './slot-fit.ts'

/** A target that is itself a time (≤5个工作日, 12月底前) makes any wording fit 时效; one in money fits 成本 and 经济效益. */
const targetFits = (row: IndicatorRow): boolean => {
  if (row.slot === '时效指标') return /日|天|小时|分钟|月|年|及时|按时/.test(row.targetRaw)
  if (row.slot === '经济效益指标') return /元/.test(row.targetRaw)
  return false
}

const fitRule =
  (sure: Misfit['sure']): ProjectRule['check'] =>
  ({ rows, label }: ProjectFacts, report: Report) => {
    for (const row of rows) {
      if (row.slot === null || row.measure === '' || targetFits(row)) continue
      const found = misfit(row.slot, row.kinds)
      if (found?.sure === sure && row.measureLeaf)
        report(row.measureLeaf.place, rawOf(row.measureLeaf), `${label}${row.slot}“${row.measure}”${found.what}`, SLOT_ADVICE[row.slot])
    }
  }

const category: ProjectRule = {
  id: 'IND-CAT',
  demands: '指标内容与所在的二级指标类别相符',
  source: TARGET_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '移到相符的类别，或改写指标内容',
  check: fitRule('clear'),
}

const fit: ProjectRule = {
  id: 'IND-FIT',
  demands: '数量指标是数量，时效指标有时间，经济效益指标说经济结果',
  source: TARGET_RULES,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '请审核人判断是否改写',
  check: fitRule('arguable'),
}

const vague: ProjectRule = {
  id: 'IND-VAGUE',
  demands: '指标内容说清量什么、怎样算，能够核对',
  source: TARGET_GUIDE,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '改成能数、能算的指标，例如办结件数、按时办结率',
  check({ rows, label }, report) {
    for (const row of rows) {
      if (row.kinds.vague && row.measureLeaf)
        report(
          row.measureLeaf.place,
          rawOf(row.measureLeaf),
          `${label}${row.slot ?? ''}“${row.measure}”没有说明量什么，指标值“${row.targetRaw}”无从计算`,
        )
    }
  },
}

const noMeasure: ProjectRule = {
  id: 'IND-MEASURE',
  demands: '有百分比指标值的行，内容是能算出百分比的指标',
  source: TARGET_GUIDE,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '写成某某率，并说明分子和分母',
  check({ rows, label }, report) {
    for (const row of rows) {
      const { kinds, target } = row
      if (!row.measureLeaf || row.measure === '' || target?.value === null || target === null || target.unit !== '%') continue
      if (kinds.ratio || kinds.degree || kinds.vague || kinds.count || kinds.satisfaction || kinds.bracketUnit !== null) continue
      if (/[率比度性额]|占|评|幅|完成|达到|增长|下降|减少|提高|降低|按时|及时/.test(kinds.words)) continue
      report(row.measureLeaf.place, rawOf(row.measureLeaf), `${label}“${row.measure}”是一件事，不是比率，指标值却是“${row.targetRaw}”`)
    }
  },
}

/** What the project itself delivers; benefits may well speak of other people's affairs. */
const OUTPUTS: ReadonlySet<Slot> = new Set<Slot>(['数量指标', '质量指标', '时效指标'])

const besideThePoint: ProjectRule = {
  id: 'IND-IRREL',
  demands: '产出指标与项目内容高度关联',
  source: TARGET_GUIDE,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '围绕项目买什么、做什么、给谁用来选指标',
  check({ rows, label, subject, content }, report) {
    if (subject.size < 3) return
    for (const row of rows) {
      const { kinds } = row
      if (!row.measureLeaf || kinds.vague || kinds.satisfaction || kinds.complaint || kinds.cost || row.slot === null || !OUTPUTS.has(row.slot))
        continue
      if (sharesPair(kinds.words, content) || wordPairs(kinds.words).size < 4) continue
      report(row.measureLeaf.place, rawOf(row.measureLeaf), `${label}“${row.measure}”没有提到项目名称、用途和目标中的任何内容`)
    }
  },
}

const duplicate: ProjectRule = {
  id: 'IND-DUP',
  demands: '同一项目的各个指标内容不同',
  source: TARGET_GUIDE,
  severity: 'warning',
  certainty: 'certain',
  satisfy: '一项内容只放在最相符的一个类别，其他类别另写指标',
  check({ repeated, label }, report) {
    for (const group of repeated) {
      const places = group.map((row) => `${row.slot ?? textOf(row.indicator.level2)}（第${row.measureLeaf?.place.line}行）`)
      for (const [at, row] of group.entries()) {
        if (!row.measureLeaf) continue
        const others = places.filter((_, other) => other !== at).join('、')
        report(row.measureLeaf.place, rawOf(row.measureLeaf), `${label}${row.slot ?? ''}“${row.measure}”与${others}文字相同`)
      }
    }
  },
}

const contradicts = (a: IndicatorRow, b: IndicatorRow): boolean => {
  const [one, two] = [a.target, b.target]
  if (!one || !two || one.value === null || two.value === null) return false
  if (one.unit && two.unit && one.unit !== two.unit) return false
  if (one.value !== two.value) return true
  const directions = `${one.operator ?? ''}${two.operator ?? ''}`
  return /[≥>]/.test(directions) && /[≤<]/.test(directions)
}

const contradiction: ProjectRule = {
  id: 'IND-CONTRA',
  demands: '同一项目中同一指标的指标值一致',
  source: { text: '同一文件前后一致', basis: 'arithmetic' },
  severity: 'error',
  certainty: 'certain',
  satisfy: '核定一个指标值，其他处删去或改成一致',
  check({ repeated, label }, report) {
    for (const group of repeated) {
      for (const [at, row] of group.entries()) {
        const other = group.find((one, before) => before < at && contradicts(one, row))
        if (other)
          report(
            row.targetPlace,
            row.targetRaw,
            `${label}“${row.measure}”在第${other.targetPlace.line}行的指标值是“${other.targetRaw}”，这里是“${row.targetRaw}”，互相矛盾`,
          )
      }
    }
  },
}

const BENEFITS: readonly Slot[] = ['经济效益指标', '社会效益指标', '可持续影响指标']

function isTwice(rows: readonly IndicatorRow[], slot: Slot): boolean {
  let count = 0
  for (const { ownSlot } of rows) if (ownSlot === slot) count++
  return count === 2
}

const slots: ProjectRule = {
  id: 'IND-SLOT',
  demands: '每个二级指标只列一次，表式中的类别不漏',
  source: TARGET_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '把重复的一行改回漏掉的类别',
  check({ rows, label }, report) {
    if (!BENEFITS.some((benefit) => isTwice(rows, benefit))) return
    const own = rows.filter((row) => row.ownSlot !== null)
    const counts = new Map<Slot, number>()
    for (const row of own) counts.set(row.ownSlot!, (counts.get(row.ownSlot!) ?? 0) + 1)
    const doubled = [...counts].filter(([, count]) => count > 1).map(([slot]) => slot)
    // Several rows under one slot are lawful: only a form of single rows with one doubled and a sister missing is a slip.
    const slot = doubled[0]
    if (doubled.length !== 1 || slot === undefined || counts.get(slot) !== 2 || !BENEFITS.includes(slot) || own.length < 6) return
    const missing = BENEFITS.filter((sister) => !counts.has(sister))
    if (missing.length !== 1) return
    const row = own.filter((one) => one.ownSlot === slot)[1]!
    report(row.indicator.level2?.place ?? row.place, rawOf(row.indicator.level2), `${label}${slot}列了两次，缺少${missing[0]}`)
  },
}

const outputMissing: ProjectRule = {
  id: 'IND-OUTPUT-MISSING',
  demands: '绩效指标包括产出指标的数量、质量、时效和至少一个效益指标',
  source: TARGET_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '补上缺少的类别',
  check({ rows, label, place }, report) {
    const present = new Set(rows.map((row) => row.slot).filter((slot) => slot !== null))
    if (present.size < 2) return
    const missing: string[] = (['数量指标', '质量指标', '时效指标'] as const).filter((slot) => !present.has(slot))
    if (![...BENEFITS, '生态效益指标' as const].some((slot) => present.has(slot))) missing.push('效益指标')
    // One absent class may be the local form; the judgement is for two and more, or for no quantity at all.
    if (missing.length < 2 && !missing.includes('数量指标')) return
    const first = rows[0]
    report(first?.place ?? place, rawOf(first?.indicator.level1), `${label}没有${missing.join('、')}`)
  },
}

const costMissing: ProjectRule = {
  id: 'IND-COST-MISSING',
  demands: '绩效指标包括成本指标',
  source: TARGET_RULES,
  severity: 'info',
  certainty: 'likely',
  satisfy: '补一个成本指标，例如总成本不超过预算数',
  check({ rows, label, place }, report) {
    const present = rows.filter((row) => row.slot !== null)
    if (present.length < 3 || present.some((row) => row.slot === '成本指标' || row.kinds.cost || textOf(row.indicator.level1).includes('成本')))
      return
    report(rows[0]?.place ?? place, rawOf(rows[0]?.indicator.level1), `${label}没有成本指标`)
  },
}

export const indicatorSlotRules: readonly ProjectRule[] = [
  category,
  fit,
  vague,
  noMeasure,
  besideThePoint,
  duplicate,
  contradiction,
  slots,
  outputMissing,
  costMissing,
]
