import { App, Button } from 'antd'
import type { BudgetDocument, PlannedIndicator, PlannedProject } from '../../../rules/budget/budget-document.ts'
import type { PlacedFinding } from '../../../rules/budget/read-composed.ts'
import { DecimalCell, MoneyCell, Paragraphs, TextCell } from './cells.tsx'
import { FindingList } from './finding-list.tsx'
import { ListPicker, usePlaceInList } from './list-picker.tsx'
import { type RowColumn, RowsEditor } from './rows-editor.tsx'
import { Labelled, Part } from './sections.tsx'

const indicatorColumns = (
  [
    ['level1', '一级指标'],
    ['level2', '二级指标'],
    ['level3', '三级指标'],
    ['description', '指标描述'],
    ['target', '指标值'],
    ['basis', '确定依据'],
  ] as const
).map(([name, title]): RowColumn<PlannedIndicator> => ({ name, title, kind: 'text' }))
const blankIndicator: PlannedIndicator = { level1: null, level2: null, level3: null, description: null, target: null, basis: null }
const months = [3, 6, 10, 12] as const

const blankProject = (number: number): PlannedProject => ({
  number,
  code: null,
  name: null,
  unitCode: null,
  unitName: null,
  budget: { total: null, fiscal: null, other: null },
  use: null,
  plan: months.map((month) => ({ month, percent: null })),
  goals: [],
  indicators: [],
})

interface Props {
  readonly budget: BudgetDocument
  readonly put: (changes: Partial<BudgetDocument>) => void
  readonly disabled: boolean
  /** What the rules find in the draft as it stands on this screen. */
  readonly findings: readonly PlacedFinding[]
}

/** One project's sheet at a time, with what the rules say of it below. */
export function Projects({ budget, put, disabled, findings }: Props) {
  const { projects } = budget
  const [at, choose] = usePlaceInList(projects.length)
  const project = projects[at]
  const change = (changes: Partial<PlannedProject>) => put({ projects: projects.map((one, index) => (index === at ? { ...one, ...changes } : one)) })
  const { modal } = App.useApp()
  const remove = ({ name }: PlannedProject) =>
    modal.confirm({
      title: `删去“${name ?? '未命名'}”？`,
      content: '保存前可以用“放弃改动”找回。',
      okText: '删去',
      okButtonProps: { danger: true },
      cancelText: '不删',
      autoFocusButton: 'cancel',
      onOk: () => {
        put({ projects: projects.filter((_, index) => index !== at) })
        choose(Math.max(0, at - 1))
      },
    })
  const ofProject = (index: number) => findings.filter(({ path }) => path !== null && `${path}/`.startsWith(`projects/${index}/`))
  const faults = (index: number): string => {
    const errors = ofProject(index).filter(({ severity }) => severity === 'error').length
    return errors === 0 ? '' : `（${errors} 个错误）`
  }
  return (
    <Part title={`项目（${projects.length} 个）`}>
      <div className="tools block">
        <ListPicker
          label="选择项目"
          none="还没有项目"
          at={at}
          choose={choose}
          names={projects.map(({ number, name }, index) => `${number ?? index + 1}、${name ?? '未命名'}${faults(index)}`)}
        />
        {!disabled && (
          <Button
            onClick={() => {
              put({ projects: [...projects, blankProject(projects.length + 1)] })
              choose(projects.length)
            }}
          >
            加一个项目
          </Button>
        )}
        {!disabled && project !== undefined && <Button onClick={() => remove(project)}>删去这个项目</Button>}
      </div>
      {projects.length === 0 && <p className="quiet">还没有项目。{!disabled && '按“加一个项目”填写，或者在“预算”页导入文件。'}</p>}
      {project !== undefined && (
        <div key={at}>
          <Words project={project} change={change} disabled={disabled} />
          <Money project={project} change={change} disabled={disabled} />
          <Labelled label="绩效目标">
            <Paragraphs label="绩效目标" disabled={disabled} value={project.goals} onChange={(goals) => change({ goals })} />
          </Labelled>
          <Labelled label="绩效指标">
            <RowsEditor
              caption="绩效指标"
              rows={project.indicators}
              columns={indicatorColumns}
              blank={blankIndicator}
              disabled={disabled}
              onChange={(indicators) => change({ indicators })}
            />
          </Labelled>
          <h3>检查结果</h3>
          <FindingList findings={ofProject(at)} empty="这个项目没有发现问题。" />
        </div>
      )}
    </Part>
  )
}

interface PieceProps {
  readonly project: PlannedProject
  readonly change: (changes: Partial<PlannedProject>) => void
  readonly disabled: boolean
}

function Words({ project, change, disabled }: PieceProps) {
  const names = [
    ['name', '项目名称'],
    ['code', '项目编码'],
    ['unitCode', '单位编码'],
    ['unitName', '项目单位'],
    ['use', '资金用途'],
  ] as const
  return names.map(([name, label]) => (
    <Labelled key={name} label={label}>
      <TextCell label={label} disabled={disabled} value={project[name]} onChange={(value) => change({ [name]: value })} />
    </Labelled>
  ))
}

function Money({ project, change, disabled }: PieceProps) {
  const amounts = [
    ['total', '预算数'],
    ['fiscal', '财政资金'],
    ['other', '其他资金'],
  ] as const
  const percents = project.plan.length === 0 ? months.map((month) => ({ month, percent: null })) : project.plan
  return (
    <div className="figures">
      {amounts.map(([name, label]) => (
        <Labelled key={name} label={`${label}（万元）`}>
          <MoneyCell
            label={label}
            disabled={disabled}
            value={project.budget[name]}
            onChange={(value) => change({ budget: { ...project.budget, [name]: value } })}
          />
        </Labelled>
      ))}
      {percents.map(({ month, percent }) => (
        <Labelled key={month} label={`${month}月底累计（%）`}>
          <DecimalCell
            label={`${month}月底累计支出百分比`}
            disabled={disabled}
            value={percent}
            onChange={(value) => change({ plan: percents.map((one) => (one.month === month ? { ...one, percent: value } : one)) })}
          />
        </Labelled>
      ))}
    </div>
  )
}
