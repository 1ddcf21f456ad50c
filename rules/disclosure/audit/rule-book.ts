import type { RuleCard } from './rule.ts'
import { ruleFamilies, ruleTable } from './rule-table.ts'

const SEVERITY = { error: '错误', warning: '警告', info: '提示' } as const
const CERTAINTY = { certain: '确定', likely: '很可能', judgement: '需判断' } as const
const BASIS = { read: '', recalled: '（待核）', arithmetic: '' } as const

const cell = (text: string): string => text.replaceAll('|', '\\|')
const line = ({ id, demands, source, severity, certainty, satisfy }: RuleCard): string =>
  `| \`${id}\` | ${SEVERITY[severity]} · ${CERTAINTY[certainty]} | ${cell(demands)} | ${cell(source.text)}${BASIS[source.basis]} | ${cell(satisfy)} |`

/** `docs/disclosure-rules.md`, written from the rule table; a test holds the file to it. */
export function ruleBook(): string {
  const chapters = ruleFamilies.map(
    ({ title, rules }) => `## ${title}\n\n| 规则 | 程度 | 要求 | 依据 | 怎样才算符合 |\n|---|---|---|---|---|\n${rules.map(line).join('\n')}\n`,
  )
  return `# 预决算公开文件检查规则

共 ${ruleTable.length} 条。本文由规则表生成，改规则后运行 \`npm run --silent oneseal -- disclosure rules > docs/disclosure-rules.md\`。

- **错误**：任何人都能复核的事实（数字对不上、方向写反、漏填必填内容、模板文字残留），有错误时 \`disclosure audit\` 的退出码为 1。
- **警告**：多半是错，要人看一眼。**提示**：由审核人判断，不改也可以公开。
- 四舍五入、合法的口径差异和各地表式不算错。依据标“待核”的，条文凭记忆写出，引用前请核对原文。
- 资金支出计划按“分期”和“累计”两种理解都算一遍，消息里写明哪一种不成立。

${chapters.join('\n')}`
}
