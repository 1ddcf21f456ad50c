import type { PlainDate } from '../../time/plain-date.ts'
import type { FactsOf } from '../facts/facts-of.ts'
import type { ApplicantFacts, BureauFacts, CaseFacts, LimitFacts, PaperFacts } from '../facts/shared-facts.ts'
import { type PaperKind, paperKinds } from '../paper-kinds.ts'
import { formatPaperNumber } from '../paper-number.ts'

/** Facts of one imagined case of the demonstration bureau, for tests and for a look at each paper. */
const day = (text: string) => text as PlainDate

const bureau: BureauFacts = {
  name: '秦皇岛经济技术开发区行政审批局',
  heading: '秦皇岛经济技术开发区行政审批局',
  letterCode: '秦开审批',
  reviewOrgan: '秦皇岛市人民政府',
  onlineReview: 'https://review.example.org',
  court: '秦皇岛经济技术开发区人民法院',
  address: '秦皇岛经济技术开发区政务服务中心一层3号窗口',
  phone: '0335-0000000',
  seal: { draw: 'specimen', note: '演示用章\n无 效 力' },
  watermark: '样张 · 演示',
}

const applicant: ApplicantFacts = { name: '秦皇岛海港湾餐饮管理有限公司', kind: 'organisation', agent: '李䶮' }
const neighbour: ApplicantFacts = { name: '王海燕', kind: 'person' }
const theCase: CaseFacts = {
  number: '13037104420260302000157',
  itemName: '食品经营许可',
  procedure: 'permit',
  applicant,
  receivedOn: day('2026-03-02'),
}
const filingCase: CaseFacts = {
  number: '13037104420260302000231',
  itemName: '企业投资项目备案',
  procedure: 'filing',
  applicant: { name: '秦皇岛北方装备制造有限公司', kind: 'organisation' },
  receivedOn: day('2026-03-02'),
}

const limit = (days: number, from: string, due: string, article: string): LimitFacts => ({
  days,
  dayType: 'workday',
  from: day(from),
  due: day(due),
  certainty: 'final',
  article,
})

const commonTo = (kind: PaperKind, date: string, about: CaseFacts = theCase): PaperFacts => ({
  bureau,
  number: formatPaperNumber({ letterCode: bureau.letterCode, kind, year: 2026, serial: 12 }),
  date: day(date),
  case: about,
  verification: { text: `https://example.org/papers/${Object.keys(paperKinds).indexOf(kind)}`, caption: '扫码核验本文书' },
})

const foodLaw = '《中华人民共和国食品安全法》第三十五条'
const statutory = limit(20, '2026-03-04', '2026-04-01', '行政许可法 第四十二条第一款')
const promised = limit(7, '2026-03-04', '2026-03-13', '承诺')

export const sampleFacts: FactsOf = {
  receipt: {
    ...commonTo('receipt', '2026-03-02'),
    materials: [
      { name: '食品经营许可申请书', form: 'electronic', originals: 0, copies: 0 },
      { name: '营业执照', form: 'paper', originals: 0, copies: 1 },
      { name: '与食品经营相适应的主要设备设施、经营布局、操作流程等文件', form: 'paper', originals: 1, copies: 0 },
      { name: '食品安全自查、从业人员健康管理等保证食品安全的规章制度', form: 'electronic', originals: 0, copies: 0 },
    ],
    receivedAt: '14:26',
    channel: 'counter',
    receivedBy: '张敏（3号窗口）',
    answerBy: limit(5, '2026-03-02', '2026-03-09', '行政许可法 第三十二条'),
  },
  'not-permit-matter-notice': {
    ...commonTo('not-permit-matter-notice', '2026-03-03'),
    reason: '你单位申请销售的全部为食用农产品',
    basis: foodLaw,
    advice: '你单位可以直接开展食用农产品销售活动，并遵守食品安全管理的有关规定',
  },
  'supplement-notice': {
    ...commonTo('supplement-notice', '2026-03-04'),
    faults: [
      { material: '营业执照', fault: '提交的复印件看不清统一社会信用代码', correction: '重新提交清晰的复印件，或者出示原件由窗口拍照' },
      { material: '经营布局图', fault: '图上没有标明食品处理区与卫生间的位置', correction: '提交标明各功能区名称和面积的布局图' },
      { material: '申请书', fault: '法定代表人没有签名', correction: '由法定代表人签名' },
    ],
    round: { first: true },
    handIn: '登录网上办事大厅在原办件中上传，或者送至秦皇岛经济技术开发区政务服务中心一层3号窗口',
    within: limit(10, '2026-03-04', '2026-03-18', '本机关惯例'),
  },
  'acceptance-notice': {
    ...commonTo('acceptance-notice', '2026-03-04'),
    ground: 'complete',
    acceptedOn: day('2026-03-04'),
    statutory,
    promised,
    excluded: ['专家评审'],
  },
  'shortfall-notice': {
    ...commonTo('shortfall-notice', '2026-03-04'),
    acceptedOn: day('2026-03-04'),
    statutory,
    promised,
    excluded: [],
    missing: [{ material: '食品安全管理人员培训考核合格证明', due: day('2026-03-11') }],
  },
  'decline-decision': {
    ...commonTo('decline-decision', '2026-03-03'),
    ground: { kind: 'other-organ', rightOrgan: '秦皇岛市行政审批局', rightOrganAddress: '秦皇岛市海港区' },
    reasons: ['申请的经营场所位于秦皇岛市海港区，不在秦皇岛经济技术开发区管辖范围内'],
  },
  'inspection-record': {
    ...commonTo('inspection-record', '2026-03-10'),
    place: '秦皇岛经济技术开发区珠江道街道某路12号一层',
    on: day('2026-03-10'),
    hours: { from: '9:30', to: '10:40' },
    inspectors: [{ name: '赵立新', licence: '130371001' }, { name: '钱芳' }],
    present: [{ name: '李䶮', role: '申请人委托的经办人' }],
    rightsTold: true,
    findings: [
      { point: '食品处理区与卫生间分开', found: '有实体墙隔开，门不相对', conforms: true },
      { point: '设有专用清洗消毒设施', found: '餐具清洗池只有一个，没有消毒柜', conforms: false },
    ],
    conforms: false,
    remarks: '申请人表示在七日内整改后再次申请核查。',
  },
  'third-party-notice': {
    ...commonTo('third-party-notice', '2026-03-06'),
    thirdParty: neighbour,
    interest: '申请的经营场所在你居住房屋的正下方，排烟口距你的窗户不足十米',
    applicationGist: '在珠江道街道某路12号一层开办大型餐馆，设排烟设施一处',
    reply: limit(5, '2026-03-06', '2026-03-13', '行政许可法 第三十六条'),
  },
  'hearing-notice': {
    ...commonTo('hearing-notice', '2026-03-16'),
    told: { name: `${applicant.name}、各利害关系人`, kind: applicant.kind },
    article: '行政许可法 第四十七条',
    heldOn: day('2026-03-25'),
    startsAt: '09:30',
    place: '秦皇岛经济技术开发区政务服务中心三楼听证室',
    chair: '冯伟',
    postponed: { from: day('2026-03-24'), because: '原定场所当日另有安排' },
  },
  'hearing-right-notice': {
    ...commonTo('hearing-right-notice', '2026-03-06'),
    told: neighbour,
    ground: {
      kind: 'interests',
      interest: '申请的经营场所在你居住房屋的正下方，排烟口距你的窗户不足十米',
      request: limit(5, '2026-03-06', '2026-03-13', '行政许可法 第四十七条'),
    },
    intention: '准予该经营场所的食品经营许可',
  },
  'excluded-procedure-notice': {
    ...commonTo('excluded-procedure-notice', '2026-03-06'),
    procedure: '专家评审',
    basis: '《食品经营许可审查通则》',
    exclusionArticle: '行政许可法 第四十五条',
    reason: '申请的中央厨房工艺复杂，需要专家判断是否符合条件',
    needed: limit(10, '2026-03-09', '2026-03-23', '行政许可法 第四十五条'),
    startsOn: day('2026-03-09'),
  },
  'extension-notice': {
    ...commonTo('extension-notice', '2026-03-30'),
    reason: '现场整改后的设施需要再次核查',
    article: '行政许可法 第四十二条第一款',
    days: 10,
    dayType: 'workday',
    approver: 'organ-head',
    oldDue: day('2026-04-01'),
    newDue: day('2026-04-16'),
    certainty: 'final',
  },
  'grant-decision': {
    ...commonTo('grant-decision', '2026-03-12'),
    acceptedOn: day('2026-03-04'),
    basis: [foodLaw],
    content: '在秦皇岛经济技术开发区珠江道街道某路12号一层从事餐饮服务，经营项目为热食类食品制售、冷食类食品制售',
    conditions: ['在经营场所的显著位置悬挂许可证', '许可事项发生变化的，在变化后10个工作日内申请变更'],
    validity: { from: day('2026-03-12'), to: day('2031-03-11') },
    certificate: { name: '食品经营许可证', number: 'JY21303710000001', deliverBy: limit(10, '2026-03-12', '2026-03-26', '行政许可法 第四十四条') },
  },
  'renewal-notice': {
    ...commonTo('renewal-notice', '2026-06-01'),
    acceptedOn: day('2026-03-04'),
    endedOn: day('2026-05-31'),
    validity: { from: day('2026-06-01'), to: day('2031-05-31') },
    certificate: { name: '食品经营许可证', deliverBy: limit(5, '2026-06-01', '2026-06-08', '食品经营许可和备案管理办法 第二十二条') },
  },
  'refusal-decision': {
    ...commonTo('refusal-decision', '2026-03-30'),
    acceptedOn: day('2026-03-04'),
    basis: [foodLaw, '《食品经营许可和备案管理办法》第十二条'],
    reasons: ['经营场所没有设置与经营品种、数量相适应的消毒设施，经两次现场核查仍不符合要求', '没有配备食品安全管理人员'],
  },
  'filing-receipt': {
    ...commonTo('filing-receipt', '2026-03-03', filingCase),
    filedOn: day('2026-03-03'),
    filingNumber: '秦开审批备字〔2026〕12号',
    content: [
      { label: '项目名称', value: '年产五百套港口装卸设备生产线' },
      { label: '项目代码', value: '2603-130371-04-01-123456' },
      { label: '建设地点', value: '秦皇岛经济技术开发区东区' },
      { label: '总投资', value: '12,500.00万元' },
    ],
    basis: ['《企业投资项目核准和备案管理条例》第十三条'],
  },
  'correction-notice': {
    ...commonTo('correction-notice', '2026-03-16'),
    original: { title: '准予行政许可决定书', number: '秦开审批准字〔2026〕8号', date: day('2026-03-12') },
    corrections: [{ place: '正文第二段', wrong: '珠江道街道某路21号一层', right: '珠江道街道某路12号一层' }],
  },
  'reply-letter': {
    ...commonTo('reply-letter', '2026-03-11'),
    about: 'erasure',
    askedOn: day('2026-03-10'),
    agreed: false,
    reasons: '许可案卷的法定保存期限还没有届满，期满后予以删除。',
  },
  'first-review-opinion': {
    ...commonTo('first-review-opinion', '2026-03-12'),
    superior: '河北省市场监督管理局',
    acceptedOn: day('2026-03-04'),
    basis: [foodLaw],
    agrees: true,
    reasons: ['申请材料齐全，符合法定形式；经现场核查，生产场所、设备设施与申请一致'],
    materials: [
      { name: '申请书', form: 'electronic', originals: 0, copies: 0 },
      { name: '营业执照', form: 'paper', originals: 0, copies: 1 },
    ],
  },
  'intended-measure-notice': {
    ...commonTo('intended-measure-notice', '2026-06-01'),
    measure: 'revocation',
    ground: 'fraud',
    facts: '申请时提交的场所租赁合同系伪造，出租人已书面确认没有签订该合同',
    bars: true,
    reply: limit(5, '2026-06-01', '2026-06-08', '行政许可法 第六十九条'),
  },
  'revocation-decision': {
    ...commonTo('revocation-decision', '2026-06-10'),
    ground: 'fraud',
    reasons: ['申请时提交的场所租赁合同系伪造，出租人已书面确认没有签订该合同'],
    basis: [foodLaw],
    grantedOn: day('2026-03-12'),
    decisionNumber: '秦开审批准字〔2026〕8号',
    heard: true,
    barredUntil: day('2029-06-10'),
  },
  'withdrawal-decision': {
    ...commonTo('withdrawal-decision', '2026-06-11'),
    ground: 'circumstances-changed',
    reasons: ['该场所所在地块已经划入饮用水水源一级保护区，依法不得从事该项经营'],
    basis: [foodLaw],
    grantedOn: day('2026-03-12'),
    decisionNumber: '秦开审批准字〔2026〕8号',
    publicInterest: '保护全区三十万人的饮用水安全',
    heard: true,
    compensation: { loss: true, words: '装修和设备搬迁损失经评估为人民币三万六千元，自本决定作出之日起三十日内支付' },
  },
  'change-decision': {
    ...commonTo('change-decision', '2026-06-11'),
    ground: 'circumstances-changed',
    reasons: ['该场所相邻地块已经建成中学，夜间营业影响学生休息'],
    basis: [foodLaw],
    grantedOn: day('2026-03-12'),
    decisionNumber: '秦开审批准字〔2026〕8号',
    publicInterest: '保障一千二百名寄宿学生的休息',
    heard: true,
    compensation: { loss: true, words: '夜间营业损失经评估为人民币一万二千元，自本决定作出之日起三十日内支付' },
    content: '准予从事热食类食品制售，营业时间为每日六时至二十二时',
    conditions: ['二十二时以后不得使用油烟净化设备'],
  },
  'cancellation-decision': {
    ...commonTo('cancellation-decision', '2026-06-12'),
    ground: 'revoked',
    reasons: ['该许可已由本机关于2026年6月10日依法撤销'],
    grantedOn: day('2026-03-12'),
    decisionNumber: '秦开审批准字〔2026〕8号',
  },
  'service-receipt': {
    ...commonTo('service-receipt', '2026-03-13'),
    papers: [{ title: '准予行政许可决定书', number: '秦开审批准字〔2026〕8号' }],
    recipient: applicant.name,
    place: '秦皇岛经济技术开发区政务服务中心一层3号窗口',
    method: 'direct',
    servedOn: day('2026-03-13'),
    servers: ['张敏', '赵立新'],
  },
}
