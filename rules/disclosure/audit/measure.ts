import { characterBits } from './character-bits.ts'
import { tight as tightOf, withoutTail } from './leaves.ts'

/** What an indicator's wording measures. Several may hold at once: 投诉率 is a ratio, a complaint and negative. */
export interface MeasureKinds {
  /** The wording without blanks and without brackets. */
  readonly words: string
  readonly ratio: boolean
  /** 满意度, 认可度: percent or points. */
  readonly degree: boolean
  readonly count: boolean
  /** The unit written in brackets behind the wording: 数量（份） */
  readonly bracketUnit: string | null
  readonly satisfaction: boolean
  readonly complaint: boolean
  /** The less the better, beyond doubt. */
  readonly negative: boolean
  /** Speaks of something unwelcome, so that none at all may be the aim: 网络安全事件次数. */
  readonly unwelcome: boolean
  /** The more the better, beyond doubt. */
  readonly positive: boolean
  readonly quality: boolean
  readonly time: boolean
  readonly cost: boolean
  readonly economic: boolean
  /** Names no measure at all: 反映人员素质情况. */
  readonly vague: boolean
}

const NOT_A_SHARE = /(?:频率|分辨率|功率|汇率|税率|费率|利率|速率|效率|斜率|概率|生产率|产出率|周转率|换手率)$/
const SHARE = /(?:率|比率|比例|占比|比重|百分比|百分率)$/
const COUNT =
  /(?:数量|次数|人数|份数|户数|个数|件数|台数|套数|处数|场数|册数|枚数|张数|起数|场次|人次|批次|批数|期数|家数|名数|使用量|印刷量|办件量|发放量|采购量)$/
const BRACKET_UNIT = /[（(]([^（()）]{1,6})[）)]$/
const BAD_THING =
  '(?:投诉|举报|差错|错误|出错|故障|超时|超期|逾期|违规|违纪|违法|事故|死亡|伤亡|失误|退件|报废|返工|流失|差评|泄露|泄密|漏检|误判|误报|漏报)'
const BAD_MEASURE = new RegExp(`${BAD_THING}(?:发生|事件|案件)?(?:率|比率|比例|次数|起数|件数|数量|数)$`)
const NOT_GOOD = /(?:不|未|非)(?:按时|按期|及时)?(?:合格|满意|达标|完成|通过|及时|准确|正常|办结|整改|到位)(?:率|数|数量|件数|次数|比率|比例)$/
const GOOD_MEASURE =
  /(?:满意度|满意率|认可度|好评率|合格率|完成率|通过率|及时率|覆盖率|达标率|办结率|公开率|发放率|优良率|优秀率|准确率|准时率|按时率|到位率|知晓率|正常率|完好率|整改率|回复率|受理率|验收率|合格的?数量占.{1,20}比率)$/
/** Work done upon bad things is good work: 查处违法案件数量. */
const DEALT_WITH =
  /查处|查办|打击|处理|处置|办理|受理|接收|接待|排查|整治|整改|发现|制止|纠正|拆除|检查|核查|调处|化解|回复|处罚|取缔|立案|侦破|破获|抽查|监测|识别|救助|消除|预防|清理|排除/
/** A count of these is never the amount of work to be done. */
const NEVER_WORK = /(?:差错|错误|出错|失误|超时|超期|逾期|事故|死亡|伤亡|泄密|返工)(?:发生)?(?:次数|起数|件数|数量|数)$/
const DOUBTFULLY_GOOD = /[不未非]|逾期|超期|超时|退|失|差|投诉|举报|故障|报废|违|欠/
/** Words that show what a wording speaks of. Plain words only: by their first characters most wordings are known to have none of them. */
const TOPIC_WORDS = {
  unwelcome:
    '事件 事故 安全 隐患 违约 违规 违纪 违法 纠纷 舆情 上访 信访 火灾 泄密 泄露 缺陷 中断 宕机 漏洞 延误 损坏 遗失 丢失 投诉 举报 差错 错误 失误 故障 超时 逾期 伤亡 死亡 负面 欠 拖延 污染 疫情 灾害',
  satisfaction: '满意 认可度 好评',
  quality: '合格 验收 优良 准确 完好 正确 质量 异常次数占 排除故障 故障排除 故障率 差错 达标',
  time: '及时 按时 按期 准时 时限 时间 时效 时长 周期 期限 工期 进度 进展 响应 提前 年底 月底 0月 1月 2月 3月 4月 5月 6月 7月 8月 9月 天数 工作日 完成情况 办结',
  cost: '成本 预算范围 预算控制 控制在预算 支出控制 节约率 单价 费用标准 不超预算 超支',
  economic: '收入 成本 节约 节省 节支 税 产值 投资 利润 费用 经费 效益 资金 增收 经济 营商 支出 价 就业 企业 产业 市场主体 负担 开支',
} as const
const BEGINNINGS = characterBits(
  Object.values(TOPIC_WORDS).map((words) =>
    words
      .split(' ')
      .map((word) => word[0]!)
      .join(''),
  ),
)

interface Topic {
  readonly bit: number
  readonly pattern: RegExp
}
const topic = (name: keyof typeof TOPIC_WORDS): Topic => ({
  bit: 1 << Object.keys(TOPIC_WORDS).indexOf(name),
  pattern: new RegExp(TOPIC_WORDS[name].replaceAll(' ', '|')),
})
const UNWELCOME = topic('unwelcome')
const SATISFACTION = topic('satisfaction')
const QUALITY = topic('quality')
const TIME = topic('time')
const COST = topic('cost')
const ECONOMIC = topic('economic')

function beginningsIn(words: string): number {
  let bits = 0
  for (let at = 0; at < words.length; at++) bits |= BEGINNINGS[words.charCodeAt(at)]!
  return bits
}

const speaksOf = ({ bit, pattern }: Topic, beginnings: number, words: string): boolean => (beginnings & bit) !== 0 && pattern.test(words)

const isVague = (words: string): boolean =>
  words.startsWith('反映') ||
  words.startsWith('反应') ||
  words.startsWith('体现') ||
  words.endsWith('效果') ||
  words.endsWith('效果如何') ||
  words.endsWith('情况如何')

/** The last characters of all wordings that name a share, a count or a degree: others need not be tried. */
const ENDS_AS_AMOUNT = new Set('率例重比数次量度')

/** Reads what a wording measures. Words only: no target, no slot. */
export function kindsOfMeasure(text: string): MeasureKinds {
  const tight = withoutTail(tightOf(text), '。；;，,、：:')
  const bracket = tight.endsWith(')') || tight.endsWith('）') ? BRACKET_UNIT.exec(tight) : null
  const words = bracket ? tight.slice(0, bracket.index) : tight
  const vague = isVague(words)
  const beginnings = beginningsIn(words)
  const amounts = ENDS_AS_AMOUNT.has(words.at(-1) ?? '')
  const ratio = amounts && !vague && SHARE.test(words) && !NOT_A_SHARE.test(words)
  const negative = amounts && (BAD_MEASURE.test(words) || NOT_GOOD.test(words)) && !DEALT_WITH.test(words) && (ratio || NEVER_WORK.test(words))
  return {
    words,
    ratio,
    degree: !vague && words.endsWith('度') && !words.endsWith('进度') && !words.endsWith('程度'),
    count: amounts && !vague && COUNT.test(words) && !words.includes('占'),
    bracketUnit: bracket?.[1] ?? null,
    satisfaction: speaksOf(SATISFACTION, beginnings, words),
    complaint: amounts && /(?:投诉|举报)(?:率|次数|数量|件数|数)$/.test(words),
    negative,
    unwelcome: negative || speaksOf(UNWELCOME, beginnings, words),
    positive: amounts && !negative && GOOD_MEASURE.test(words) && !DOUBTFULLY_GOOD.test(words),
    quality: speaksOf(QUALITY, beginnings, words),
    time: speaksOf(TIME, beginnings, words),
    cost: speaksOf(COST, beginnings, words),
    economic: speaksOf(ECONOMIC, beginnings, words),
    vague,
  }
}

export type Slot =
  | '数量指标'
  | '质量指标'
  | '时效指标'
  | '成本指标'
  | '经济效益指标'
  | '社会效益指标'
  | '生态效益指标'
  | '可持续影响指标'
  | '满意度指标'

const SLOT_WORDS: readonly (readonly [string, Slot])[] = [
  ['数量', '数量指标'],
  ['质量', '质量指标'],
  ['时效', '时效指标'],
  ['满意', '满意度指标'],
  ['可持续', '可持续影响指标'],
  ['生态效益', '生态效益指标'],
  ['社会效益', '社会效益指标'],
  ['经济效益', '经济效益指标'],
  ['成本', '成本指标'],
]

/** Which of the nine second-level slots a heading names; null for another local form's heading. */
export function slotOf(level2: string): Slot | null {
  for (const [word, slot] of SLOT_WORDS) if (level2.includes(word)) return slot
  return null
}

/** A count of complaints, faults or accidents that nobody deals with in the same words. */
export const badCount = (words: string): boolean => BAD_MEASURE.test(words) && !DEALT_WITH.test(words)
