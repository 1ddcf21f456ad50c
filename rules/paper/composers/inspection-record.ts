import type { Composer } from '../composer.ts'
import type { InspectionFacts } from '../facts/reviewing-facts.ts'
import { spokenDate } from '../wording.ts'

/** 现场核查笔录 (行政许可法 第三十四条第三款): at least two inspectors, both named, and room for all to sign. */
export const inspectionRecordComposer: Composer<InspectionFacts> = {
  told: () => undefined,
  places: {
    conclusion: (facts) => (facts.conforms ? '现场情况符合要求' : '现场情况不符合要求'),
    remarks: (facts) => facts.remarks,
  },
  blocks: {
    particulars: (facts) => ({
      fields: [
        { label: '办件编号', value: facts.case.number },
        { label: '核查事项', value: facts.case.itemName },
        { label: '申请人', value: facts.case.applicant.name },
        { label: '核查地点', value: facts.place },
        { label: '核查时间', value: spokenDate(facts.on) + (facts.hours === undefined ? '' : `${facts.hours.from}至${facts.hours.to}`) },
        {
          label: '核查人员',
          value: facts.inspectors.map(({ name, licence }) => (licence === undefined ? name : `${name}（证件号：${licence}）`)).join('、'),
        },
        { label: '在场人员', value: facts.present.length === 0 ? '无' : facts.present.map(({ name, role }) => `${name}（${role}）`).join('、') },
      ],
    }),
    findings: (facts) => ({
      table: {
        head: ['序号', '核查内容', '核查情况', '是否符合'],
        rows: facts.findings.map(({ point, found, conforms }, index) => [String(index + 1), point, found, conforms ? '符合' : '不符合']),
        widths: [2, 9, 11, 3],
      },
    }),
    signatures: (facts) => ({
      signatures: [...facts.inspectors.map((_, index) => `核查人员${index + 1}（签名）：`), '申请人或者其代表（签名）：', '其他在场人员（签名）：'],
    }),
  },
  conditions: {
    rightsTold: (facts) => facts.rightsTold,
    hasFindings: (facts) => facts.findings.length > 0,
  },
  required: ['particulars', 'conclusion', 'signatures'],
  unsealed: true,
}
