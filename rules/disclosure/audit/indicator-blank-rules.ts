import { isBlankCell, rawOf, textOf } from './leaves.ts'
import type { IndicatorRow } from './project-facts.ts'
import { type ProjectRule, TARGET_GUIDE, TARGET_RULES } from './rule.ts'

const slotName = (row: IndicatorRow): string => textOf(row.indicator.level2) || row.slot || '本行'

const levelThreeBlank: ProjectRule = {
  id: 'IND-L3-BLANK',
  demands: '每行写明三级指标名称',
  source: TARGET_GUIDE,
  severity: 'warning',
  certainty: 'certain',
  satisfy: '把指标名称填在三级指标栏，描述栏写怎样计算',
  check({ rows, label }, report) {
    for (const row of rows) {
      const cell = row.indicator.level3
      if (!row.unused && isBlankCell(cell)) report(cell.place, '', `${label}${slotName(row)}的三级指标空着`)
    }
  },
}

const basisBlank: ProjectRule = {
  id: 'IND-BASIS-BLANK',
  demands: '每个指标值写明确定依据',
  source: TARGET_GUIDE,
  severity: 'warning',
  certainty: 'certain',
  satisfy: '写明依据的计划、历史数据、行业标准或合同',
  check({ rows, label }, report) {
    for (const row of rows) {
      const cell = row.indicator.basis
      if (!row.unused && isBlankCell(cell)) report(cell.place, '', `${label}${slotName(row)}的指标值确定依据空着`)
    }
  },
}

const measureBlank: ProjectRule = {
  id: 'IND-BLANK',
  demands: '有指标值的行写明指标内容',
  source: TARGET_RULES,
  severity: 'error',
  certainty: 'certain',
  satisfy: '填写指标名称或描述，或删去指标值',
  check({ rows, label }, report) {
    for (const row of rows) {
      // Where cells were lost on the way the wording is unknown, not blank.
      const known = isBlankCell(row.indicator.description) || isBlankCell(row.indicator.level3)
      if (known && row.measure === '' && row.targetRaw !== '')
        report(row.targetPlace, row.targetRaw, `${label}${slotName(row)}只有指标值“${row.targetRaw}”，没有指标内容`)
    }
  },
}

const targetBlank: ProjectRule = {
  id: 'IND-TARGET-BLANK',
  demands: '每个指标有指标值',
  source: TARGET_RULES,
  severity: 'error',
  certainty: 'certain',
  satisfy: '填写能够核对的指标值',
  check({ rows, label }, report) {
    for (const row of rows) {
      const cell = row.indicator.target
      if (row.measure !== '' && isBlankCell(cell)) report(cell.place, '', `${label}${slotName(row)}“${row.measure}”没有指标值`)
    }
  },
}

const rowUnused: ProjectRule = {
  id: 'IND-ROW-EMPTY',
  demands: '不适用的指标行注明不适用',
  source: TARGET_RULES,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '填写指标，或注明“不适用”，或删去该行',
  check({ rows, label }, report) {
    for (const row of rows) if (row.unused) report(row.place, rawOf(row.indicator.level2), `${label}${slotName(row)}整行空着`)
  },
}

export const indicatorBlankRules: readonly ProjectRule[] = [levelThreeBlank, basisBlank, measureBlank, targetBlank, rowUnused]
