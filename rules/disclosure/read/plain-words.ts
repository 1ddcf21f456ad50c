import { narrow } from '../../money.ts'

/** Traditional characters that occur in the field's words, each followed by its simplified fellow. For matching only: what is kept is what stood there. */
const PAIRS =
  '預预項项編编碼码單单績绩標标級级財财資资產产數数質质時时經经濟济會会滿满務务對对響响續续規规費费購购車车運运營营維维護护專专門门機机構构設设職职責责決决' +
  '總总計计額额體体調调執执評评幣币價价館馆備备賓宾佔占應应開开說说明明實实際际獎奖補补貼贴億亿萬万圓圆報报簡简稱称類类別别釋释義义證证據据確确優优劣劣' +
  '發发無无號号統统國国際际環环態态術术區区縣县鎮镇鄉乡村村衛卫與与並并為为詞词詳详細细領领導导員员階阶層层處处廳厅辦办審审批批許许可可採采預预撥拨' +
  '款款結结轉转餘余來来還还後后從从進进過过達达選选適适達达遠远連连週周月月底底長长問问間间關关閉闭闡阐陸陆陽阳雙双難难離离電电靜静頁页頂顶順顺須须顧顾' +
  '願愿類类飛飞養养驗验驟骤魚鱼點点黨党齊齐龍龙責责貨货貢贡負负賬账貴贵買买賣卖賦赋贈赠贊赞軟软載载輔辅輪轮辭辞農农邊边遷迁邁迈郵邮釐厘針针鐵铁錄录錢钱' +
  '屬属隨随險险歲岁師师幫帮帶带庫库廢废廣广彙汇彈弹強强復复徵征德德憑凭懷怀戰战戶户擁拥擔担擴扩擬拟據据攝摄敗败敘叙於于曆历書书條条業业極极榮荣樣样權权' +
  '歷历歸归殘残氣气沒没減减測测準准溝沟滬沪灣湾災灾無无煙烟熱热爭争爾尔狀状獨独獲获現现畫画異异當当癒愈監监盤盘眾众礎础禮礼稅税穩稳窮穷競竞筆笔範范' +
  '糧粮約约紅红純纯級级紙纸組组絕绝給给網网線线練练縮缩總总織织繼继纜缆罰罚羅罗聯联聲声聽听肅肃脫脱臨临舉举舊旧興兴薦荐藝艺藥药處处蘇苏衝冲衡衡裝装見见視视' +
  '覺觉觀观計计訂订訊讯託托記记訪访詢询試试話话該该認认誤误請请論论諮咨講讲謝谢識识警警議议譯译變变讓让' +
  '況况檔档勞劳團团賃赁劃划協协訓训節节壓压將将較较啟启檢检潔洁獻献盡尽種种積积築筑綜综緊紧習习虧亏複复訴诉診诊誠诚談谈讀读賠赔趨趋踐践轄辖遞递鄰邻醫医銀银銷销閱阅隊队雜杂雲云靈灵飲饮駐驻創创徑径淨净擇择係系臺台佈布幹干勢势療疗糾纠緩缓跡迹軌轨鎖锁籌筹'
const QUOTES = '“”"＂\'‘’「」『』〝〞'

/** What becomes of each UTF-16 unit: 0 stays, 1 is left out, any other is put in its place. A table, because every character of a document goes through it. */
const KEYED = new Uint16Array(65_536)
const ALIGNED = new Uint16Array(65_536)
for (let code = 0; code < 65_536; code++) {
  const char = String.fromCharCode(code)
  const narrowed = narrow(char).charCodeAt(0)
  if (narrowed !== code) KEYED[code] = ALIGNED[code] = narrowed
  if (narrowed <= 0x20 || code === 0xfeff || (code >= 0x200b && code <= 0x200f) || QUOTES.includes(char)) KEYED[code] = 1
}
for (let i = 0; i + 1 < PAIRS.length; i += 2) {
  const from = PAIRS.charCodeAt(i)
  if (from !== PAIRS.charCodeAt(i + 1)) KEYED[from] = ALIGNED[from] = PAIRS.charCodeAt(i + 1)
}

/**
 * The form of a text used for recognising words: half width, simplified, without blanks and quotation marks.
 * Never shown and never kept.
 */
export function key(text: string): string {
  return mapped(text, KEYED)
}

/** Simplified and half width with every character kept in its place, so that positions can be carried back to the text as it stood. */
export function aligned(text: string): string {
  return mapped(text, ALIGNED)
}

function mapped(text: string, table: Uint16Array): string {
  let out = ''
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const to = table[text.charCodeAt(i)]!
    if (to === 0) continue
    if (i > from) out += text.slice(from, i)
    if (to !== 1) out += String.fromCharCode(to)
    from = i + 1
  }
  return from === 0 ? text : from < text.length ? out + text.slice(from) : out
}

const NOTHING = new Set(['', '无', '-', '--', '---', '—', '——', '/', '\\', '\\\\', '//', '暂无', '无。', '－', '–', '*', '**', '***'])

const NOTHING_STARTS = new Set([...NOTHING].filter((word) => word !== '').map((word) => word.charCodeAt(0)))

/** True for an empty cell and for the words that say "nothing here". */
export function saysNothing(text: string): boolean {
  // Most cells say something, and their first character tells.
  const first = text === '' ? 0 : text.charCodeAt(0)
  if (first > 0x20 && KEYED[first] === 0 && !NOTHING_STARTS.has(first)) return false
  return NOTHING.has(key(text))
}

/** True for the places a blank template leaves open: XX, ××, **, ____, …… */
export function isBlankToFill(text: string): boolean {
  const body = key(text)
  if (body === '') return false
  for (const char of body) if (!'XxＸ×*_＿…□○〇'.includes(char)) return false
  return true
}

/** A Word field code printed into the text: ` TC 总体绩效目标 \f A \l 1`. Returns the text before it, or the text itself. */
export function withoutFieldCode(text: string): string {
  const at = text.indexOf(' TC ')
  if (at < 0 || text.indexOf('\\', at) < 0) return text
  return text.slice(0, at)
}
