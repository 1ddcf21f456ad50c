import { anchor, type DocumentFacts } from './document-facts.ts'
import { textOf } from './leaves.ts'
import { PUBLIC_TABLES, publicTable, type PublicTable } from './public-tables.ts'
import { BUDGET_LAW_14, type DocumentRule, PUBLICATION_RULES } from './rule.ts'

interface Section {
  readonly name: string
  readonly words: RegExp
}

const SECTIONS: readonly Section[] = [
  { name: '部门职责', words: /职责|职能/ },
  { name: '机构设置', words: /机构设置|单位构成|机构情况|机构构成|预算单位/ },
  { name: '收支总体情况', words: /收支|收入说明|支出说明|收入预算|支出预算|收入支出|总体情况|收入决算/ },
  { name: '机关运行经费', words: /机关运行经费/ },
  { name: '“三公”经费', words: /三公/ },
  { name: '政府采购', words: /政府采购/ },
  { name: '国有资产', words: /国有资产|固定资产|资产占用/ },
  { name: '名词解释', words: /名词解释|专业名词|名词说明/ },
  { name: '绩效', words: /绩效/ },
]

/** A heading, or a sentence that says something of it (a figure, or that there is none). A definition alone does not tell the public anything. */
function speaksOf(text: string, words: RegExp): boolean {
  const tight = text.trim()
  const at = tight.search(words)
  if (at < 0) return false
  const behind = tight.replace(/^[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]/, '')
  if (/[：:](?:是?指|纳入|反映)/.test(behind)) return false
  return tight.length <= 45 || /\d|无|没有|未|不涉及/.test(behind)
}

function covered({ lines }: DocumentFacts): Section[] {
  return SECTIONS.filter(({ words }) => lines.some(({ text }) => words.test(text) && speaksOf(text, words)))
}

/** A document that explains a budget as a whole, not a form or an annex. */
const isWholeDocument = (present: readonly Section[]): boolean => present.length >= 5

const missing: DocumentRule = {
  id: 'SECTION-MISSING',
  demands: '部门预决算公开说明部门职责、机构设置、收支总体情况、机关运行经费、“三公”经费、政府采购、国有资产、绩效和名词解释',
  source: { text: `${BUDGET_LAW_14.text}；${PUBLICATION_RULES.text}`, basis: 'recalled' },
  severity: 'error',
  certainty: 'certain',
  satisfy: '补写这一部分，没有安排的写明没有',
  check(facts, report) {
    const present = covered(facts)
    if (!isWholeDocument(present)) return
    const { place, quote } = anchor(facts, /公开情况说明|部门预算|部门决算/)
    for (const section of SECTIONS) if (!present.includes(section)) report(place, quote, `全文没有说明${section.name}`)
  },
}

const change: DocumentRule = {
  id: 'SECTION-CHANGE',
  demands: '说明收支比上年的增减变化和原因',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '在收支说明中写明比上年增减多少、为什么',
  check(facts, report) {
    if (facts.document.totals.expenditure?.value == null || !isWholeDocument(covered(facts))) return
    const told = facts.lines.some(
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

/** Titles of tables: a table's own title, or a short line that ends in 表. */
function tableTitles({ document, lines }: DocumentFacts): string[] {
  const titles = document.tables.map((table) => textOf(table.title))
  for (const { text } of lines) {
    const tight = text.trim()
    if (tight.length <= 40 && /表(?:[（(].{0,12}[）)])?$/.test(tight)) titles.push(tight)
  }
  return titles
}

const present = (facts: DocumentFacts): Set<PublicTable> => new Set(tableTitles(facts).flatMap((title) => publicTable(title) ?? []))

const missingTables = (found: ReadonlySet<PublicTable>): string[] => PUBLIC_TABLES.filter(([kind]) => !found.has(kind)).map(([, name]) => name)

const tableMissing: DocumentRule = {
  id: 'TABLE-MISSING',
  demands: '九张公开表齐全，空表也要列出',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '补上该表；没有数据的列空表并注明',
  check(facts, report) {
    const found = present(facts)
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
    const found = present(facts)
    if (found.size >= 4 || !isWholeDocument(covered(facts))) return
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

export const sectionRules: readonly DocumentRule[] = [missing, change, tableMissing, noTables, emptyTable]
