import { publishedTables } from '../../../data/calendars/load.ts'
import { buildCalendar } from '../../time/calendar.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { aCase, anotherCase, aPortalCase, type CaseStory, people } from './a-case.ts'
import { aFiling, anItem, aRenewal } from './an-item.ts'

const { clerk, citizen, reviewer, otherReviewer, decider, head, supervisor, agent } = people
const paper = (material: string) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 })
const faults = [
  { material: 'lease', fault: '过期', correction: '换新' },
  { material: 'form', fault: '地址不全', correction: '补全' },
]
const inspected = anItem({
  steps: [{ ...anItem().steps[0]!, siteInspection: true }, anItem().steps[1]!],
  hearing: { announced: false, interestedParties: true },
})
const guarded = anItem({ publicSafety: true })
const snow = buildCalendar(publishedTables(), [{ day: '2026-03-20' as PlainDate, workday: false, document: '秦开办〔2026〕3号', reason: '暴雪' }])
const inspection = {
  startedAt: '09:00',
  endedAt: '10:00',
  place: '一号楼',
  inspectors: [{ name: '甲' }, { name: '乙' }],
  present: [{ name: '张伟', role: '申请人' }],
  rightsTold: true,
  findings: [{ point: '面积', found: '一致', conforms: true }],
  photos: [{ digest: 'a'.repeat(64), name: '门口.jpg', size: 9, mediaType: 'image/jpeg' }],
}
const pass = { step: 'review', ticked: ['place'], opinion: '同意' }
const paperOf = (story: CaseStory, kind: string) => story.state().papers.findLast((one) => one.kind === kind)!.id

/** Stories that together meet every entry type of a case, as this version of the product writes them. */
export const releasedStories: Readonly<Record<string, () => CaseStory>> = {
  'a long road to a grant': () => {
    const story = aPortalCase(inspected, '2026-03-02', { materials: [paper('application')] }).does('request-supplement', { faults }, clerk)
    story
      .on('2026-03-04')
      .does('supplement-materials', { materials: [paper('lease')], answers: { address: '一号楼' } }, citizen)
      .accepted()
    story.does('claim-case', {}, reviewer).does('hand-over-case', { to: 's-reviewer2', reason: '调岗' }, reviewer)
    story.does('record-site-inspection', { ...inspection, on: '2026-03-04' }, otherReviewer)
    story.does('start-excluded-procedure', { kind: 'expert-review', reason: '疑难', days: 2 }, otherReviewer).on('2026-03-12')
    story.does('end-excluded-procedure', { result: '同意' }, otherReviewer).does('extend-review', { reason: '复杂', days: 5 }, head)
    story.does('inform-third-party', { name: '李邻居', kind: 'person', interest: '采光', gist: '开店', replyDays: 3 }, otherReviewer)
    const party = story.state().thirdParties[0]!.id
    story.does('record-third-party-statement', { party, gist: '担心采光', statement: '全文', answer: '合规' }, clerk)
    const ground = { kind: 'interests', interest: '采光' }
    story.does('inform-hearing-right', { party, ground }, otherReviewer).does('inform-hearing-right', { party: 'applicant', ground }, otherReviewer)
    story.does('request-hearing', { party }, clerk).does('waive-hearing', { party: 'applicant' }, citizen)
    story.does('announce-hearing', { heldOn: '2026-03-24', place: '会议室', chair: 's-supervisor' }, otherReviewer)
    story.book.calendar = snow
    story.does('move-deadlines', { calendarVersion: snow.version, because: '暴雪' }, agent).on('2026-03-24')
    story.does('hold-hearing', { on: '2026-03-24', minutes: 'b'.repeat(64) }, otherReviewer).does('pass-step', pass, otherReviewer)
    story
      .does('return-step', { to: 'review', reason: '重审' }, decider)
      .does('record-site-inspection', { ...inspection, on: '2026-03-24' }, otherReviewer)
    story.does('pass-step', pass, otherReviewer).does('remind-case', { text: '请抓紧' }, supervisor).granted()
    const correction = { paper: paperOf(story, 'grant-decision'), corrections: [{ place: '一', wrong: '准予', right: '准予设立' }], printed: '准予' }
    story
      .does('correct-clerical-error', correction, clerk)
      .does('void-paper', { paper: paperOf(story, 'grant-decision'), reason: '误', reissue: true }, clerk)
    const served = {
      papers: [paperOf(story, 'grant-decision')],
      method: 'direct',
      receiver: '张伟',
      place: '大厅',
      servedOn: '2026-03-24',
      servers: ['王'],
    }
    return story.does('serve-papers', served, clerk).does('archive-case', { location: '甲-1' }, clerk)
  },
  'a shortfall that nobody brought, refused late': () => {
    const story = aCase(anItem(), '2026-03-02', { materials: [paper('application')] }).does('accept-with-shortfall', { materials: ['lease'] }, clerk)
    story.does('correct-applicant-data', { applicant: { phone: '13911112222' }, reason: '换号' }, clerk).on('2026-04-10')
    story.does('take-over-case', { to: 's-reviewer2', reason: '无人领办' }, head).does('pass-step', pass, otherReviewer)
    return story.does('refuse-case', { basedOnSeq: story.state().seq, reasons: ['逾期未补'], opinion: '' }, decider)
  },
  'a shortfall met': () =>
    aCase(anItem(), '2026-03-02', { materials: [paper('application')] })
      .does('accept-with-shortfall', { materials: ['lease'] }, clerk)
      .does('meet-shortfall', { materials: [paper('lease')] }, clerk),
  'deemed accepted, stopped too long, withdrawn': () =>
    aPortalCase()
      .on('2026-03-10')
      .does('start-excluded-procedure', { kind: 'testing', reason: '检测', days: 1, basis: '特种设备安全法 第二十五条' }, reviewer)
      .on('2026-03-20')
      .does('withdraw-application', { reason: '不办了' }, citizen),
  'a filing returned once': () =>
    aPortalCase(aFiling())
      .does('return-filing', { faults: [faults[0]] }, clerk)
      .does('supplement-materials', { materials: [paper('lease')] }, citizen)
      .does('acknowledge-filing', { ticked: ['complete'] }, clerk),
  'an applicant who is heard, changes her mind on service and has data corrected, then erased': () => {
    const story = aPortalCase().does('make-statement', { statement: '邻居已经同意。' }, citizen)
    const statement = story.state().statements![0]!.id
    story.does('answer-statement', { statement, accepted: true, reasons: '有书面同意。' }, clerk)
    story.does('change-service-consent', { consents: false }, citizen)
    story.does('request-data-change', { kind: 'correction', wish: '电话错了' }, citizen)
    const wrong = story.state().dataRequests![0]!.id
    story.does('answer-data-request', { request: wrong, done: true, reasons: '已改', applicant: { phone: '13911112222' } }, clerk)
    story.does('withdraw-application', { reason: '不办了' }, citizen).does('request-data-change', { kind: 'erasure', wish: '全部删除' }, citizen)
    return story.does('answer-data-request', { request: story.state().dataRequests![1]!.id, done: true, reasons: '已经删除' }, head)
  },
  'a hearing that nobody held in time': () => {
    const story = aPortalCase(inspected).accepted()
    story.does('inform-hearing-right', { party: 'applicant', ground: { kind: 'interests', interest: '采光' } }, reviewer)
    return story.does('request-hearing', { party: 'applicant' }, citizen).on('2026-03-31')
  },
  'a correction that was given up, then not brought by its day, and turned away': () =>
    aPortalCase()
      .does('request-supplement', { faults }, clerk)
      .does('give-up-supplement', {}, citizen)
      .on('2026-03-17')
      .does('decline-case', { ground: { kind: 'other', basis: '行政许可法 第三十二条' }, reasons: ['没有补正'] }, clerk),
  'a decision served by announcement, a receipt left behind': () => {
    const story = aPortalCase().accepted().reviewed()
    const left = { method: 'left', refusedBecause: '不肯签收', witnesses: [{ name: '王书记', unit: '居委会' }], photos: inspection.photos }
    const served = { papers: [paperOf(story, 'receipt')], receiver: '张伟', place: '一号楼', servedOn: '2026-03-02', servers: ['王'], ...left }
    story.does('serve-papers', served, clerk).does('refuse-case', { basedOnSeq: story.state().seq, reasons: ['不符'], opinion: '' }, decider)
    const announcement = { receiver: '张伟', announcedOn: '2026-03-02', publishedIn: '秦皇岛日报', because: '下落不明' }
    return story.does('announce-service', { papers: [paperOf(story, 'refusal-decision')], ...announcement }, clerk).on('2026-04-08')
  },
  'a hearing moved for a reason, its chair and the handler asked to stand aside': () => {
    const story = aPortalCase().accepted().does('claim-case', {}, reviewer)
    const neighbour = { name: '李邻居', kind: 'person', interest: '采光', gist: '开店', replyDays: 3 }
    story.does('inform-third-party', neighbour, reviewer)
    const party = story.state().thirdParties[0]!.id
    story.does('inform-hearing-right', { party, ground: { kind: 'announced', basis: '条例' } }, reviewer)
    const hearing = { heldOn: '2026-03-11', startsAt: '09:30', place: '会议室', chair: 's-supervisor', matter: '夜间经营' }
    story.does('announce-hearing', hearing, reviewer)
    story.does('announce-hearing', { ...hearing, heldOn: '2026-03-12', postponedBecause: '停电' }, reviewer)
    const last = () => story.state().recusals!.at(-1)!.id
    story.does('request-recusal', { party, against: 's-supervisor', reason: '亲属' }, clerk)
    story.does('decide-recusal', { recusal: last(), granted: true, reasons: '属实', chair: 's-head' }, head)
    story.does('request-recusal', { party: 'applicant', against: 's-reviewer', reason: '亲属' }, citizen)
    return story.does('decide-recusal', { recusal: last(), granted: true, reasons: '属实', handler: 's-reviewer2' }, head)
  },
  'not a permit matter': () => aPortalCase().does('declare-not-permit-matter', { reason: '已取消', basis: '清单', advice: '直接经营' }, clerk),
  'another organ’s matter, erased': () =>
    aPortalCase()
      .does('decline-case', { ground: { kind: 'other-organ', rightOrgan: '省厅' }, reasons: ['非本机关职权'] }, clerk)
      .does('erase-personal-data', { reason: '保存期满' }, head),
  'a refusal for false statements, the bar on applying again lifted': () => {
    const story = aPortalCase(guarded).accepted().reviewed()
    story.does('tell-intended-measure', { facts: '租赁合同系伪造', replyDays: 5 }, head)
    story.does('drop-intended-measure', { reason: '另行核实' }, head)
    story.does('tell-intended-measure', { facts: '租赁合同系伪造', replyDays: 5 }, decider).on('2026-03-10')
    const refusal = { basedOnSeq: story.state().seq, reasons: ['材料虚假'], opinion: '', falsehood: true }
    return story.does('refuse-case', refusal, decider).does('lift-bar', { reason: '复议撤销了决定' }, head)
  },
  'a permit got by fraud: its holder heard, revoked, cancelled': () => {
    const story = aPortalCase(guarded).accepted().reviewed().granted().on('2026-06-01')
    story.does('tell-intended-measure', { ground: 'fraud', facts: '租赁合同系伪造', replyDays: 5 }, head)
    story.does('make-statement', { statement: '合同是真的。' }, citizen)
    const statement = story.state().statements![0]!.id
    story.does('answer-statement', { statement, accepted: false, reasons: '出租人否认。' }, head)
    story.does('revoke-permit', { reasons: ['合同系伪造'], publicInterestWeighed: true }, head)
    // Three years on the bar ends by itself.
    return story.does('cancel-permit', { ground: 'revoked', reasons: ['已经撤销'] }, head).on('2029-07-01')
  },
  'a permit suspended and given back by another organ, then withdrawn for the public interest, and cancelled': () => {
    const story = aPortalCase().accepted().reviewed().granted().on('2026-06-01')
    const penalty = { penalty: 'suspension', organ: '开发区市场监督管理局', number: '秦开市监罚〔2026〕3号', decidedOn: '2026-05-28' }
    story.does('record-penalty', penalty, reviewer).on('2026-06-10')
    story.does('lift-suspension', { liftedOn: '2026-06-09', number: '秦开市监〔2026〕9号' }, reviewer)
    story.does('tell-intended-measure', { ground: 'circumstances-changed', facts: '地块划入水源保护区', replyDays: 5 }, head).on('2026-06-20')
    const compensation = { loss: true, words: '装修损失三万六千元，三十日内支付' }
    story.does('withdraw-permit', { reasons: ['地块划入水源保护区'], publicInterest: '饮用水安全', compensation }, head)
    return story.does('cancel-permit', { ground: 'revoked', reasons: ['已经撤回'] }, head)
  },
  'a permit changed for the public interest, its paper voided for another': () => {
    const story = aPortalCase().accepted().reviewed().granted().on('2026-06-01')
    const told = { ground: 'law-changed', changeTo: '营业至二十二时', facts: '夜间营业的规定已经修改', replyDays: 5 }
    story.does('tell-intended-measure', told, head).on('2026-06-20')
    const compensation = { loss: false, words: '经核查没有夜间营业' }
    const change = { content: '营业至二十二时', conditions: ['按时停业'], reasons: ['规定已经修改'], publicInterest: '居民夜间休息', compensation }
    story.does('change-permit', change, head)
    return story.does('void-paper', { paper: story.state().permit!.changes![0]!.paper, reason: '印章不清', reissue: true }, head)
  },
  'a renewal that nobody decided by the end of the permit': () =>
    aPortalCase(aRenewal(), '2026-03-02', { answers: { ...aPortalCase(aRenewal()).state().answers, permitEnd: '2026-03-31' } })
      .accepted()
      .on('2026-04-01'),
  'a permit changed by another case at its holder’s wish, then its end brought forward': () => {
    const story = aPortalCase().accepted().reviewed().granted().on('2026-06-01')
    const change = anotherCase(story, anItem()).does('name-permit-in-hand', { permit: story.id, how: 'change' }, clerk)
    change.accepted().reviewed().granted()
    const told = { ground: 'law-changed', changeTo: '营业至二十二时', validTo: '2028-12-31', facts: '规定已经修改', replyDays: 5 }
    story.does('tell-intended-measure', told, head).on('2026-06-20')
    const compensation = { loss: false, words: '经核查没有损失' }
    const shorter = { content: '营业至二十二时', conditions: [], reasons: ['规定已经修改'], publicInterest: '居民夜间休息', compensation }
    return story.does('change-permit', { ...shorter, validTo: '2028-12-31' }, head)
  },
  'a renewal of a permit that is in the register and ended before its last day': () => {
    const item = aRenewal({ result: { certificate: '测试经营许可证', validMonths: 12 } })
    const until = (permitEnd: string) => ({ answers: { ...aPortalCase(item).state().answers, permitEnd } })
    const first = aPortalCase(item, '2026-03-02', until('2026-03-01')).accepted().reviewed().granted().on('2027-02-01')
    const story = anotherCase(first, item, until('2027-02-25')).does('name-permit-in-hand', { permit: first.id, how: 'renewal' }, clerk)
    story.accepted()
    first.does('cancel-permit', { ground: 'other', reasons: ['不再经营'] }, head)
    return story.on('2027-03-02')
  },
  'a permit forfeited by another organ': () => {
    const penalty = { penalty: 'forfeiture', organ: '开发区市场监督管理局', number: '秦开市监罚〔2026〕4号', decidedOn: '2026-05-28' }
    return aPortalCase().accepted().reviewed().granted().on('2026-06-01').does('record-penalty', penalty, reviewer)
  },
  'examined here, decided by the organ above': () => {
    const story = aPortalCase(anItem({ superior: '河北省林业和草原局' }))
      .accepted()
      .reviewed()
    story.does('forward-case', { basedOnSeq: story.state().seq, agrees: true, reasons: ['符合条件'], opinion: '', ticked: ['lawful'] }, decider)
    return story.on('2026-03-20').does('record-superior-decision', { granted: true, decidedOn: '2026-03-18', number: '冀林许〔2026〕3号' }, reviewer)
  },
}
