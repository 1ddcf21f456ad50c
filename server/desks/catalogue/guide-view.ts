import type { Guide, GuideMaterial } from '../../../contract/catalogue.ts'
import {
  applicantWords,
  conditionWords,
  limitWords,
  materialFormWords,
  procedureWords,
  sourceWords,
  startEventWords,
  stepRoleWords,
} from '../../../contract/catalogue-words.ts'
import { spokenDays } from '../../../contract/reason-texts.ts'
import type { Material, ServiceItem } from '../../../rules/service-item/item.ts'
import { serviceLimit } from '../../../rules/service-item/service-limit.ts'
import { stepDayType } from '../../../rules/service-item/step-days.ts'
import type { DayType } from '../../../rules/time/period.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'

const toVerify = '待核：大意尚未与条文核对，请以公布的法律文本为准。'

/** The guide (办事指南) of an item in plain words, for the portal, the console and the API. Pure: the same item gives the same guide. */
export function guideOf(item: ServiceItem, effectiveFrom: PlainDate | null = null): Guide {
  return {
    code: item.code,
    version: item.version,
    name: item.name,
    aliases: [...item.aliases],
    field: item.field,
    procedure: item.procedure,
    procedureName: procedureWords[item.procedure],
    basicCode: item.basicCode,
    implementationCode: item.implementationCode,
    institution: item.institution,
    office: item.office,
    basis: item.basis.map(({ law, article, text, status }) => ({
      law,
      article,
      text,
      verified: status === 'read',
      note: status === 'read' ? '' : toVerify,
    })),
    applicants: item.applicants.map((kind) => ({ kind, name: applicantWords[kind] })),
    conditions: [...item.conditions],
    eligibility: item.eligibility.map((question) => ({ ...question })),
    materials: item.materials.map((material) => materialView(material, item)),
    form: item.form,
    limits: { statutory: statutoryWords(item), promised: promisedWords(item), explained: explainLimits(item) },
    fee: item.fee.charged ? `收费。${item.fee.standard}（${item.fee.basis}）` : '不收费',
    steps: item.steps.map((step) => ({
      id: step.id,
      name: step.name,
      role: step.role,
      roleName: stepRoleWords[step.role],
      limit: step.days === 0 ? '当日' : spokenDays({ days: step.days, dayType: stepDayType(item) }),
      siteInspection: step.siteInspection,
    })),
    result: resultWords(item),
    superior: item.superior ?? null,
    rights: rightsOf(item),
    shortfall: item.shortfall ? `标有“可以后补”的材料可以先受理，在${spokenDays(item.shortfall)}内补齐；未补齐之前不作出决定。` : null,
    visits: item.visits,
    place: item.guide.place,
    hours: item.guide.hours,
    phone: item.guide.phone,
    complaintPhone: item.guide.complaintPhone,
    questions: item.guide.questions.map((question) => ({ ...question })),
    effectiveFrom,
  }
}

/** One material in words: how many, in which form, from whom, and in which situation. */
export function materialView(material: Material, item: Pick<ServiceItem, 'form'>): GuideMaterial {
  const counts = [
    ...(material.originals > 0 ? [`${material.form === 'electronic' ? '电子件' : '原件'} ${material.originals} 份`] : []),
    ...(material.copies > 0 ? [`复印件 ${material.copies} 份`] : []),
  ]
  return {
    id: material.id,
    name: material.name,
    form: material.form,
    formName: materialFormWords[material.form],
    originals: material.originals,
    copies: material.copies,
    count: counts.join('，'),
    necessary: material.necessary,
    when: material.showIf ? `仅当${conditionWords(material.showIf, item.form)}时需要` : null,
    source: material.source,
    sourceName: material.source === 'applicant' ? sourceWords.applicant : `${sourceWords[material.source]}：${material.issuer ?? ''}`,
    notes: material.notes ?? null,
    maySupplyLater: material.maySupplyLater,
    acceptance: material.acceptance,
  }
}

/** The statutory limit with its article; where that article was not read in full, the guide says so. */
function statutoryWords({ limits, basis }: ServiceItem): string {
  const { article } = limits.statutory
  const short = (law: string) => law.replace(/^中华人民共和国/, '')
  const read = basis.some((one) => one.status === 'read' && article.includes(short(one.law)) && article.includes(one.article))
  return read || article.startsWith('行政许可法') ? limitWords(limits.statutory) : `${limitWords(limits.statutory)}，条款待核`
}

const promisedWords = (item: ServiceItem): string => {
  const { promised } = item.limits
  return promised.days === 0 ? '即时办结' : `自${startEventWords[promised.startEvent]}起${spokenDays(promised)}`
}

const countingWords: Readonly<Record<DayType, string>> = {
  workday: '按工作日计算，不含法定节假日和休息日；当天不算，从第二天开始数。',
  calendar: '按自然日计算，当天不算，从第二天开始数；最后一天是休息日的，顺延到下一个工作日。',
  month: '按月计算，到期月的对应日为最后一天，没有对应日的为月末日；最后一天是休息日的，顺延到下一个工作日。',
}

/** How the days are counted, what may prolong them and what does not count. */
function explainLimits(item: ServiceItem): { title: string; words: string }[] {
  const { statutory, promised, extension, excluded } = item.limits
  const said = [
    {
      title: '怎么算',
      words: countingWords[statutory.dayType],
    },
  ]
  if (item.procedure !== 'filing')
    said.push({ title: '补正', words: '材料不齐的，本局当场或者在 5 个工作日内一次告知全部补正内容；逾期不告知的，自收到之日起视为受理。' })
  if (statutory.startEvent === 'documents-complete')
    said.push({ title: '从哪天起算', words: '从收到全部有效文件之日起算，材料没有交齐之前时限不开始。' })
  if (promised.dayType !== statutory.dayType)
    said.push({ title: '两种时限', words: '承诺时限与法定时限的计算方法不同，每个办件分别算出到期日，以先到者为准。' })
  if (extension)
    said.push({
      title: '延期',
      words: `经${extension.approver === 'organ-head' ? '本机关负责人' : '本级人民政府负责人'}批准可以延长一次，最多${spokenDays(extension)}，并告知理由（${extension.article}）。`,
    })
  for (const procedure of excluded)
    said.push({
      title: procedure.name,
      words: `所需时间不计入时限，最多${spokenDays({ days: procedure.maxDays, dayType: procedure.dayType })}，会书面告知（${procedure.article}）。`,
    })
  if (item.change)
    said.push({ title: '变更', words: `${item.change.when ? '申请变更的，' : ''}有效期不变，仍到原许可届满之日（行政许可法 第四十九条）。` })
  if (item.renewal) {
    const { when, before } = item.renewal
    said.push({
      title: '延续',
      words: `${when ? '申请延续的，' : ''}最迟在有效期届满${spokenDays(before)}前提出（${before.article}）；本局届满前没有作出决定的，视为准予延续（行政许可法 第五十条）。`,
    })
  }
  if (item.cancellation)
    said.push({
      title: '注销',
      words: `${item.cancellation.when ? '申请注销的，' : ''}准予以后，原来的许可（登记）从作出决定之日起注销（行政许可法 第七十条）。`,
    })
  if (item.superior) {
    const { superior } = item
    said.push({
      title: '由谁决定',
      words: `本局审查后，连同全部申请材料报${superior}决定，不用您再交一遍（行政许可法 第三十五条）。上面的时限是本局审查、报送的时限，${superior}从收到之日起另行计算。`,
    })
    said.push({ title: '送达', words: `由${superior}送达决定；本局登记以后，您在“我的办件”里也能看到。` })
  } else if (item.procedure !== 'filing') {
    const service = serviceLimit(item)
    said.push({ title: '送达', words: `作出准予决定后${spokenDays(service)}内颁发、送达证件（${service.article}）。` })
  }
  return said
}

function resultWords({ result, procedure, superior }: ServiceItem): string {
  const paper = procedure === 'filing' ? '备案回执' : `${superior ? `${superior}的` : ''}准予或者不予决定书`
  const term =
    result.validMonths === null ? '' : `，有效期 ${result.validMonths % 12 === 0 ? `${result.validMonths / 12} 年` : `${result.validMonths} 个月`}`
  return result.certificate === null ? paper : `${paper}；${result.certificate}${term}`
}

function rightsOf({ procedure, hearing, superior }: ServiceItem): { title: string; words: string }[] {
  if (procedure === 'filing') return [{ title: '备案', words: '备案是告知，没有受理、听证和准予决定；信息不齐的，会指导您补正。' }]
  const rights = [
    {
      title: '不予许可',
      words: `不予许可的，${superior ?? '本局'}会书面说明理由。不服的，可以自知道决定之日起 60 日内申请行政复议，或者 6 个月内提起行政诉讼。`,
    },
    { title: '撤回', words: superior ? '报送上级之前，您可以随时向本局撤回申请；报送以后向决定的机关提出。' : '决定作出之前，您可以随时撤回申请。' },
  ]
  if (hearing.interestedParties)
    rights.push({
      title: '利害关系人',
      words: '直接关系他人重大利益的，会告知利害关系人；申请人和利害关系人可以陈述、申辩，并在被告知之日起 5 个工作日内要求听证。',
    })
  if (hearing.announced)
    rights.push({ title: '听证', words: '本事项依法应当听证或者涉及公共利益的，会公告并举行听证，决定以听证笔录为依据。听证不收费。' })
  return rights
}
