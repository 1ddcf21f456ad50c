import { anchor, type DocumentFacts } from './document-facts.ts'
import { textOf } from './leaves.ts'
import { PUBLIC_TABLES, type PublicTable } from './public-tables.ts'
import { SECTION_NAMES, type SectionName } from './sections.ts'
import { BUDGET_LAW_14, type DocumentRule, PUBLICATION_RULES } from './rule.ts'

/** A document that explains a budget as a whole, not a form or an annex. */
const isWhole = ({ sections }: DocumentFacts): boolean => sections.size >= 5

const BY_LAW: ReadonlySet<SectionName> = new Set<SectionName>(['机关运行经费'])

const absent =
  (byLaw: boolean): DocumentRule['check'] =>
  (facts, report) => {
    if (!isWhole(facts)) return
    const { place, quote } = anchor(facts, /公开情况说明|部门预算|部门决算/)
    for (const name of SECTION_NAMES) if (BY_LAW.has(name) === byLaw && !facts.sections.has(name)) report(place, quote, `全文没有说明${name}`)
  }

const demandedByLaw: DocumentRule = {
  id: 'SECTION-LAW',
  demands: '部门预决算说明机关运行经费的安排、使用情况',
  source: BUDGET_LAW_14,
  severity: 'error',
  certainty: 'certain',
  satisfy: '补写这一部分，没有安排的写明没有',
  check: absent(true),
}

const missing: DocumentRule = {
  id: 'SECTION-MISSING',
  demands: '公开说明包括部门职责、机构设置、收支总体情况、“三公”经费、政府采购、国有资产、绩效和名词解释',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '补写这一部分，没有安排的写明没有',
  check: absent(false),
}

const change: DocumentRule = {
  id: 'SECTION-CHANGE',
  demands: '说明收支比上年的增减变化和原因',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '在收支说明中写明比上年增减多少、为什么',
  check(facts, report) {
    if (facts.document.totals.expenditure?.value == null || !isWhole(facts)) return
    const told = facts.telling.flows.some(
      ({ text }) =>
        /收入|支出|收支/.test(text) &&
        /增加|减少|增长|下降|持平|增减|相同|无变化|变动/.test(text) &&
        !/三公|用车|接待/.test(text) &&
        /\d|持平|无/.test(text),
    )
    const { expenditure } = facts.document.totals
    if (!told) report(expenditure!.place, expenditure!.raw.trim(), '收支说明没有与上年比较')
  },
}

const missingTables = (found: ReadonlySet<PublicTable>): string[] => PUBLIC_TABLES.filter(([kind]) => !found.has(kind)).map(([, name]) => name)

const tableMissing: DocumentRule = {
  id: 'TABLE-MISSING',
  demands: '九张公开表齐全，空表也要列出',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '补上该表；没有数据的列空表并注明',
  check(facts, report) {
    const found = facts.tableKinds
    if (found.size < 4) return
    const { place, quote } = anchor(facts, /表$/)
    for (const name of missingTables(found)) report(place, quote, `没有${name}`)
  },
}

const noTables: DocumentRule = {
  id: 'TABLE-NONE',
  demands: '公开说明附有九张公开表',
  source: PUBLICATION_RULES,
  severity: 'info',
  certainty: 'judgement',
  satisfy: '确认九张表在同一栏目的其他文件中公开，空表注明没有数据',
  check(facts, report) {
    const found = facts.tableKinds
    if (found.size >= 4 || !isWhole(facts)) return
    const { place, quote } = anchor(facts, /公开情况说明|部门预算|部门决算/)
    report(place, quote, `本文件中没有${missingTables(found).join('、')}`)
  },
}

const emptyTable: DocumentRule = {
  id: 'TABLE-EMPTY-NOTE',
  demands: '空表注明没有数据',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '在表下注明“本部门没有此项支出，故本表为空”',
  check({ document, lines }, report) {
    for (const table of document.tables) {
      const title = textOf(table.title)
      const about = /政府性基金|国有资本经营|三公/.exec(title)?.[0]
      if (!about || !table.title || table.rows.some((row) => row.some((cell) => /\d/.test(cell.raw) || /无|没有/.test(cell.raw)))) continue
      const noted =
        lines.some(({ text }) => text.includes(about) && /无|没有|未|空表|不涉及/.test(text)) ||
        lines.some(({ text }) => /本表(?:无数据|为空)|空表/.test(text))
      if (!noted) report(table.title.place, title, `“${title}”是空表，没有注明`)
    }
  },
}

export const sectionRules: readonly DocumentRule[] = [demandedByLaw, missing, change, tableMissing, noTables, emptyTable]
