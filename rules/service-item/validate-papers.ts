import { doubt, type Finding, wrong } from './finding.ts'
import type { ServiceItem } from './item.ts'

/** 优化营商环境条例 and 行政许可法 31: an applicant must be able to know every paper beforehand, so a list may not end in a sack. */
const vague =
  /其他(相关|有关|必要|需要|证明)?(的)?(申请)?(材料|资料|文件|证件)|其它|等(相关|有关|其他)?(材料|资料|文件|证明)|(规定|要求|需要|认为必要)的(其他)?(材料|资料|文件)|(相关|有关)(证明)?(材料|资料|文件)|视情况|必要时提供|兜底/

/** A recalled basis is a gist in our words: no quotation marks round a clause, no words of a clause introduced as such. */
const quoting = /[“「『"].{12,}[”」』"]|(规定|原文)[：:]/

/** Basis present and honestly marked; materials countable, sourced, not vague; aliases not idle. */
export function paperFindings(item: ServiceItem): readonly Finding[] {
  const findings: Finding[] = []
  if (item.basis.length === 0) findings.push(wrong('basis', 'basis-missing', '没有设定依据。没有法律、法规依据的事项不得办理。'))
  item.basis.forEach((basis, i) => {
    if (!/第[零一二三四五六七八九十百]+条|第\d+条|附件|目录|附录/.test(basis.article))
      findings.push(wrong(`basis[${i}].article`, 'basis-article', `应写明条款，如“第十二条”，现为“${basis.article}”。`))
    if (basis.status === 'recalled' && quoting.test(basis.text))
      findings.push(wrong(`basis[${i}].text`, 'basis-quoted', '依据尚待核对，只能写大意，不得当作原文引用。'))
    if (basis.status === 'recalled') findings.push(doubt(`basis[${i}].status`, 'basis-unverified', `《${basis.law}》${basis.article}的内容待核。`))
  })
  item.materials.forEach((material, i) => {
    const path = `materials[${i}]`
    for (const key of ['name', 'notes'] as const)
      if (material[key] !== undefined && vague.test(material[key]))
        findings.push(wrong(`${path}.${key}`, 'material-vague', `“${material[key]}”说法含糊，申请人无法事先准备，应逐项列明。`))
    if (material.originals + material.copies === 0) findings.push(wrong(path, 'material-count-zero', `“${material.name}”的原件和复印件都是 0 份。`))
    if (material.source !== 'applicant' && material.issuer === undefined)
      findings.push(wrong(`${path}.issuer`, 'material-issuer-missing', `“${material.name}”不是申请人自备的，应写明出具机构。`))
  })
  if (item.shortfall && !item.materials.some((material) => material.maySupplyLater))
    findings.push(wrong('shortfall', 'shortfall-without-material', '设了容缺受理，却没有一份材料可以后补。'))
  if (!item.shortfall && item.materials.some((material) => material.maySupplyLater))
    findings.push(wrong('shortfall', 'shortfall-not-offered', '有材料标为可以后补，却没有设容缺受理的期限。'))
  if (item.fee.charged && !/第.+条|号/.test(item.fee.basis)) findings.push(wrong('fee.basis', 'fee-basis', '收费依据应写明条款或者文号。'))
  if (item.aliases.length === 0) findings.push(doubt('aliases', 'aliases-none', '没有俗称，群众可能搜不到这个事项。'))
  item.aliases.forEach((alias, i) => {
    if (alias === item.name) findings.push(wrong(`aliases[${i}]`, 'alias-is-name', '俗称与事项名称相同，没有用处。'))
  })
  return [...findings, ...duplicateFindings(item)]
}

function duplicateFindings(item: ServiceItem): readonly Finding[] {
  const findings: Finding[] = []
  const unique = (ids: readonly (readonly [string, string])[], what: string) => {
    const seen = new Map<string, string>()
    for (const [id, path] of ids) {
      const first = seen.get(id)
      if (first !== undefined) findings.push(wrong(path, 'id-duplicate', `${what}“${id}”与 ${first} 重复。`))
      else seen.set(id, path)
    }
  }
  unique(
    item.materials.map((material, i) => [material.id, `materials[${i}].id`]),
    '材料代号',
  )
  unique(
    item.materials.map((material, i) => [material.name, `materials[${i}].name`]),
    '材料名称',
  )
  unique(
    item.form.map((group, i) => [group.id, `form[${i}].id`]),
    '题组代号',
  )
  unique(
    item.form.flatMap((group, g) => group.fields.map((field, i) => [field.id, `form[${g}].fields[${i}].id`] as const)),
    '字段代号',
  )
  unique(
    item.steps.map((step, i) => [step.id, `steps[${i}].id`]),
    '环节代号',
  )
  unique(
    item.steps.flatMap((step, s) => step.checklist.map((point, i) => [point.id, `steps[${s}].checklist[${i}].id`] as const)),
    '审查要点代号',
  )
  unique(
    item.eligibility.map((question, i) => [question.id, `eligibility[${i}].id`]),
    '自测问题代号',
  )
  unique(
    item.aliases.map((alias, i) => [alias, `aliases[${i}]`]),
    '俗称',
  )
  return findings
}
