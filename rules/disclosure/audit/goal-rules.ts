import { rawOf, sameWords, textOf } from './leaves.ts'
import { sharesPair, wordPairs } from './word-pairs.ts'
import type { GoalText, ProjectFacts, WrittenText } from './project-facts.ts'
import { PLAIN_WRITING, type ProjectRule, TARGET_RULES } from './rule.ts'

const ENDS_A_SENTENCE = /[。！？!?；;.）)”"』」]$/
/** The longest goal that the filing system of the Hebei form takes in. */
const FIELD_LIMIT = 100

const goalDuplicate: ProjectRule = {
  id: 'GOAL-DUP',
  demands: '同一项目的各条绩效目标各不相同',
  source: TARGET_RULES,
  severity: 'error',
  certainty: 'certain',
  satisfy: '删去重复的一条，或写出另一个目标',
  check({ goals, label }, report) {
    for (const [index, goal] of goals.entries()) {
      const earlier = goals.findIndex((other, at) => at < index && other.words === goal.words)
      if (earlier >= 0) report(goal.leaf.place, rawOf(goal.leaf), `${label}绩效目标${index + 1}与绩效目标${earlier + 1}文字完全相同`)
    }
  },
}

const withoutNumber = (text: string): string => text.replace(/^[（(]?\d{1,2}[）)、.．]\s*/, '')

/** The longer text that this goal breaks off inside a sentence, if the document holds it. */
function brokenOff(goal: GoalText, { context }: ProjectFacts): WrittenText | undefined {
  if (goal.words.length < 12) return undefined
  const longer = (written: WrittenText): boolean =>
    written.words.length > goal.words.length && written.words.startsWith(goal.words) && !'，,；;。、：:'.includes(written.words[goal.words.length]!)
  const found = context.departmentTexts.find(longer)
  if (found) return found
  for (const goals of context.goals.values()) if (longer(goals[0]!)) return goals[0]
  return undefined
}

const goalCutOff: ProjectRule = {
  id: 'GOAL-TRUNC',
  demands: '绩效目标是完整的句子，没有被填报系统的字数限制截断',
  source: TARGET_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '补全句子，或压缩到字数限制以内',
  check(facts, report) {
    for (const goal of facts.goals) {
      if (ENDS_A_SENTENCE.test(goal.text)) continue
      const bare = withoutNumber(goal.text)
      const tail = `“…${bare.slice(-8)}”`
      const whole = brokenOff(goal, facts)
      if (whole) report(goal.leaf.place, rawOf(goal.leaf), `${facts.label}绩效目标在${tail}处中断，${whole.whose}中有更长的原文`)
      else if (bare.length === FIELD_LIMIT || goal.text.length === FIELD_LIMIT) {
        report(goal.leaf.place, rawOf(goal.leaf), `${facts.label}绩效目标正好${FIELD_LIMIT}字，停在${tail}处，没有句末标点`)
      }
    }
  },
}

const goalStop: ProjectRule = {
  id: 'GOAL-STOP',
  demands: '写成整句的绩效目标以句号结束',
  source: PLAIN_WRITING,
  severity: 'info',
  certainty: 'likely',
  satisfy: '在句末加句号',
  check(facts, report) {
    for (const goal of facts.goals) {
      const bare = withoutNumber(goal.text)
      if (ENDS_A_SENTENCE.test(goal.text) || !/[，。；,;]/.test(bare) || bare.length === FIELD_LIMIT || goal.text.length === FIELD_LIMIT) continue
      if (brokenOff(goal, facts)) continue
      report(goal.leaf.place, rawOf(goal.leaf), `${facts.label}绩效目标没有句末标点`)
    }
  },
}

const goalCopied: ProjectRule = {
  id: 'GOAL-COPY',
  demands: '绩效目标写本项目要达到的结果，不照抄部门职责、部门目标或别的项目',
  source: TARGET_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '写明本项目的数量、质量、时间和效果',
  check({ goals, label, context }, report) {
    const told = new Set<string>()
    for (const goal of goals) {
      if (goal.words.length < 8 || told.has(goal.words)) continue
      const department = context.departmentTexts.find((written) => written.words.startsWith(goal.words))
      const others = new Set((context.goals.get(goal.words) ?? []).filter((written) => written.whose !== label).map((written) => written.whose))
      if (!department && others.size === 0) continue
      told.add(goal.words)
      const from = [...(department ? [department.whose] : []), ...others]
      report(goal.leaf.place, rawOf(goal.leaf), `${label}绩效目标与${from.slice(0, 4).join('、')}${from.length > 4 ? '等' : ''}的文字相同`)
    }
  },
}

const goalBesideThePoint: ProjectRule = {
  id: 'GOAL-IRREL',
  demands: '绩效目标与项目名称和资金用途相关',
  source: TARGET_RULES,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '围绕项目买什么、做什么、给谁用来写目标',
  check({ goals, subject, label }, report) {
    if (subject.size < 3) return
    const told = new Set<string>()
    for (const goal of goals) {
      if (told.has(goal.words)) continue
      if (sharesPair(goal.words, subject) || wordPairs(goal.words).size < 6) continue
      told.add(goal.words)
      report(goal.leaf.place, rawOf(goal.leaf), `${label}绩效目标没有提到项目名称和用途中的任何内容`)
    }
  },
}

const goalMissing: ProjectRule = {
  id: 'GOAL-BLANK',
  demands: '项目有绩效目标',
  source: TARGET_RULES,
  severity: 'warning',
  certainty: 'certain',
  satisfy: '至少写一条绩效目标',
  check({ goals, project, label }, report) {
    if (goals.length > 0 || project.goals.length === 0) return
    report(project.goals[0]!.place, '', `${label}绩效目标空着`)
  },
}

const useIsGoal: ProjectRule = {
  id: 'USE-IS-GOAL',
  demands: '资金用途写钱花在什么上，不写目标',
  source: TARGET_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '写明购买的货物、服务或支付的费用',
  check({ project, goals, label }, report) {
    const use = textOf(project.use)
    if (!project.use || use === '') return
    const words = sameWords(use)
    const goal = goals.findIndex((other) => other.words === words)
    if (goal >= 0) report(project.use.place, rawOf(project.use), `${label}资金用途与绩效目标${goal + 1}文字相同，没有说明钱花在什么上`)
    else if (
      /^(?:实现|保证|保障|确保|提高|提升|促进|推动|推进|增强|通过.{2,30}(?:提高|提升|深化|促进|增强|推动))/.test(use) &&
      !/费|购|采买|租|印|维修|维护|补助|补贴|工资|支付/.test(use)
    ) {
      report(project.use.place, rawOf(project.use), `${label}资金用途写的是目标，没有说明钱花在什么上`)
    }
  },
}

const useIsName: ProjectRule = {
  id: 'USE-IS-NAME',
  demands: '资金用途比项目名称说得更多',
  source: TARGET_RULES,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '写明测算内容：买什么、多少、给谁用',
  check({ project, name, label }, report) {
    if (!project.use || name === '' || sameWords(textOf(project.use)) !== sameWords(name)) return
    report(project.use.place, rawOf(project.use), `${label}资金用途只重复了项目名称`)
  },
}

export const goalRules: readonly ProjectRule[] = [
  goalDuplicate,
  goalCutOff,
  goalStop,
  goalCopied,
  goalBesideThePoint,
  goalMissing,
  useIsGoal,
  useIsName,
]
