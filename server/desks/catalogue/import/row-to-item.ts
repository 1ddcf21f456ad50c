import { createHash } from 'node:crypto'
import { applicantWords, procedureWords } from '../../../../contract/catalogue-words.ts'
import { type Finding, doubt, wrong } from '../../../../rules/service-item/finding.ts'
import type { ApplicantKind, Material, ServiceItem } from '../../../../rules/service-item/item.ts'
import { daysToShare } from '../../../../rules/service-item/step-days.ts'
import { validateItem } from '../../../../rules/service-item/validate.ts'
import { periodWords } from '../../../../rules/time/period-words.ts'
import { checkCodes, type CodeFault } from './check-codes.ts'
import { importedForm, importedSteps } from './imported-parts.ts'
import type { Mapping, TargetField } from './mapping.ts'
import { type DaysRead, readBasis, readDays, readYesNo, splitCell } from './read-cells.ts'
import type { SourceRow } from './read-rows.ts'

/** What came of one row. A refused row has no item; a doubted one becomes a draft with its doubts told. */
export interface RowOutcome {
  readonly line: number
  readonly name: string
  /** 实施编码 as the file has it; empty where it has none. */
  readonly writtenCode: string
  readonly item?: ServiceItem
  readonly findings: readonly Finding[]
  readonly codeFaults: readonly CodeFault[]
}

const oddityWords: Readonly<Record<string, string>> = {
  'too-few-cells': '这一行的列数比表头少，可能缺少单元格。',
  'too-many-cells': '这一行的列数比表头多，可能有没加引号的逗号。',
  garbled: '这一行有乱码字符，文件的编码可能不一致。',
}

/** Makes a draft item of one row through the mapping. Nothing is guessed in silence: whatever was supplied, changed or left open is a finding. */
export function itemOfRow(row: SourceRow, mapping: Mapping): RowOutcome {
  const findings: Finding[] = row.oddities.map((oddity) => doubt('', `row-${oddity}`, oddityWords[oddity] ?? oddity))
  const cell = (field: TargetField): string => {
    const source = mapping.columns[field]
    const raw = source ? (row.cells[plainColumn(source.column)] ?? '') : ''
    const text = raw === '' ? (mapping.defaults[field] ?? '') : (source?.values?.[raw] ?? raw)
    return text.trim()
  }
  const name = cell('name').replace(/\s+/g, '')
  const { codes, faults } = checkCodes({
    implementationCode: cell('implementationCode'),
    basicCode: cell('basicCode'),
    implementingBodyCode: cell('implementingBodyCode'),
  })
  const writtenCode = cell('implementationCode')
  const end = (item?: ServiceItem): RowOutcome => ({ line: row.line, name, writtenCode, ...(item ? { item } : {}), findings, codeFaults: faults })
  if (name === '') findings.push(wrong('name', 'row-without-name', '没有事项名称。'))
  const procedure = procedureOf(cell('procedure'))
  if (procedure === undefined)
    findings.push(
      wrong('procedure', 'row-procedure-unknown', `事项类型“${cell('procedure')}”没有对应的办理程序，请在映射文件 columns.procedure.values 中写明。`),
    )
  const limits = limitsOf(row, mapping, cell, procedure ?? 'permit', findings)
  if (findings.some((finding) => finding.severity === 'error') || procedure === undefined || limits === undefined) return end()

  const text = (field: TargetField, path: string, otherwise: string): string => {
    const value = cell(field)
    if (value === '' && mapping.columns[field] !== undefined)
      findings.push(doubt(path, 'row-cell-empty', `“${mapping.columns[field].column}”是空的，暂填“${otherwise}”。`))
    return clean(value === '' ? otherwise : value, 120)
  }
  const item: ServiceItem = {
    code: codeFor(codes.handlingCode, name, cell('implementingBodyCode')),
    version: 1,
    name: clean(name, 120),
    aliases: [...new Set(splitCell(cell('aliases'), mapping.separators.aliases ?? '、').map((alias) => clean(alias, 30)))].filter(
      (alias) => alias !== name,
    ),
    field: clean(text('field', 'field', '未分类'), 20),
    procedure,
    basicCode: codes.basicCode,
    implementationCode: codes.implementationCode,
    institution: text('institution', 'institution', mapping.defaults.institution ?? ''),
    office: officeOf(text('office', 'office', mapping.defaults.office ?? ''), mapping, findings),
    basis: basisOf(cell('basis'), findings),
    applicants: applicantsOf(cell('applicants'), findings),
    conditions: conditionsOf(cell('conditions'), mapping, findings),
    eligibility: [],
    materials: materialsOf(cell('materials'), mapping, findings),
    form: importedForm,
    limits,
    fee: feeOf(cell, findings),
    steps: importedSteps(procedure, daysToShare({ limits })),
    separation: procedure !== 'filing',
    result: { certificate: cell('result') === '' ? null : clean(cell('result'), 120), validMonths: null },
    hearing: { announced: false, interestedParties: false },
    shortfall: null,
    visits: visitsOf(cell('visits'), findings),
    guide: {
      place: text('place', 'guide.place', '待补充'),
      hours: text('hours', 'guide.hours', '待补充'),
      phone: text('phone', 'guide.phone', '待补充'),
      complaintPhone: text('complaintPhone', 'guide.complaintPhone', '12345'),
      questions: [],
    },
  }
  findings.push(
    doubt('form', 'import-template-form', '表单用的是通用模板，请按事项补充问题。'),
    doubt('steps', 'import-template-steps', '办理环节、审查要点用的是通用模板，请按事项修改。'),
  )
  for (const finding of validateItem(item)) {
    if (finding.rule.startsWith('shape-')) findings.push(finding)
    else if (finding.rule !== 'basis-unverified' && finding.rule !== 'aliases-none') findings.push({ ...finding, severity: 'doubt' })
  }
  return end(findings.some((finding) => finding.severity === 'error') ? undefined : item)
}

export const plainColumn = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '')

const clean = (text: string, most: number): string => [...text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()].slice(0, most).join('').trim()

/** An office is named by its id; a name that the mapping does not turn into one is reported and the default taken. */
function officeOf(word: string, mapping: Mapping, findings: Finding[]): string {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(word) || mapping.defaults.office === undefined) return word
  findings.push(
    doubt(
      'office',
      'row-office-unknown',
      `承办科室“${word}”没有对应的科室代号，暂归“${mapping.defaults.office}”；可在映射文件 columns.office.values 中写明。`,
    ),
  )
  return mapping.defaults.office
}

/** Stable over repeated imports: by the official code where there is a sound one, else by name and implementing body. */
function codeFor(officialCode: string | null, name: string, body: string): string {
  if (officialCode !== null) return `imported-${officialCode.toLowerCase()}`
  return `imported-${createHash('sha256').update(`${name}\n${body}`).digest('hex').slice(0, 24)}`
}

function procedureOf(word: string): ServiceItem['procedure'] | undefined {
  if (word === 'permit' || word === 'registration' || word === 'filing') return word
  return (Object.entries(procedureWords) as [ServiceItem['procedure'], string][]).find(([, own]) => own === word)?.[0]
}

function limitsOf(
  row: SourceRow,
  mapping: Mapping,
  cell: (field: TargetField) => string,
  procedure: ServiceItem['procedure'],
  findings: Finding[],
): ServiceItem['limits'] | undefined {
  const startEvent = procedure === 'filing' ? 'received' : 'accepted'
  const read = (field: 'statutoryDays' | 'promisedDays'): DaysRead | undefined => {
    const unit = mapping.columns[field]?.unit
    const days = readDays(cell(field), unit === undefined ? '' : (row.cells[plainColumn(unit)] ?? ''))
    if (days === undefined && cell(field) !== '')
      findings.push(doubt(`limits.${field === 'statutoryDays' ? 'statutory' : 'promised'}`, 'row-days-unreadable', `“${cell(field)}”读不出天数。`))
    return days
  }
  const [statutory, promised] = [read('statutoryDays'), read('promisedDays')]
  if (!statutory && !promised) {
    findings.push(wrong('limits', 'row-without-limit', '法定时限和承诺时限都读不出来。'))
    return undefined
  }
  if (!statutory) findings.push(doubt('limits.statutory', 'row-statutory-missing', '没有法定时限，暂按承诺时限填写。'))
  if (!promised) findings.push(doubt('limits.promised', 'row-promised-missing', '没有承诺时限，暂按法定时限填写。'))
  const [law, own] = [statutory ?? promised!, promised ?? statutory!]
  const typeOf = (days: DaysRead) => {
    if (days.dayType === undefined && days.days > 0) findings.push(doubt('limits', 'row-day-type-assumed', '没有写明工作日还是自然日，暂按工作日。'))
    return days.dayType ?? 'workday'
  }
  const dayType = typeOf(law)
  const absurd = [law, own].find(({ days, dayType: type }) => days > (type === 'month' ? 24 : 365))
  if (absurd) {
    findings.push(wrong('limits', 'row-days-absurd', `时限${periodWords({ dayType: 'calendar', ...absurd })}太长，不像是办理时限。`))
    return undefined
  }
  return {
    statutory: { days: law.days, dayType, startEvent, article: '待核' },
    promised: { days: own.days, dayType: own.days === 0 ? dayType : own === law ? dayType : typeOf(own), startEvent, article: '承诺' },
    extension: null,
    excluded: [],
  }
}

function basisOf(text: string, findings: Finding[]): ServiceItem['basis'] {
  const read = readBasis(text)
  if (text !== '' && read.length === 0) findings.push(doubt('basis', 'row-basis-unreadable', '设定依据里找不到“《法律法规名称》第几条”，请补充。'))
  return read.slice(0, 20).map(({ law, article, text: said }) => ({
    law: clean(law, 120),
    article,
    text: clean(`来源系统所载，待核${said === '' ? '' : `。${said.replace(/[“”「」『』"]/g, '').replace(/规定[：:]/g, '规定，')}`}`, 1000),
    status: 'recalled',
  }))
}

const applicantNames: Readonly<Record<string, ApplicantKind>> = {
  ...Object.fromEntries(Object.entries(applicantWords).map(([kind, word]) => [word, kind as ApplicantKind])),
  个人: 'natural-person',
  公民: 'natural-person',
  企业法人: 'enterprise',
  法人: 'enterprise',
  个体工商户: 'enterprise',
  事业法人: 'public-institution',
  社会组织法人: 'social-organisation',
  机关: 'administrative-organ',
  非法人企业: 'other-organisation',
}

function applicantsOf(text: string, findings: Finding[]): readonly ApplicantKind[] {
  const kinds = new Set<ApplicantKind>()
  for (const word of text.split(/[、,，;；|/\s]+/).filter((part) => part !== '')) {
    const kind = applicantNames[word]
    if (kind) kinds.add(kind)
    else findings.push(doubt('applicants', 'row-applicant-unknown', `不认识服务对象“${word}”，没有采用。`))
  }
  if (kinds.size > 0) return [...kinds]
  findings.push(doubt('applicants', 'row-applicants-missing', '没有服务对象，暂填自然人和企业。'))
  return ['natural-person', 'enterprise']
}

function conditionsOf(text: string, mapping: Mapping, findings: Finding[]): readonly string[] {
  const conditions = splitCell(text, mapping.separators.conditions).map((one) => clean(one, 500))
  if (conditions.length > 0) return conditions
  findings.push(doubt('conditions', 'row-conditions-missing', '没有受理条件。'))
  return ['待补充']
}

/** Sentences like 营业执照（复印件2份，必要） are read for copies and need; otherwise one original. */
function materialsOf(text: string, mapping: Mapping, findings: Finding[]): readonly Material[] {
  const names = [...new Set(splitCell(text, mapping.separators.materials))]
  if (names.length === 0) {
    findings.push(doubt('materials', 'row-materials-missing', '没有申请材料，暂填申请书。'))
    names.push('申请书')
  }
  return names.slice(0, 60).map((name, i) => {
    const copies = /复印件[^0-9]{0,3}(\d{1,2})\s*份/.exec(name)
    const originals = /原件[^0-9]{0,3}(\d{1,2})\s*份/.exec(name)
    return {
      id: `material-${i + 1}`,
      name: clean(name, 120),
      form: /电子/.test(name) ? 'electronic' : 'either',
      originals: originals ? Number(originals[1]) : copies ? 0 : 1,
      copies: copies ? Number(copies[1]) : 0,
      necessary: !/非必要|可选|如有/.test(name),
      source: 'applicant',
      maySupplyLater: false,
      acceptance: '待补充',
    }
  })
}

function feeOf(cell: (field: TargetField) => string, findings: Finding[]): ServiceItem['fee'] {
  const charged = readYesNo(cell('fee'))
  if (charged === undefined && cell('fee') !== '') findings.push(doubt('fee', 'row-fee-unclear', `是否收费写的是“${cell('fee')}”，暂按不收费。`))
  if (charged !== true) return { charged: false }
  if (cell('feeBasis') === '') findings.push(doubt('fee.basis', 'row-fee-without-basis', '写明收费，却没有收费依据。'))
  return { charged: true, standard: clean(cell('feeStandard') || '待补充', 500), basis: clean(cell('feeBasis') || '待补充', 120) }
}

function visitsOf(text: string, findings: Finding[]): number {
  const visits = /^(\d{1,2})次?$/.exec(text.normalize('NFKC'))
  if (visits && Number(visits[1]) <= 10) return Number(visits[1])
  if (text !== '') findings.push(doubt('visits', 'row-visits-unreadable', `到现场次数“${text}”读不出来，暂填 1 次。`))
  return 1
}
