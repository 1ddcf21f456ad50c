import { rawOf, sameWords, textOf } from './leaves.ts'
import { type DocumentRule, TARGET_RULES } from './rule.ts'

const copied: DocumentRule = {
  id: 'GOAL-DUTY',
  demands: '部门绩效目标写当年要达到的结果，不照抄部门职责',
  source: TARGET_RULES,
  severity: 'info',
  certainty: 'likely',
  satisfy: '写明当年完成什么、达到什么程度、何时完成',
  check({ document, context }, report) {
    const duties = context.departmentTexts.filter(({ whose }) => whose === '部门职责').map(({ words, place }) => ({ words, line: place.line }))
    for (const goal of document.departmentGoals) {
      const words = sameWords(textOf(goal))
      if (words.length < 12) continue
      const duty = duties.find((one) => one.line !== goal.place.line && one.words.includes(words))
      if (duty) report(goal.place, rawOf(goal), `部门绩效目标与部门职责（第${duty.line}行）文字相同`)
    }
  },
}

const unmeasured: DocumentRule = {
  id: 'GOAL-UNMEASURED',
  demands: '部门绩效目标有可以核对的数量、比率或时间',
  source: TARGET_RULES,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '至少写一个数字或完成时间',
  check({ document }, report) {
    const goals = document.departmentGoals.filter((goal) => textOf(goal).length >= 8)
    const first = goals[0]
    if (
      !first ||
      goals.length < 2 ||
      goals.some((goal) => /\d|[一二三四五六七八九十百]+(?:个|次|项|件|天|日)|全覆盖|底前/.test(textOf(goal).replace(/^[（(]?\d{1,2}[）)、.．]/, '')))
    )
      return
    report(first.place, rawOf(first), `部门绩效目标${goals.length}条，没有一个数字或时间`)
  },
}

export const departmentGoalRules: readonly DocumentRule[] = [copied, unmeasured]
