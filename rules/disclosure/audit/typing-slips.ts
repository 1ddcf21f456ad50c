/** A wording known to be a slip, and what was meant. */
export interface TypingSlip {
  readonly start: number
  readonly wrong: string
  readonly right: string
}

interface SlipPattern {
  readonly pattern: RegExp
  readonly right: string | ((wrong: string) => string)
  /** Where the words before or behind make it right. */
  readonly unless?: RegExp
}

const SLIPS: readonly SlipPattern[] = [
  {
    pattern: /反应(?=[\p{Script=Han}、，]{0,24}(?:情况|程度|效果|水平|影响|支出|收入|状况))/u,
    right: '反映',
    unless: /应急反应|快速反应|化学反应|不良反应|连锁反应|过敏反应|反应(?:能力|速度|时间|迅速|灵敏|机制|堆|器|釜)/,
  },
  { pattern: /未参见(?=.{0,4}(?:保险|医疗|会议|培训|考核))/, right: '未参加' },
  { pattern: /短息(?=服务|费|平台|通知|提醒|发送)/, right: '短信' },
  { pattern: /(?<=(?:打印机|传真机|扫描仪|电脑|计算机)[、，和及])复印件/, right: '复印机' },
  { pattern: /生母申请报告/, right: '项目申请报告' },
  { pattern: /安排的包括收入/, right: '安排的收入' },
  { pattern: /使(\p{Script=Han}{1,8})的充分(发挥|利用|调动)/u, right: (wrong) => wrong.replace('的充分', '充分') },
  { pattern: /截止(?=20\d\d年|今年|去年|目前|本月|\d{1,2}月)(?!时间|日期)/, right: '截至' },
  { pattern: /万员|万圆(?=[，。；、）])/, right: '万元' },
  { pattern: /帐(?=户|目|务|簿|款|表)/, right: '账' },
  { pattern: /按装/, right: '安装' },
  { pattern: /布署/, right: '部署' },
  { pattern: /报消(?=费|凭证|单|制度|流程)/, right: '报销' },
  { pattern: /做为(?=一|主要|重点|重要|全|本|依据)/, right: '作为' },
  { pattern: /及及|的的(?!确|士)|了了(?!解|然|望|结|事)/, right: (wrong) => wrong[0]! },
  { pattern: /公务用事(?=购置|运行)|公务用年(?=购置|运行)/, right: '公务用车' },
  { pattern: /因工出国/, right: '因公出国' },
  { pattern: /政府彩购/, right: '政府采购' },
  { pattern: /绩效目标标(?!准|识|志)/, right: '绩效目标' },
  { pattern: /一班公共预算|一般公共予算/, right: '一般公共预算' },
  { pattern: /办公耗才/, right: '办公耗材' },
]

/** First characters by which a slip can begin: a line without any of them is passed over at once. */
const ANY =
  /反应|未参见|短息|复印件|生母|包括收入|的充分|截止|万员|万圆|帐|按装|布署|报消|做为|及及|的的|了了|公务用[事年]|因工|彩购|标标|一班公|予算|耗才/

/** Of each of those one character; only those that double a character have none of their own. */
export const SLIP_CHARACTERS = '应见息复母括充截万帐装署消做用因彩班予才'

const NONE: readonly TypingSlip[] = []

/** The typing slips in a text, in order. Only wordings that are wrong wherever they stand, or in the company named. */
export function typingSlips(text: string): readonly TypingSlip[] {
  if (!ANY.test(text)) return NONE
  const found: TypingSlip[] = []
  for (const { pattern, right, unless } of SLIPS) {
    const match = pattern.exec(text)
    if (!match) continue
    if (unless?.test(text.slice(Math.max(0, match.index - 2), match.index + match[0].length + 4))) continue
    found.push({ start: match.index, wrong: match[0], right: typeof right === 'string' ? right : right(match[0]) })
  }
  return found.sort((a, b) => a.start - b.start)
}
