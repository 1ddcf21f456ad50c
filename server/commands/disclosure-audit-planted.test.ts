import { expect, test } from 'vitest'
import { accountCodes } from '../../data/account-codes/load-account-codes.ts'
import { auditDisclosure } from '../../rules/disclosure/audit/audit-disclosure.ts'
import type { Finding } from '../../rules/disclosure/audit/finding.ts'
import { readDisclosure } from '../../rules/disclosure/read/read-disclosure.ts'
import { sourceLines } from '../../rules/disclosure/read/source-lines.ts'
import { sourceBlocks } from '../desks/disclosure/public.ts'
import { oddSoundTexts } from './testing/odd-sound-texts.ts'

async function errors(text: string): Promise<Finding[]> {
  const blocks = await sourceBlocks(Buffer.from(text))
  if (!blocks.ok) throw new Error(blocks.refusal.code)
  const found = auditDisclosure({ document: readDisclosure(blocks.value), lines: sourceLines(blocks.value), accountCodes })
  return found.filter(({ severity }) => severity === 'error')
}

test.each(Object.entries(oddSoundTexts))('a sound document of an unusual look has no error: %s', async (_, text) => {
  expect(await errors(text)).toEqual([])
})

test.each([
  ['inYuan', '支出预算为12,345,600.00元', '支出预算为12,345,700.00元', 'SUM-INCOME-EXPENDITURE'],
  ['inYuan', '公用经费1,000,000.00元', '公用经费1,000,100.00元', 'SUM-PERSONNEL-PUBLIC'],
  ['inYuan', '公务接待费2,500.00元', '公务接待费3,500.00元', 'SUM-THREE-PUBLIC'],
  ['rounded', '减少1.67万元，下降33.4%', '减少1.67万元，增长33.4%', 'YOY-DIRECTION'],
  ['withTables', '207\t文化旅游体育与传媒支出\t80.0', '207\t文化旅游体育与传媒支出\t81.0', 'TABLE-ROW'],
  ['projectForm', '年度资金总额：\t30.00', '年度资金总额：\t35.00', 'SUM-PROJECT'],
  ['projectForm', '办事群众满意度\t≥95%', '办事群众投诉率\t≥95%', 'IND-DIR'],
  ['projectForm', '更新自助终端数量\t=10台', '更新自助终端数量\t=10%', 'IND-TYPE'],
  ['selfEvaluation', '\t100\t97.5', '\t100\t98.5', 'SCORE-SUM'],
  ['selfEvaluation', '\t10\t75.00%\t7.5', '\t10\t85.00%\t7.5', 'EXECUTION-RATE'],
] as const)('in %s, “%s” made “%s” is found where it stands', async (name, from, to, rule) => {
  const text = oddSoundTexts[name].replace(from, to)
  expect(text).not.toBe(oddSoundTexts[name])
  const line = text.slice(0, text.indexOf(to)).split('\n').length
  expect((await errors(text)).map((finding) => `${finding.rule} ${finding.line}`)).toContain(`${rule} ${line}`)
})
