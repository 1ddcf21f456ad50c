import { type Static, Type } from 'typebox'
import { permitStandings } from '../rules/case/standing/permit-life.ts'
import { casePhases } from '../rules/case/standing/permitted-acts.ts'
import { legNames } from '../rules/case/standing/state.ts'
import { Applicant, ApplicantKind, Certainty, Day, FileName, Id, Maybe, MovedDays, Procedure, Seq, shape } from './case-parts.ts'
import { ExcludedRuns, HearingView, Inspections, PaperView, Recusals, Supplements, ThirdParties } from './case-procedure.ts'
import { HowFollowed } from './permits-in-hand.ts'

/** What the desks show of cases: rows of lists, the case on one page, counts. */
const text = Type.String()
const Number0 = Type.Integer({ minimum: 0 })

const Phase = Type.Enum(casePhases)
export const LightName = Type.Union([
  Type.Literal('green'),
  Type.Literal('yellow'),
  Type.Literal('red-promise'),
  Type.Literal('red'),
  Type.Literal('stopped'),
  Type.Literal('none'),
])
const DayType = Type.Union([Type.Literal('workday'), Type.Literal('calendar'), Type.Literal('month')])
const LegNames = Type.Enum(legNames)

/** One line of a list. `light` and the dates are those of the running leg; `none` where no leg runs. */
export const CaseRow = Type.Object(
  {
    id: Id,
    number: text,
    phase: Phase,
    item: text,
    itemName: text,
    procedure: Procedure,
    applicantName: text,
    applicantKind: ApplicantKind,
    receivedOn: Day,
    office: text,
    stepName: Maybe(text),
    handler: Maybe(Type.Object({ id: Id, name: text }, shape)),
    leg: Maybe(LegNames),
    light: LightName,
    promisedDue: Maybe(Day),
    statutoryDue: Maybe(Day),
    provisional: Type.Boolean(),
    stepOverdue: Type.Boolean({ description: '正在办理的环节超过了它自己的时限' }),
    supplementOverdue: Type.Boolean({ description: '补正的最后一天已过，申请人没有补齐' }),
    reminders: Number0,
    /** How a granted permit stands today; null where none was granted. */
    permit: Maybe(Type.Enum(permitStandings, { description: '准予的许可现在的状态' })),
  },
  shape,
)

export const CaseListQuery = Type.Object(
  {
    of: Type.Optional(
      Type.Union([Type.Literal('mine'), Type.Literal('office'), Type.Literal('all')], {
        description: 'mine 我经办的；office 本部门；all 全部（按权限）',
      }),
    ),
    phase: Type.Optional(Phase),
    /** running: not yet concluded. */
    state: Type.Optional(Type.Union([Type.Literal('running'), Type.Literal('concluded'), Type.Literal('all')])),
    light: Type.Optional(LightName),
    step: Type.Optional(Type.Literal('late', { description: 'late 正在办理的环节超过了它自己的时限' })),
    supplement: Type.Optional(Type.Literal('late', { description: 'late 补正的最后一天已过，申请人没有补齐' })),
    item: Type.Optional(Id),
    office: Type.Optional(Id),
    handler: Type.Optional(Type.String({ minLength: 1, maxLength: 80, description: '经办人编号；nobody 待领办' })),
    receivedFrom: Type.Optional(Day),
    receivedTo: Type.Optional(Day),
    /** By the date that the list shows: promised, else statutory, of the running leg. */
    dueFrom: Type.Optional(Day),
    dueTo: Type.Optional(Day),
    text: Type.Optional(Type.String({ maxLength: 100, description: '办件编号、申请人或事项名称、拼音首字母' })),
    /** due: by the running leg's promised date, stopped last; newest: by day of receipt. A search by text is always newest first. */
    sort: Type.Optional(Type.Union([Type.Literal('due'), Type.Literal('newest')])),
    after: Type.Optional(Type.String({ maxLength: 300, description: '上一页返回的 next' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  },
  shape,
)

export const CaseList = Type.Object({ rows: Type.Array(CaseRow), next: Maybe(text) }, shape)

export const CaseCounts = Type.Object(
  {
    lights: Type.Record(LightName, Number0),
    stepsLate: Number0,
    supplementsLate: Number0,
    phases: Type.Record(Phase, Number0),
    mine: Number0,
    unclaimed: Number0,
    receivedToday: Number0,
    concludedToday: Number0,
  },
  { ...shape, description: '办件数：按灯号、环节超时、按状态、我的、待领办、今日收件、今日办结' },
)

const CaseReason = Type.Object(
  {
    about: Type.Union([Type.Literal('procedure'), Type.Literal('permit')]),
    on: Day,
    article: Maybe(text),
    text,
    /** Another case that it speaks of, where this visitor may open it. */
    case: Maybe(Type.Object({ id: Id, number: text }, shape)),
  },
  { ...shape, description: '时限之外的日子和理由：听取意见、听证、补交、个人信息请求，许可的准予、变更、延续、终止' },
)

const DataRequestKind = Type.Union([Type.Literal('correction'), Type.Literal('erasure')])

/** What applicants said or asked that waits for an answer. */
export const CaseAsks = Type.Array(
  Type.Object(
    {
      id: Id,
      number: text,
      itemName: text,
      applicantName: text,
      kind: Type.Union([Type.Literal('statement'), Type.Literal('recusal'), DataRequestKind]),
      on: Day,
      answerBy: Maybe(Day),
    },
    shape,
  ),
  { description: '申请人的陈述申辩、个人信息请求中等待答复的，先提出的在前' },
)

const PermittedAct = Type.Object(
  {
    act: text,
    title: text,
    article: Maybe(text),
    blocked: Maybe(Type.Object({ code: text, sentence: text }, shape)),
    onBehalfOf: Maybe(Type.Object({ id: Id, name: text }, shape)),
  },
  { ...shape, description: '可以办理的动作；blocked 说明眼下为何不能办；onBehalfOf 须以所代理的人的名义办理' },
)

const LegReason = Type.Object({ on: Day, article: text, text: text }, shape)

export const LegView = Type.Object(
  {
    name: LegNames,
    title: text,
    startedOn: Day,
    endedOn: Maybe(Day),
    light: LightName,
    statutory: Maybe(Type.Object({ days: Number0, dayType: DayType, article: text, due: Maybe(Day), left: Maybe(Type.Integer()) }, shape)),
    promised: Maybe(Type.Object({ days: Number0, dayType: DayType, article: text, due: Maybe(Day), left: Maybe(Type.Integer()) }, shape)),
    /** Where an open stop makes the dates depend on its announced end. */
    projected: Maybe(Type.Object({ promisedDue: Maybe(Day), statutoryDue: Maybe(Day) }, shape)),
    certainty: Certainty,
    reasons: Type.Array(LegReason),
  },
  shape,
)

const MaterialView = Type.Object(
  {
    material: Id,
    name: text,
    necessary: Type.Boolean(),
    maySupplyLater: Type.Boolean(),
    wanted: Type.Object({ form: text, originals: Number0, copies: Number0 }, shape),
    acceptance: text,
    handedIn: Maybe(Type.Object({ form: text, files: Type.Array(FileName), originals: Number0, copies: Number0, on: Day }, shape)),
    fault: Maybe(text),
    dueLater: Maybe(Day),
    dueMoved: MovedDays,
  },
  shape,
)

const AnswerView = Type.Object({ field: Id, label: text, value: text }, shape)

const StepView = Type.Object(
  {
    id: Id,
    name: text,
    role: text,
    days: Number0,
    dayType: DayType,
    /** The last day of the running step; null where the clock stands. */
    due: Maybe(Day),
    /** Over its own share of the promised days, now or when it was passed. */
    overdue: Type.Boolean(),
    stands: Type.Union([Type.Literal('passed'), Type.Literal('running'), Type.Literal('ahead')]),
    siteInspection: Type.Boolean(),
    checklist: Type.Array(Type.Object({ id: Id, point: text, necessary: Type.Boolean() }, shape)),
    phrases: Type.Array(text),
    passed: Maybe(Type.Object({ by: text, on: Day, opinion: text, ticked: Type.Array(Id) }, shape)),
  },
  shape,
)

const TimelineEntry = Type.Object(
  { position: Number0, seq: Seq, at: text, type: text, title: text, who: text, onBehalfOf: Maybe(text), text: text },
  shape,
)

/** The case on one page. Personal numbers are masked; `POST /api/cases/:id/reveal` shows them for a stated purpose. */
export const CasePage = Type.Object(
  {
    id: Id,
    number: text,
    seq: Seq,
    materialsSeq: Seq,
    phase: Phase,
    phaseTitle: text,
    item: Type.Object({ code: text, version: Type.Integer(), name: text, procedure: Procedure }, shape),
    institution: text,
    office: text,
    origin: Type.Object(
      { channel: text, receivedOn: Day, countsFrom: Maybe(Day), receivedAt: text, backdatedBecause: Maybe(text), receivedBy: Maybe(text) },
      shape,
    ),
    applicantKind: ApplicantKind,
    applicant: Type.Object({ ...Applicant.properties, name: text, idNumber: text, phone: text }, shape),
    answers: Type.Array(Type.Object({ title: text, fields: Type.Array(AnswerView) }, shape)),
    materials: Type.Array(MaterialView),
    steps: Type.Array(StepView),
    handler: Maybe(Type.Object({ id: Id, name: text }, shape)),
    supplements: Supplements,
    acceptance: Maybe(Type.Object({ on: Day, ground: text, by: Maybe(text) }, shape)),
    inspections: Inspections,
    excluded: ExcludedRuns,
    thirdParties: ThirdParties,
    hearing: Maybe(HearingView),
    recusals: Recusals,
    /** Who has to do with the case, and so may be asked to stand aside. */
    concerned: Type.Array(Type.Object({ id: Id, name: text, as: text }, shape)),
    /** What the applicant stated outside a hearing, and what she asked of her personal data; each with the answer. */
    statements: Type.Array(
      Type.Object(
        {
          id: Id,
          on: Day,
          text,
          answer: Maybe(Type.Object({ on: Day, by: text, accepted: Type.Boolean(), reasons: text }, shape)),
        },
        shape,
      ),
    ),
    dataRequests: Type.Array(
      Type.Object(
        {
          id: Id,
          kind: DataRequestKind,
          on: Day,
          answerBy: Day,
          moved: MovedDays,
          wish: text,
          answer: Maybe(Type.Object({ on: Day, by: text, done: Type.Boolean(), reasons: text }, shape)),
        },
        shape,
      ),
    ),
    consentsToElectronicService: Type.Boolean(),
    /** What the bureau said that it means to do to the applicant or holder, and what became of it. */
    measures: Type.Array(
      Type.Object(
        {
          id: Id,
          kind: Type.Union([Type.Literal('refusal'), Type.Literal('revocation'), Type.Literal('withdrawal'), Type.Literal('change')]),
          on: Day,
          by: text,
          replyBy: Day,
          moved: MovedDays,
          ground: Maybe(text),
          facts: text,
          /** Of a change: what the permit is to say. */
          changeTo: Maybe(text),
          validTo: Maybe(Day),
          ended: Maybe(Type.Object({ on: Day, how: text }, shape)),
        },
        shape,
      ),
    ),
    /** How a granted permit stands today; null where none was granted. */
    permit: Maybe(
      Type.Object(
        {
          standing: Type.Enum(permitStandings),
          title: text,
          since: Maybe(Day),
          ground: Maybe(text),
          /** The last day as it now is, where a change brought it forward. */
          validTo: Maybe(Day),
          followed: Type.Array(Type.Object({ how: HowFollowed, on: Day, case: Id, number: text, article: text, from: Day, to: text }, shape), {
            description: '另一件办件应被许可人的申请变更、延续了本许可：日期、办件、条文、期限',
          }),
          changes: Type.Array(Type.Object({ on: Day, number: text, ground: text, content: text, conditions: Type.Array(text) }, shape), {
            description: '本局依法变更许可的各次决定：日期、文号、情形、变更后的内容和要求',
          }),
        },
        { ...shape, description: '许可现在的状态；变更、撤销、撤回、暂扣、吊销、注销的，写明日期和情形' },
      ),
    ),
    /** The permit that the application would change or renew, in this bureau's own register. */
    inHand: Maybe(Type.Object({ how: HowFollowed, case: Id, number: text, itemName: text, endsOn: text, article: text }, shape)),
    /** What the application says by itself of a permit in hand; null where it says nothing of one. */
    inHandSaid: Maybe(Type.Object({ how: HowFollowed, number: Maybe(text) }, shape)),
    /** The applicant may not apply again for this item up to this day. */
    barredUntil: Maybe(Day),
    decision: Maybe(
      Type.Object(
        {
          outcome: text,
          title: text,
          on: Day,
          by: Maybe(text),
          reasons: Type.Array(text),
          validity: Maybe(Type.Object({ from: Day, to: text }, shape)),
        },
        shape,
      ),
    ),
    papers: Type.Array(PaperView),
    /** Pictures of papers that were left behind. */
    servicePhotos: Type.Array(FileName),
    legs: Type.Array(LegView),
    /** What the leg of the same name was before it began anew: the notice's own days before a correction. */
    earlierLegs: Type.Array(LegView),
    /** What has its day and its article beside the legs: who is heard by when, and the life of the permit. */
    reasons: Type.Array(CaseReason),
    light: LightName,
    timeline: Type.Array(TimelineEntry),
    acts: Type.Array(PermittedAct),
    /** What comes next, by when and by whom, in one sentence. */
    next: text,
  },
  shape,
)

/** The answer to every act on a case. */
export const CaseAnswer = Type.Object(
  { id: Id, number: text, phase: Phase, papers: Type.Array(Type.Object({ id: Id, kind: text, number: text }, shape)) },
  { ...shape, description: '办理结果：办件、现状态、出具的文书' },
)

export type CaseRow = Static<typeof CaseRow>
export type CaseList = Static<typeof CaseList>
export type CaseListQuery = Static<typeof CaseListQuery>
export type CaseAsks = Static<typeof CaseAsks>
export type CaseCounts = Static<typeof CaseCounts>
export type CasePage = Static<typeof CasePage>
export type CaseReason = Static<typeof CaseReason>
export type LegView = Static<typeof LegView>
export type CaseAnswer = Static<typeof CaseAnswer>
