import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Finding } from '../../rules/disclosure/audit/finding.ts'
import { ruleTable } from '../../rules/disclosure/audit/rule-table.ts'
import { run } from './disclosure-audit.ts'

const path = new URL('../../tests/fixtures/disclosure/budget-2020.txt', import.meta.url).pathname
const lines = readFileSync(path, 'utf8').split('\n')

async function audit(...args: string[]): Promise<{ readonly status: number; readonly text: string }> {
  const output = new PassThrough()
  const chunks: Buffer[] = []
  output.on('data', (chunk: Buffer) => chunks.push(chunk))
  const status = await run(new PassThrough(), output, args)
  return { status, text: Buffer.concat(chunks).toString('utf8') }
}

let status: number
let findings: Finding[]
beforeAll(async () => {
  const answer = await audit(path, '--json')
  status = answer.status
  findings = JSON.parse(answer.text) as Finding[]
})

/** What a careful reader marks in the 2020 document, rule by rule: the lines. The three rules on every row are counted apart below. */
const judged: Readonly<Record<string, readonly number[]>> = {
  'ASSET-BLANK': [77, 81, 85, 89],
  'ASSET-VEHICLE': [85],
  'CODE-FUNC': [134],
  'CODE-NAME': [146, 158],
  'FIELD-CODE': [191, 197, 216, 228, 322, 416, 510, 604, 698, 792, 886, 980, 1074, 1168, 1262, 1356, 1450, 1544, 1638],
  'GOAL-COPY': [261, 355, 356, 449, 543, 637, 825, 919, 1013, 1296, 1577, 1671],
  'GOAL-DUP': [262, 450, 544, 638, 732, 826, 920, 1014, 1108, 1202, 1390, 1484, 1578, 1672],
  'GOAL-DUTY': [200, 202, 206, 208, 212, 214],
  'GOAL-IRREL': [261, 355, 449, 543, 637, 731, 1201, 1296, 1577],
  'GOAL-STOP': [1107, 1108, 1577, 1578],
  'GOAL-TRUNC': [261, 262, 449, 450, 543, 544],
  'INCOME-CARRYOVER': [42],
  'INCOME-WITHIN': [44],
  'IND-CAT': [
    289, 477, 564, 571, 585, 592, 599, 693, 787, 853, 867, 874, 881, 947, 975, 1034, 1048, 1163, 1243, 1250, 1257, 1309, 1344, 1351, 1431, 1445, 1605,
    1619, 1713,
  ],
  'IND-CEILING': [464],
  'IND-CONTRA': [478, 499],
  'IND-COST-MISSING': [272, 366, 460, 554, 648, 742, 836, 930, 1118, 1212, 1306, 1400, 1494, 1588, 1682],
  'IND-DIR': [868, 882, 1533],
  'IND-DIR-LIKELY': [1028],
  'IND-FIT': [275, 303, 491, 498, 557, 679, 773, 1337, 1525, 1612, 1626],
  'IND-IRREL': [275, 557, 564, 1591, 1605],
  'IND-MEASURE': [1034, 1598],
  'IND-OP': [311],
  'IND-SLOT': [1342],
  'IND-TYPE': [370, 565, 1592, 1606, 1613, 1620, 1627],
  'IND-UNIFORM': [370, 652, 746, 840, 934, 1028, 1122, 1310, 1498, 1592],
  'IND-UNIT': [471, 485, 492],
  'IND-UNIT-BARE': [499, 506],
  'IND-VAGUE': [
    376, 383, 397, 404, 651, 658, 665, 672, 745, 752, 759, 766, 839, 846, 860, 933, 940, 954, 961, 968, 975, 1027, 1041, 1055, 1062, 1121, 1128, 1135,
    1142, 1149, 1163, 1215, 1222, 1229, 1236, 1403, 1410, 1417, 1424, 1497, 1504, 1511, 1518, 1685, 1692, 1699, 1706,
  ],
  'IND-ZERO': [478],
  'NAME-FIELD': [65],
  'NAME-SIMILAR': [33],
  'NAME-TITLE': [416],
  'NAME-VARIANT': [48],
  'NUM-GAP': [57],
  'NUM-LEVEL': [217],
  'NUM-MISSING': [50, 53],
  'NUM-START': [1],
  'OPERATING-COST': [52],
  'PLAN-CUMUL': [351],
  'PLAN-LAST': [258, 540, 634, 728, 822, 916, 1104, 1198, 1292, 1386, 1480, 1574, 1668],
  'PLAN-SUM': [444, 1009],
  PRECISION: [48, 55, 60, 75, 95],
  'PROC-COVER': [423, 1269, 1551],
  'PROC-INCOMPLETE': [60],
  'SECTION-CHANGE': [48],
  'TABLE-NONE': [1],
  'TEMPLATE-PHRASE': [44],
  'TEMPLATE-RESIDUE': [41, 58],
  TYPO: [41, 167, 225, 340, 416, 665, 672, 1128, 1149, 1295, 1497, 1518],
  'UNIT-MONEY': [55],
  'USE-IS-GOAL': [904, 1092, 1656],
  'USE-IS-NAME': [622],
}

/** The indicator rows as the page shows them: six cells behind a blank line, below the head 一级指标. */
function indicatorRows(): { readonly line: number; readonly cells: readonly string[]; readonly project: number }[] {
  const found: { line: number; cells: string[]; project: number }[] = []
  let project = 0
  let inside = false
  for (let at = 0; at < lines.length; at++) {
    if (/^\d+、.*绩效目标表 TC/.test(lines[at]!)) [project, inside] = [project + 1, false]
    if (lines[at] === '\t一级指标') [inside, at] = [true, at + 5]
    else if (inside && lines[at]!.startsWith('\t')) {
      found.push({ line: at + 1, cells: lines.slice(at, at + 6).map((text) => text.trim()), project })
      at += 5
    }
  }
  return found
}

const linesOf = (rule: string): number[] => findings.filter((finding) => finding.rule === rule).map((finding) => finding.line)

describe('the audit of the 2020 document', () => {
  it('ends with status 1, because there are errors', () => expect(status).toBe(1))

  it('has the promised shape, in Chinese, in the order of the page, quoting what stands there', () => {
    const known = new Map(ruleTable.map((rule) => [rule.id, rule]))
    let last = 0
    for (const finding of findings) {
      expect(Object.keys(finding).sort()).toEqual(['certainty', 'line', 'message', 'quote', 'rule', 'severity'])
      expect(known.get(finding.rule)).toMatchObject({ severity: finding.severity, certainty: finding.certainty })
      expect(finding.line).toBeGreaterThanOrEqual(last)
      last = finding.line
      expect(lines[finding.line - 1]).toContain(finding.quote)
      expect(finding.message).toMatch(/\p{Script=Han}.*。$/u)
    }
  })

  it('finds what a careful reader finds, and nothing else', () => {
    const found: Record<string, number[]> = {}
    for (const { rule } of findings) if (!['IND-L3-BLANK', 'IND-BASIS-BLANK', 'IND-DUP'].includes(rule)) found[rule] = linesOf(rule)
    expect(found).toEqual(judged)
  })

  it('reports each of the 112 rows without a third level and without a basis', () => {
    const rows = indicatorRows()
    expect(rows).toHaveLength(112)
    expect(linesOf('IND-L3-BLANK')).toEqual(rows.filter(({ cells }) => cells[2] === '').map(({ line }) => line + 2))
    expect(linesOf('IND-BASIS-BLANK')).toEqual(rows.filter(({ cells }) => cells[5] === '').map(({ line }) => line + 5))
  })

  it('reports each row whose wording stands twice in its project', () => {
    const rows = indicatorRows()
    const twice = rows.filter((row) => rows.some((other) => other !== row && other.project === row.project && other.cells[3] === row.cells[3]))
    expect(linesOf('IND-DUP')).toEqual(twice.map(({ line }) => line + 3))
  })

  it('is quick: of the order of reading', async () => {
    const { sourceBlocks } = await import('../desks/disclosure/read-file.ts')
    const { readDisclosure } = await import('../../rules/disclosure/read/read-disclosure.ts')
    const { sourceLines } = await import('../../rules/disclosure/read/source-lines.ts')
    const { auditDisclosure } = await import('../../rules/disclosure/audit/audit-disclosure.ts')
    const blocks = await sourceBlocks(path)
    if (!blocks.ok) throw new Error(blocks.refusal.code)
    const input = { document: readDisclosure(blocks.value), lines: sourceLines(blocks.value) }
    const timed = (work: () => unknown): number => {
      const start = performance.now()
      work()
      return performance.now() - start
    }
    const pairs = Array.from({ length: 60 }, () => ({ read: timed(() => readDisclosure(blocks.value)), audit: timed(() => auditDisclosure(input)) }))
    const median = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1]!
    // Side by side, so that a busy machine slows both; a backtracking pattern would turn the scales a hundredfold.
    expect(median(pairs.map(({ audit }) => audit))).toBeLessThan(8 * median(pairs.map(({ read }) => read)))
  })
})

describe('disclosure audit', () => {
  it('prints for people, with a count at the end', async () => {
    const { text } = await audit(path)
    expect(text).toContain('第444行 错误（确定）PLAN-SUM：项目3资金支出计划')
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^共\d+条：错误\d+条，警告\d+条，提示\d+条。$/)
  })

  it('answers a missing file and a wrong call with status 2 and nothing on the output', async () => {
    expect(await audit('/nowhere/at-all.txt')).toEqual({ status: 2, text: '' })
    expect(await audit()).toEqual({ status: 2, text: '' })
    expect(await audit(path, path)).toEqual({ status: 2, text: '' })
  })
})
