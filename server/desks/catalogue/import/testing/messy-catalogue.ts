import { usccCheckCharacter } from '../../../../../rules/identifier/uscc.ts'

/** A catalogue as another city's system exports it: its own column names, its own words, and the slips of many hands. Made, not copied; always the same. */
export interface MessyCatalogue {
  readonly csv: string
  readonly mapping: string
  /** How many rows carry each planted slip: what the import must find. */
  readonly planted: Readonly<Record<Slip, number>>
  readonly rows: number
}

type Slip =
  | 'none'
  | 'no-name'
  | 'duplicate'
  | 'bad-body-check-digit'
  | 'short-implementation-code'
  | 'bad-level'
  | 'no-limits'
  | 'chinese-days'
  | 'months'
  | 'unit-missing'
  | 'vague-material'
  | 'no-basis'
  | 'unknown-procedure'
  | 'short-row'
  | 'unknown-applicant'
  | 'promised-over-statutory'

const slips: readonly Slip[] = [
  'no-name',
  'duplicate',
  'bad-body-check-digit',
  'short-implementation-code',
  'bad-level',
  'no-limits',
  'chinese-days',
  'months',
  'unit-missing',
  'vague-material',
  'no-basis',
  'unknown-procedure',
  'short-row',
  'unknown-applicant',
  'promised-over-statutory',
]

const subjects = [
  '食品生产',
  '危险化学品经营',
  '道路旅客运输',
  '种子生产',
  '兽药经营',
  '出版物零售',
  '保安服务',
  '旅馆业特种行业',
  '再生育',
  '公路涉路施工',
  '林木采伐',
  '燃气经营',
  '供水工程',
  '房屋拆除',
  '户外体育场地',
  '放射诊疗',
  '医师执业',
  '护士执业',
  '教师资格',
  '社会团体印章',
  '宗教活动场所',
  '渔业捕捞',
  '水域滩涂养殖',
  '测绘作业',
  '档案中介',
  '会计代理记账',
  '职业技能鉴定',
  '工伤认定',
  '特殊工时',
  '企业名称',
]
const kinds = ['许可', '登记', '审批', '备案', '变更', '延续', '注销', '年度核验', '补证', '换证']
const places = ['（市级）', '（县级）', '（乡镇）', '（新设）', '（迁址）', '（增项）', '（个人）', '（单位）', '（线上）', '（省级下放）']
const departments = [
  '市场监管局',
  '住房和城乡建设局',
  '农业农村局',
  '交通运输局',
  '卫生健康局',
  '教育和体育局',
  '水务局',
  '文化和旅游局',
  '应急管理局',
  '民政局',
]
const header = [
  '序号',
  '主项名称',
  '事项编码',
  '基本编码',
  '实施主体编码',
  '实施主体',
  '行使类型',
  '所属主题',
  '服务对象',
  '设立依据',
  '受理条件',
  '申报材料',
  '法定期限',
  '法定期限单位',
  '承诺期限',
  '承诺期限单位',
  '是否收费',
  '收费标准',
  '收费依据',
  '审批结果',
  '跑动次数',
  '办理地址',
  '受理时段',
  '咨询热线',
  '监督热线',
  '备注',
  '系统内部号',
]

/** Park–Miller: the same sequence on every machine. */
function dice(seed: number) {
  let state = seed
  return (sides: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % sides
  }
}

const quoted = (cell: string) => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const padded = (n: number, width: number) => String(n).padStart(width, '0')
const fullWidth = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

function bodyCode(n: number, broken: boolean): string {
  const body = `11130300${padded(10_000_000 + n * 37, 8)}X`
  const check = usccCheckCharacter(body)
  return body + (broken ? (check === '0' ? '1' : '0') : check)
}

/** Every twelfth row or so has a slip, kinds in turn; everything else is merely untidy. */
export function messyCatalogue(rows = 3000, seed = 20_260_302): MessyCatalogue {
  const roll = dice(seed)
  const planted = Object.fromEntries([...slips, 'none'].map((slip) => [slip, 0])) as Record<Slip, number>
  const lines = [header.join(',')]
  let earlier: string | undefined
  for (let n = 0; n < rows; n++) {
    const wanted = n % 12 === 7 ? slips[Math.floor(n / 12) % slips.length]! : 'none'
    const slip: Slip = wanted === 'duplicate' && earlier === undefined ? 'none' : wanted
    planted[slip]++
    const cells = slip === 'duplicate' ? earlier!.split('\u0001') : cellsOf(n, slip, roll)
    if (slip === 'none' && n % 12 === 3) earlier = cells.join('\u0001')
    lines.push((slip === 'short-row' ? cells.slice(0, 20) : cells).map(quoted).join(','))
    if (roll(97) === 0) lines.push(roll(2) === 0 ? '' : ','.repeat(header.length - 1))
  }
  return { csv: `${lines.join('\r\n')}\r\n`, mapping: JSON.stringify(mapping, null, 2), planted, rows }
}

function cellsOf(n: number, slip: Slip, roll: (sides: number) => number): string[] {
  const subject = subjects[n % subjects.length]!
  const kind = kinds[Math.floor(n / subjects.length) % kinds.length]!
  const name = `${subject}${kind}${places[Math.floor(n / 300) % places.length]!}`
  const body = bodyCode(n % 40, slip === 'bad-body-check-digit')
  const base = `0001${padded(31 + (n % 8), 2)}${padded(1 + (n % 900), 3)}${padded(Math.floor(n / 900), 3)}`
  const level = slip === 'bad-level' ? '9' : '4'
  const days = [5, 7, 10, 15, 20, 30][roll(6)]!
  const promised = slip === 'promised-over-statutory' ? days + 5 : Math.max(1, Math.floor(days / 2))
  const law = `《中华人民共和国${subject}管理条例》（2019年修订）第${['十二', '二十', '三十一', '八'][roll(4)]}条：从事${subject}活动，应当依法申请${kind}。`
  const materials = ['申请表', '营业执照（复印件1份）', '场所使用证明（原件1份、复印件1份）', '人员资格证明'].slice(0, 2 + roll(3))
  return [
    String(n + 1),
    slip === 'no-name' ? '  ' : roll(9) === 0 ? ` ${name} ` : name,
    slip === 'short-implementation-code' ? `${body}${level}${base}`.slice(0, 27) : `${body}${level}${base}`,
    base,
    body,
    departments[n % departments.length]!,
    slip === 'unknown-procedure' ? '行政处罚' : kind === '备案' ? '其他权力（备案）' : kind === '登记' ? '行政确认' : '行政许可',
    ['企业开办', '民生保障', '工程建设', '交通出行', '农业农村'][n % 5]!,
    slip === 'unknown-applicant' ? '自然人、外星人' : ['自然人', '自然人,企业法人', '企业法人、事业法人、社会组织法人', '企业法人'][roll(4)]!,
    slip === 'no-basis' ? '' : roll(5) === 0 ? `${law}\n《中华人民共和国行政许可法》第四十二条：略。` : law,
    `1.符合国家产业政策；2.有与其业务相适应的${roll(2) === 0 ? '场所' : '人员'}；3.无不良记录。`,
    `${materials.map((one, i) => `${i + 1}.${one}`).join(roll(2) === 0 ? '；' : '\n')}${slip === 'vague-material' ? `；${materials.length + 1}.法律法规规定的其他材料` : ''}`,
    slip === 'no-limits'
      ? '详见办事指南'
      : slip === 'chinese-days'
        ? '二十个工作日'
        : slip === 'months'
          ? '3个月'
          : roll(7) === 0
            ? fullWidth(String(days))
            : String(days),
    slip === 'chinese-days' || slip === 'months' || slip === 'unit-missing' || slip === 'no-limits' ? '' : '个工作日',
    slip === 'no-limits' ? '尽快' : slip === 'months' ? '30' : slip === 'chinese-days' ? '10' : String(promised),
    slip === 'unit-missing' || slip === 'no-limits' ? '' : slip === 'months' ? '自然日' : '工作日',
    n % 50 === 0 ? '是' : '否',
    n % 50 === 0 ? '每证10元' : '',
    n % 50 === 0 ? `某价费〔2018〕${1 + (n % 90)}号` : '',
    `${subject}${kind}证`,
    ['0', '1', '1次', '２'][roll(4)]!,
    `某市政务服务中心${1 + (n % 6)}楼${1 + (n % 40)}号窗口`,
    '周一至周五 9:00-17:00（法定节假日除外）',
    `0335-8${padded(n % 1_000_000, 6)}`,
    '12345',
    roll(20) === 0 ? '含"引号"与，逗号' : '',
    padded(n * 7, 9),
  ]
}

const mapping = {
  encoding: 'auto',
  columns: {
    name: '主项名称',
    implementationCode: '事项编码',
    basicCode: '基本编码',
    implementingBodyCode: '实施主体编码',
    procedure: { column: '行使类型', values: { 行政许可: 'permit', 行政确认: 'registration', '其他权力（备案）': 'filing' } },
    field: '所属主题',
    applicants: '服务对象',
    basis: '设立依据',
    conditions: '受理条件',
    materials: '申报材料',
    statutoryDays: { column: '法定期限', unit: '法定期限单位' },
    promisedDays: { column: '承诺期限', unit: '承诺期限单位' },
    fee: '是否收费',
    feeStandard: '收费标准',
    feeBasis: '收费依据',
    result: '审批结果',
    visits: '跑动次数',
    place: '办理地址',
    hours: '受理时段',
    phone: '咨询热线',
    complaintPhone: '监督热线',
  },
  defaults: { institution: '442002', office: 'general-counter' },
  ignored: ['序号', '实施主体', '备注'],
}
