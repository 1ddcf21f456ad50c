import { Type } from 'typebox'
import { cancellationGrounds, takingGrounds } from '../rules/paper/permit-grounds.ts'
import { Answers, Applicant, ApplicantKind, Day, Digest, Fault, FileName, HandedIn, Id, Line, Maybe, Seq, shape, Words } from './case-parts.ts'
import { HowFollowed } from './permits-in-hand.ts'

/**
 * What each act of a case takes as its body. `POST /api/cases/:id/acts/<act>`; `seq` is what the user saw, `onBehalfOf` the absent colleague (staff
 * id) whose delegate acts.
 */
const act = <P extends Parameters<typeof Type.Object>[0]>(properties: P, description: string) =>
  Type.Object({ seq: Type.Optional(Seq), onBehalfOf: Type.Optional(Id), ...properties }, { ...shape, description })

const SupplementDays = Type.Optional(
  Type.Integer({ minimum: 1, maximum: 365, description: '给多少天补正：只能比事项（没有规定的，本局）规定的长；不填即按规定' }),
)
const Reasons = Type.Array(Words(2000), { minItems: 1, maxItems: 20 })
const Falsehood = Type.Optional(Type.Boolean({ description: '因隐瞒有关情况或者提供虚假材料，已经告知拟作处理' }))
const keysOf = <T extends object>(table: T) => Object.keys(table) as (keyof T & string)[]
const Time = Type.String({ pattern: '^\\d{2}:\\d{2}$', description: 'HH:MM' })
const Person = Type.Object({ name: Line(100), role: Line(100) }, shape)
const Inspector = Type.Object({ name: Line(100), licence: Type.Optional(Line(60)) }, shape)
const Finding = Type.Object({ point: Words(500), found: Words(2000), conforms: Type.Boolean() }, shape)
const forPublicInterest = {
  reasons: Reasons,
  publicInterest: Words(1000),
  compensation: Type.Object(
    { loss: Type.Boolean({ description: '造成财产损失' }), words: Words(1000) },
    { ...shape, description: '有损失的，怎样补偿；没有损失的，如何查明' },
  ),
}
/** The applicant, or the id of a third party that was informed. */
const Party = Type.String({ minLength: 1, maxLength: 80, description: 'applicant 或利害关系人编号' })

const application = {
  item: Id,
  /** The version whose guide and form the applicant saw. */
  itemVersion: Type.Integer({ minimum: 1 }),
  applicantKind: ApplicantKind,
  applicant: Applicant,
  answers: Answers,
  materials: Type.Array(HandedIn, { maxItems: 200 }),
  consentsToElectronicService: Type.Boolean(),
}

export const SubmitApplication = Type.Object(
  { ...application, actsFor: Type.Optional(Type.String({ minLength: 1, maxLength: 18, description: '代理的单位：统一社会信用代码' })) },
  { ...shape, description: '网上提交申请' },
)

export const ReceiveAtCounter = Type.Object(
  { ...application, account: Type.Optional(Id), receivedOn: Type.Optional(Day), backdatedBecause: Type.Optional(Words(500)) },
  { ...shape, description: '窗口收件；补录至多早五个工作日，须说明原因' },
)

export const caseActInputs = {
  'supplement-materials': act({ materials: Type.Array(HandedIn, { maxItems: 200 }), answers: Type.Optional(Answers) }, '提交补正材料'),
  'give-up-supplement': act({}, '申请人表示不再补正'),
  'withdraw-application': act({ reason: Words(500) }, '撤回申请'),
  'request-supplement': act(
    { faults: Type.Array(Fault, { minItems: 1, maxItems: 100 }), reason: Type.Optional(Words(500)), days: SupplementDays },
    '一次性告知补正；第二次须说明原因',
  ),
  'accept-case': act({}, '受理'),
  'accept-with-shortfall': act({ materials: Type.Array(Id, { minItems: 1, maxItems: 50 }) }, '容缺受理：所列材料限期补交'),
  'meet-shortfall': act({ materials: Type.Array(HandedIn, { minItems: 1, maxItems: 50 }) }, '补交容缺材料'),
  'declare-not-permit-matter': act(
    { reason: Words(1000), basis: Type.Optional(Words(500)), advice: Type.Optional(Words(500)) },
    '不受理：依法不需要取得行政许可',
  ),
  'decline-case': act(
    {
      ground: Type.Union([
        Type.Object({ kind: Type.Literal('other-organ'), rightOrgan: Line(200), rightOrganAddress: Type.Optional(Line(300)) }, shape),
        Type.Object({ kind: Type.Literal('other'), basis: Words(500) }, shape),
      ]),
      reasons: Reasons,
      falsehood: Falsehood,
    },
    '不予受理',
  ),
  'claim-case': act({}, '领办'),
  'hand-over-case': act({ to: Id, reason: Words(500) }, '移交办件'),
  'take-over-case': act({ to: Id, reason: Words(500) }, '接管离岗人员的办件'),
  'pass-step': act({ step: Id, ticked: Type.Array(Id, { maxItems: 100 }), opinion: Words(2000) }, '环节通过'),
  'return-step': act({ to: Id, reason: Words(1000) }, '退回前一环节'),
  'record-site-inspection': act(
    {
      on: Day,
      startedAt: Time,
      endedAt: Time,
      place: Line(300),
      inspectors: Type.Array(Inspector, { minItems: 1, maxItems: 20 }),
      present: Type.Array(Person, { maxItems: 20 }),
      rightsTold: Type.Boolean({ description: '已出示证件并告知陈述、申辩权利' }),
      findings: Type.Array(Finding, { minItems: 1, maxItems: 100 }),
      photos: Type.Array(FileName, { maxItems: 100 }),
      remarks: Type.Optional(Words(2000)),
    },
    '现场勘验记录',
  ),
  'start-excluded-procedure': act(
    {
      kind: Id,
      reason: Words(1000),
      days: Type.Integer({ minimum: 1, maximum: 3650 }),
      basis: Type.Optional(Type.String({ maxLength: 200, description: '哪部法律、哪一条要求；事项没有写明这种程序的必填，听证除外' })),
    },
    '启动特别程序',
  ),
  'end-excluded-procedure': act({ result: Words(1000) }, '结束特别程序'),
  'extend-review': act({ reason: Words(1000), days: Type.Integer({ minimum: 1, maximum: 3650 }) }, '延长审查期限'),
  'inform-third-party': act(
    {
      name: Line(200),
      kind: Type.Union([Type.Literal('person'), Type.Literal('organisation')]),
      interest: Words(1000),
      gist: Words(1000),
      replyDays: Type.Integer({ minimum: 1, maximum: 60, description: '陈述申辩期限，工作日' }),
    },
    '告知利害关系人',
  ),
  'record-third-party-statement': act({ party: Id, gist: Words(2000), statement: Words(5000), answer: Words(2000) }, '记录陈述、申辩'),
  'make-statement': act({ statement: Words(5000) }, '陈述、申辩'),
  'answer-statement': act({ statement: Id, accepted: Type.Boolean({ description: '是否采纳' }), reasons: Words(2000) }, '答复陈述、申辩'),
  'inform-hearing-right': act(
    {
      party: Party,
      ground: Type.Union([
        Type.Object({ kind: Type.Literal('interests'), interest: Words(1000) }, shape),
        Type.Object({ kind: Type.Literal('announced'), basis: Words(1000) }, shape),
      ]),
      intention: Type.Optional(Words(1000)),
    },
    '告知听证权利',
  ),
  'request-hearing': act({ party: Party }, '申请听证'),
  'waive-hearing': act({ party: Party }, '放弃听证'),
  'announce-hearing': act(
    {
      heldOn: Day,
      startsAt: Type.Optional(Type.String({ pattern: '^\\d{2}:\\d{2}$', description: '开始时间，HH:MM' })),
      place: Line(300),
      chair: Id,
      matter: Type.Optional(Type.String({ maxLength: 500, description: '听证内容，向社会公告：不写商业秘密和个人信息；依第四十六条举行的必填' })),
      postponedBecause: Type.Optional(Type.String({ maxLength: 300, description: '改期的原因，向社会公告；已公告过日期的必填' })),
    },
    '通知、公告听证时间、地点，出具听证通知书',
  ),
  'hold-hearing': act({ on: Day, minutes: Digest }, '记录听证'),
  'request-recusal': act({ party: Party, against: Id, reason: Words(1000) }, '申请工作人员回避；答复之前被申请人不主持、不审查、不决定'),
  'decide-recusal': act(
    {
      recusal: Id,
      granted: Type.Boolean({ description: 'true 同意回避；false 不同意' }),
      reasons: Words(1000),
      handler: Type.Optional(Id),
      chair: Type.Optional(Id),
    },
    '决定是否回避；同意的，handler 为接办人（不填则待领办），chair 为接替的听证主持人（不填则另行公告听证）',
  ),
  'grant-case': act(
    {
      basedOnSeq: Seq,
      content: Words(1000),
      conditions: Type.Array(Words(500), { maxItems: 20 }),
      opinion: Words(2000),
      ticked: Type.Array(Id, { maxItems: 100 }),
      validFrom: Type.Optional(Day),
    },
    '准予',
  ),
  'refuse-case': act({ basedOnSeq: Seq, reasons: Reasons, opinion: Words(2000), falsehood: Falsehood }, '不予许可'),
  'forward-case': act(
    {
      basedOnSeq: Seq,
      agrees: Type.Boolean({ description: 'true 建议准予；false 建议不予' }),
      reasons: Reasons,
      opinion: Words(2000),
      ticked: Type.Array(Id, { maxItems: 100 }),
    },
    '初步审查后，连同全部申请材料报上级机关决定',
  ),
  'record-superior-decision': act(
    { granted: Type.Boolean({ description: '上级机关是否准予' }), decidedOn: Day, number: Line(100) },
    '登记上级机关的决定',
  ),
  'tell-intended-measure': act(
    {
      ground: Type.Optional(Type.Enum(keysOf(takingGrounds), { description: '撤销、撤回或者变更的情形；办理中的件不填' })),
      changeTo: Type.Optional(Words(1000)),
      validTo: Type.Optional(Day),
      facts: Words(2000),
      replyDays: Type.Integer({ minimum: 1, maximum: 60, description: '陈述申辩期限，工作日' }),
    },
    '告知拟作处理：办理中的，拟因虚假材料不予受理或者不予许可并警告；已准予的，拟撤销、撤回，填写 changeTo（变更后的内容）的，拟变更，validTo 为拟缩短至的有效期',
  ),
  'drop-intended-measure': act({ reason: Words(1000) }, '不再作告知过的处理'),
  'revoke-permit': act(
    { reasons: Reasons, publicInterestWeighed: Type.Boolean({ description: '已经研究，撤销不会对公共利益造成重大损害' }) },
    '撤销许可',
  ),
  'withdraw-permit': act(forPublicInterest, '撤回许可'),
  'change-permit': act(
    {
      ...forPublicInterest,
      content: Words(1000),
      conditions: Type.Array(Words(500), { maxItems: 20 }),
      validTo: Type.Optional(Day),
    },
    '变更许可：变更后的内容和要求都写全，许可继续有效；validTo 为缩短后的有效期，不早于告知过的',
  ),
  'name-permit-in-hand': act(
    {
      permit: Type.Union([Line(80), Type.Null()], { description: '原许可的办件编号或者准予决定的文号；null 为撤下已经关联的' }),
      how: HowFollowed,
    },
    '关联本局登记簿里的原许可：准予以后在原许可上记明；延续的，原许可的届满日以登记簿为准',
  ),
  'record-penalty': act(
    {
      penalty: Type.Union([Type.Literal('suspension'), Type.Literal('forfeiture')], { description: 'suspension 暂扣；forfeiture 吊销' }),
      organ: Line(100),
      number: Line(100),
      decidedOn: Day,
      from: Type.Optional(Day),
      until: Type.Optional(Day),
    },
    '登记处罚机关暂扣、吊销许可证件的决定',
  ),
  'lift-suspension': act({ liftedOn: Day, number: Line(100) }, '登记处罚机关提前解除暂扣'),
  'cancel-permit': act({ ground: Type.Enum(keysOf(cancellationGrounds)), reasons: Reasons }, '注销许可'),
  'lift-bar': act({ reason: Words(1000) }, '撤销再次申请限制'),
  'acknowledge-filing': act({ ticked: Type.Array(Id, { maxItems: 100 }), opinion: Type.Optional(Words(1000)) }, '出具备案回执'),
  'return-filing': act(
    { faults: Type.Array(Fault, { minItems: 1, maxItems: 100 }), reason: Type.Optional(Words(500)), days: SupplementDays },
    '备案退回补齐',
  ),
  'correct-clerical-error': act(
    {
      paper: Id,
      corrections: Type.Array(Type.Object({ place: Line(200), wrong: Words(500), right: Words(500) }, shape), { minItems: 1, maxItems: 20 }),
    },
    '更正文书笔误',
  ),
  'void-paper': act({ paper: Id, reason: Words(500), reissue: Type.Boolean({ description: '同时重新出具一份' }) }, '作废文书'),
  'serve-papers': act(
    {
      papers: Type.Array(Id, { minItems: 1, maxItems: 20 }),
      method: Type.Union([Type.Literal('direct'), Type.Literal('left'), Type.Literal('post'), Type.Literal('entrusted'), Type.Literal('electronic')]),
      receiver: Line(100),
      place: Line(300),
      servedOn: Day,
      reference: Type.Optional(
        Type.String({ minLength: 1, maxLength: 100, description: '邮寄：邮件号码；委托：受委托的单位；电子：网上账户以外的收件地址' }),
      ),
      postedOn: Type.Optional(Day),
      refusedBecause: Type.Optional(Type.String({ minLength: 1, maxLength: 500, description: '留置：拒收事由' })),
      witnesses: Type.Optional(
        Type.Array(Type.Object({ name: Line(100), unit: Line(100) }, shape), { maxItems: 10, description: '留置：见证人及其单位' }),
      ),
      photos: Type.Optional(Type.Array(FileName, { maxItems: 20, description: '留置：送达过程的照片、录像' })),
      servers: Type.Array(Line(100), { minItems: 1, maxItems: 10 }),
    },
    '送达；servedOn：直接、委托为签收日，邮寄为回执上的收件日，电子为到达收件系统之日，留置为留下文书之日',
  ),
  'announce-service': act(
    {
      papers: Type.Array(Id, { minItems: 1, maxItems: 20 }),
      receiver: Line(100),
      announcedOn: Day,
      publishedIn: Line(200),
      because: Words(500),
    },
    '公告送达：自公告之日起经过三十日视为送达，到期自动记为送达',
  ),
  'archive-case': act({ location: Maybe(Line(200)) }, '归档'),
  'remind-case': act({ text: Words(500) }, '催办'),
  'correct-applicant-data': act({ applicant: Type.Partial(Applicant, shape), reason: Words(500) }, '更正申请人信息'),
  'change-service-consent': act({ consents: Type.Boolean({ description: '是否同意电子送达' }) }, '变更电子送达意愿'),
  'request-data-change': act(
    { kind: Type.Union([Type.Literal('correction'), Type.Literal('erasure')]), wish: Words(2000) },
    '请求更正或者删除个人信息',
  ),
  'answer-data-request': act(
    {
      request: Id,
      done: Type.Boolean({ description: 'true 照办；false 不能照办' }),
      reasons: Words(2000),
      applicant: Type.Optional(Type.Partial(Applicant, shape)),
    },
    '答复个人信息请求；照办更正的，同时更正申请人信息',
  ),
  'erase-personal-data': act({ reason: Words(500) }, '删除个人信息'),
} as const
