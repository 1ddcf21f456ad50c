import {
  type CaseAct,
  type CasePhase,
  caseActs,
  casePhases,
  type CaseRole,
  caseRoles,
  isPermitted,
  phaseAfter,
  runningPhases,
} from '../rules/case/standing/permitted-acts.ts'
import { actTitles, phaseTitles } from './case-texts.ts'
import { roleTable } from './permissions.ts'

// docs/case-states.md, written from the one table of permitted acts; a test holds the file to it.

const roleTitle = (role: CaseRole): string => (role === 'applicant' ? '申请人' : role === 'system' ? '系统（到期自动）' : roleTable[role].title)

const mayDo = (phase: CasePhase, act: CaseAct): readonly CaseRole[] => caseRoles.filter((role) => isPermitted(phase, [role], act))

const actsIn = (phase: CasePhase): readonly CaseAct[] => caseActs.filter((act) => mayDo(phase, act).length > 0)

const idOf = (phase: CasePhase): string => phase.replaceAll('-', '_')

interface Arrow {
  readonly from: string
  readonly to: string
  readonly acts: readonly CaseAct[]
}

/** Acts that lead from every phase of a group to the same one are drawn once, from a state that stands for any of them. */
function arrowsOf(group: string, phases: readonly CasePhase[]): readonly Arrow[] {
  const common = caseActs.filter((act) =>
    phases.every((phase) => actsIn(phase).includes(act) && phaseAfter(phase, act) === phaseAfter(phases[0]!, act)),
  )
  const arrows = new Map<string, { from: string; to: string; acts: CaseAct[] }>()
  const draw = (from: string, act: CaseAct, to: CasePhase | undefined) => {
    if (to === undefined) return
    const key = `${from} ${to}`
    const arrow = arrows.get(key) ?? { from, to: idOf(to), acts: [] }
    arrow.acts.push(act)
    arrows.set(key, arrow)
  }
  for (const act of common) draw(group, act, phaseAfter(phases[0]!, act))
  for (const phase of phases) for (const act of actsIn(phase)) if (!common.includes(act)) draw(idOf(phase), act, phaseAfter(phase, act))
  return [...arrows.values()]
}

function diagram(): string {
  const concluded = casePhases.filter((phase) => !(runningPhases as readonly CasePhase[]).includes(phase) && phase !== 'archived')
  const arrow = ({ from, to, acts }: Arrow) => `  ${from} --> ${to}: ${acts.map((act) => actTitles[act].title).join('、')}`
  return [
    'stateDiagram-v2',
    ...casePhases.map((phase) => `  state "${phaseTitles[phase]}" as ${idOf(phase)}`),
    '  state "以上办理中的任一状态" as running',
    '  state "以上办结的任一状态" as concluded',
    '  [*] --> pre_review: 收件（许可、登记）',
    '  [*] --> filing_check: 收件（备案）',
    ...arrowsOf('running', runningPhases).map(arrow),
    ...arrowsOf('concluded', concluded).map(arrow),
    '  archived --> [*]',
  ].join('\n')
}

function tableOf(phase: CasePhase): string {
  const rows = actsIn(phase).map((act) => {
    const { title, article } = actTitles[act]
    const to = phaseAfter(phase, act)
    return `| ${title} | \`${act}\` | ${mayDo(phase, act).map(roleTitle).join('、')} | ${to === undefined ? '' : phaseTitles[to]} | ${article ?? ''} |`
  })
  return [`### ${phaseTitles[phase]} \`${phase}\``, '', '| 动作 | 代码里的名字 | 谁可以做 | 之后 | 条文 |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  )
}

/** The page of docs that draws a case's road and says phase by phase who may do what. */
export const caseStatesPage = (): string => `# 办件的状态与动作 · States and acts of a case

本页由 \`rules/case/standing/permitted-acts.ts\` 生成，改动作表后运行 \`WRITE_DOCS=1 npx vitest run contract/case-states.test.ts\`。服务器按这张表拒绝，办件页面按它显示按钮，测试按它走遍每个状态、每种角色。动作另有的条件（核对要点、日期、换人）写在 \`rules/case/\` 里各自的文件中。

Drawn from the one table of permitted acts: the server refuses by it, the console shows its buttons from it, the tests walk it.

\`\`\`mermaid
${diagram()}
\`\`\`

送达不是状态：作出决定后，送达有自己的时限，与“准予”“不予许可”并行。补正材料只有全部补齐才回到“待受理”或者“备案核对”，那时答复的期限重新起算。

## 每个状态下谁可以做什么

${casePhases.map(tableOf).join('\n\n')}
`
