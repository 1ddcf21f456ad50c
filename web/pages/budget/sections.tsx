import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'react-router'
import {
  type AsPublished,
  type Asset,
  type BudgetDocument,
  type FunctionCode,
  type Institution,
  type Purchase,
  publishedSections,
  type ThreePublic,
} from '../../../rules/budget/budget-document.ts'
import { MoneyCell, Paragraphs, TextCell } from './cells.tsx'
import { type RowColumn, RowsEditor } from './rows-editor.tsx'

export interface SectionProps {
  readonly budget: BudgetDocument
  readonly put: (changes: Partial<BudgetDocument>) => void
  readonly disabled: boolean
}

const text = (name: string, title: string) => ({ name, title, kind: 'text' }) as const
const money = (name: string, title: string) => ({ name, title, kind: 'money' }) as const
const institutionColumns = [
  text('name', '单位名称'),
  text('nature', '性质'),
  text('rank', '规格'),
  text('funding', '经费保障形式'),
] as readonly RowColumn<Institution>[]
const threePublicColumns = [
  { name: 'year', title: '年度', kind: 'year' },
  money('total', '合计'),
  money('abroad', '因公出国（境）费'),
  money('vehiclePurchase', '公务用车购置费'),
  money('vehicleRunning', '公务用车运行维护费'),
  money('reception', '公务接待费'),
] as readonly RowColumn<ThreePublic>[]
const purchaseColumns = [
  text('name', '采购项目'),
  text('item', '采购物品'),
  text('quantity', '数量'),
  money('amount', '金额（万元）'),
] as readonly RowColumn<Purchase>[]
const assetColumns = [
  text('name', '项目'),
  { name: 'quantity', title: '数量', kind: 'decimal' },
  money('value', '价值（万元）'),
] as readonly RowColumn<Asset>[]
const codeColumns = [text('code', '功能编码'), text('name', '功能名称'), text('note', '名词解释')] as readonly RowColumn<FunctionCode>[]

const totalWords = [
  ['income', '收入'],
  ['expenditure', '支出'],
  ['basic', '基本支出'],
  ['personnel', '人员经费'],
  ['publicFunds', '公用经费'],
  ['project', '项目支出'],
] as const

const passageWords: Readonly<Record<(typeof publishedSections)[number], string>> = {
  overview: '收支总体情况',
  income: '收入说明',
  expenditure: '支出说明',
  operatingCost: '机关运行经费',
  threePublic: '“三公”经费',
  procurement: '政府采购',
  procurementTold: '政府采购',
}

type RowSection = 'institutions' | 'threePublic' | 'procurement' | 'assets' | 'functionCodes'
type Row<Name extends RowSection> = BudgetDocument[Name][number]

/** Everything of the document except projects and public tables, section by section as it is printed. */
export function Sections({ budget, put, disabled }: SectionProps) {
  const { texts, asPublished = {} } = budget
  const { hash } = useLocation()
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView()
  }, [hash])
  const passages = publishedSections.filter((section) => asPublished[section] !== undefined)
  const withoutPassage = (section: keyof AsPublished): AsPublished =>
    Object.fromEntries(Object.entries(asPublished).filter(([name]) => name !== section))
  const say = (name: 'change' | 'operatingCost' | 'threePublicReason' | 'procurement' | 'assetDate' | 'assets', label: string) => (
    <Labelled label={label}>
      <TextCell label={label} disabled={disabled} value={texts[name]} onChange={(value) => put({ texts: { ...texts, [name]: value } })} />
    </Labelled>
  )
  const rows = <Name extends RowSection>(name: Name, caption: string, columns: readonly RowColumn<Row<Name>>[], blank: Row<Name>) => (
    <RowsEditor<Row<Name>>
      caption={caption}
      rows={budget[name] as readonly Row<Name>[]}
      columns={columns}
      blank={blank}
      disabled={disabled}
      onChange={(value) => put({ [name]: value })}
    />
  )
  const paragraphs = (name: 'duties' | 'terms' | 'other', label: string) => (
    <Paragraphs label={label} disabled={disabled} value={texts[name]} onChange={(value) => put({ texts: { ...texts, [name]: value } })} />
  )
  return (
    <>
      {passages.length > 0 && (
        <Part title="照原样公开的段落" id="asPublished">
          <p className="quiet block">这几节照原文件公开，差错也照原样。改用统一表述后，由系统按下面的数字成文。</p>
          {passages.map((section) => (
            <Labelled key={section} label={passageWords[section]}>
              <Paragraphs
                label={`原文${passageWords[section]}`}
                disabled={disabled}
                value={asPublished[section]!}
                onChange={(value) => put({ asPublished: { ...asPublished, [section]: value } })}
              />{' '}
              {!disabled && (
                <Button size="small" onClick={() => put({ asPublished: withoutPassage(section) })}>
                  这一节改用统一表述
                </Button>
              )}
            </Labelled>
          ))}
        </Part>
      )}
      <Part title="部门和单位" id="document">
        <Labelled label="部门名称">
          <TextCell
            label="部门名称"
            disabled={disabled}
            value={budget.document.department}
            onChange={(department) => put({ document: { ...budget.document, department } })}
          />
        </Labelled>
        <Labelled label="单位编码">
          <Paragraphs
            label="单位编码"
            add="加一个单位编码"
            disabled={disabled}
            value={budget.document.unitCodes}
            onChange={(unitCodes) => put({ document: { ...budget.document, unitCodes } })}
          />
        </Labelled>
      </Part>
      <Part title="部门职责" id="texts">
        {paragraphs('duties', '部门职责')}
      </Part>
      <Part title="机构设置" id="institutions">
        {rows('institutions', '机构设置', institutionColumns, { name: null, nature: null, rank: null, funding: null })}
      </Part>
      <Part title="收支（万元）" id="totals">
        <div className="figures">
          {totalWords.map(([name, label]) => (
            <Labelled key={name} label={label}>
              <MoneyCell
                label={label}
                disabled={disabled}
                value={budget.totals[name]}
                onChange={(value) => put({ totals: { ...budget.totals, [name]: value } })}
              />
            </Labelled>
          ))}
          <Labelled label="机关运行经费">
            <MoneyCell label="机关运行经费" disabled={disabled} value={budget.operatingCost} onChange={(operatingCost) => put({ operatingCost })} />
          </Labelled>
        </div>
        {say('change', '收支比上年增减变化的原因')}
        {say('operatingCost', '机关运行经费用于什么（例如：包括办公费、印刷费……）')}
      </Part>
      <Part title="“三公”经费（万元）" id="threePublic">
        {rows('threePublic', '“三公”经费', threePublicColumns, {
          year: null,
          total: null,
          abroad: null,
          vehiclePurchase: null,
          vehicleRunning: null,
          reception: null,
        })}
        {say('threePublicReason', '增减变化的原因')}
      </Part>
      <Part title="政府采购" id="procurement">
        {rows('procurement', '政府采购', purchaseColumns, { name: null, item: null, quantity: null, amount: null })}
        {say('procurement', '说明（没有政府采购的写明没有）')}
      </Part>
      <Part title="国有资产" id="assets">
        {say('assetDate', '截至日期')}
        {rows('assets', '国有资产', assetColumns, { name: null, quantity: null, value: null })}
        {say('assets', '说明')}
      </Part>
      <Part title="名词解释">{paragraphs('terms', '名词解释')}</Part>
      <Part title="功能分类科目" id="functionCodes">
        {rows('functionCodes', '功能分类科目', codeColumns, { code: null, name: null, note: null })}
      </Part>
      <Part title="部门绩效目标" id="departmentGoals">
        <Paragraphs
          label="部门绩效目标"
          disabled={disabled}
          value={budget.departmentGoals}
          onChange={(departmentGoals) => put({ departmentGoals })}
        />
      </Part>
      <Part title="保障措施" id="safeguards">
        <Paragraphs label="保障措施" disabled={disabled} value={budget.safeguards} onChange={(safeguards) => put({ safeguards })} />
      </Part>
      <Part title="其他需要说明的事项">{paragraphs('other', '其他事项')}</Part>
    </>
  )
}

export function Part({ title, id, children }: { readonly title: string; readonly id?: string; readonly children: ReactNode }) {
  return (
    <section className="panel" {...(id === undefined ? {} : { id })}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

export function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="block">
      <div className="quiet">{label}</div>
      {children}
    </div>
  )
}
