import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../act.ts'
import { addDays, type PlainDate } from '../time/plain-date.ts'
import { rolesInCase } from './standing/case-roles.ts'
import { caseRef, type CaseEntries, type Effects } from './standing/entries.ts'
import { isConcluded } from './folding/fold.ts'
import { actsPermitted, type CaseAct, caseActs, isPermitted, phaseAfter } from './standing/permitted-acts.ts'
import type { CaseState, LegName } from './standing/state.ts'
import { aPortalCase, calendar, type CaseStory, people } from './testing/a-case.ts'
import { aFiling, anItem } from './testing/an-item.ts'
import { refold } from './testing/book.ts'

// No entry may carry data under a name that the common effects use: the one would hide the other.
type Clash = { [T in keyof CaseEntries]: keyof CaseEntries[T] & keyof Effects }[keyof CaseEntries]
const noClash: [Clash] extends [never] ? true : false = true

const all: Actor = { kind: 'staff', id: 's-all', name: '全能', office: 'social-affairs', roles: ['window-clerk', 'reviewer', 'decision-maker'] }
const actors: readonly Actor[] = [...Object.values(people), all]
const unpermitted = new Set(['act-not-for-role', 'act-not-in-phase', 'case-already-accepted', 'case-already-decided', 'case-not-found'])

const items = {
  plain: anItem(),
  loose: anItem({
    separation: false,
    limits: {
      ...anItem().limits,
      statutory: { ...anItem().limits.statutory, startEvent: 'received' },
      promised: { ...anItem().limits.promised, startEvent: 'received' },
    },
  }),
  inspected: anItem({
    steps: [{ ...anItem().steps[0]!, siteInspection: true }, anItem().steps[1]!],
    hearing: { announced: false, interestedParties: true },
  }),
  filing: aFiling(),
}

/** A plausible input for any act in any state; `n` varies it. */
function inputFor(act: CaseAct, state: CaseState, n: number): object {
  const paper = (material: string) => ({ material, form: 'paper', files: [], originals: 1, copies: 0 })
  const materials = [[paper('application')], [paper('lease')], [paper('application'), paper('lease')], []][n % 4]!
  const today = state.origin.receivedOn
  const item = Object.values(items).find(({ code }) => code === state.item.code)!
  const step = item.steps[state.step] ?? item.steps[0]!
  const party = ['applicant', state.thirdParties[0]?.id ?? 'nobody'][n % 2]!
  const lastPaper = state.papers.at(-(1 + (n % 3)))?.id ?? 'none'
  const of: { readonly [act in CaseAct]?: object } = {
    'supplement-materials': { materials, ...(n % 3 === 0 ? { answers: { address: `地址${n}` } } : {}) },
    'request-supplement': {
      faults: [{ material: n % 2 ? 'lease' : 'form', fault: '误', correction: '改' }],
      ...(n % 3 ? { reason: '仍不合格' } : {}),
    },
    'return-filing': { faults: [{ material: 'lease', fault: '误', correction: '改' }], ...(n % 3 ? { reason: '仍不合格' } : {}) },
    'accept-with-shortfall': { materials: ['lease'] },
    'meet-shortfall': { materials: [paper('lease')] },
    'decline-case': { ground: n % 2 ? { kind: 'other-organ', rightOrgan: '省厅' } : { kind: 'other', basis: '依据' }, reasons: ['理由'] },
    'deem-renewed': { subject: caseRef(state.id), timer: 'deem-renewed' },
    'deem-accepted': { subject: caseRef(state.id), timer: 'deem-accepted' },
    'hand-over-case': { to: ['s-reviewer', 's-clerk', 's-decider'][n % 3], reason: '移交' },
    'take-over-case': { to: ['s-reviewer', 's-clerk', 's-decider'][n % 3], reason: '接管' },
    'pass-step': { step: step.id, ticked: step.checklist.map(({ id }) => id), opinion: '同意' },
    'return-step': { to: item.steps[0]!.id, reason: '重审' },
    'record-site-inspection': {
      on: state.acceptance?.on ?? today,
      startedAt: '09:00',
      endedAt: '10:00',
      place: '现场',
      inspectors: [{ name: '甲' }, { name: n % 4 ? '乙' : '甲' }],
      present: [],
      rightsTold: true,
      findings: [{ point: '点', found: '符合', conforms: true }],
      photos: [],
    },
    'start-excluded-procedure': { kind: ['expert-review', 'hearing', 'tea'][n % 3], reason: '需要', days: 1 + (n % 12) },
    'end-excluded-procedure': { result: '完成' },
    'extend-review': { reason: '复杂', days: 1 + (n % 11) },
    'inform-third-party': { name: `邻居${n % 3}`, kind: 'person', interest: '采光', gist: '开店', replyDays: 1 + (n % 5) },
    'record-third-party-statement': { party, gist: '意见', statement: '全文', answer: '答复' },
    'make-statement': { statement: n % 3 ? `意见${n}` : ' ' },
    'answer-statement': { statement: state.statements?.at(-1)?.id ?? 'none', accepted: n % 2 === 0, reasons: n % 4 ? '采纳' : '' },
    'inform-hearing-right': { party, ground: n % 5 ? { kind: 'interests', interest: '利益' } : { kind: 'announced', basis: '依据' } },
    'request-hearing': { party },
    'waive-hearing': { party },
    'announce-hearing': {
      heldOn: addDays(today, 10 + (n % 30)),
      place: '会议室',
      chair: ['s-supervisor', 's-reviewer'][n % 2],
      matter: n % 3 ? '夜间经营' : '',
      postponedBecause: n % 5 ? '改期' : '',
    },
    'request-recusal': { party, against: ['s-reviewer', 's-supervisor', 's-decider', 's-head'][n % 4], reason: n % 5 ? '亲属' : ' ' },
    'decide-recusal': {
      recusal: state.recusals?.findLast(({ answer }) => answer === null)?.id ?? 'none',
      granted: n % 3 === 0,
      reasons: '已查明',
      ...(n % 2 ? { handler: 's-reviewer2' } : {}),
      ...(n % 4 ? {} : { chair: 's-head' }),
    },
    'announce-service': {
      papers: [lastPaper],
      receiver: '人',
      announcedOn: state.papers.at(-1)?.on ?? today,
      publishedIn: '日报',
      because: n % 4 ? '下落不明' : ' ',
    },
    'serve-announced': { subject: caseRef(state.id), timer: `announced/${state.announcements?.[0]?.id ?? 'none'}` },
    'hold-hearing': { on: state.hearing?.announced?.heldOn ?? today, minutes: 'a'.repeat(64) },
    'grant-case': { basedOnSeq: n % 5 ? state.seq : n % 7, content: '准予', conditions: [], opinion: '准', ticked: ['lawful'] },
    'refuse-case': { basedOnSeq: n % 5 ? state.seq : n % 7, reasons: ['不符'], opinion: '否', ...(n % 7 ? {} : { falsehood: true }) },
    'forward-case': { basedOnSeq: state.seq, agrees: n % 2 === 0, reasons: ['意见'], opinion: '', ticked: ['lawful'] },
    'record-superior-decision': { granted: n % 2 === 0, decidedOn: today, number: '冀〔2026〕1号' },
    'tell-intended-measure': {
      facts: '合同系伪造',
      replyDays: 1 + (n % 2),
      ...(n % 3 ? { ground: n % 4 ? 'fraud' : 'law-changed' } : {}),
      ...(n % 5 ? {} : { changeTo: '夜间停业' }),
    },
    'drop-intended-measure': { reason: n % 4 ? '不成立' : '' },
    'revoke-permit': { reasons: n % 5 ? ['合同系伪造'] : [], publicInterestWeighed: n % 4 !== 0 },
    'withdraw-permit': {
      reasons: n % 5 ? ['规划调整'] : [],
      publicInterest: n % 4 ? '保护水源' : ' ',
      compensation: { loss: n % 2 === 0, words: n % 3 ? '已查明' : '' },
    },
    'change-permit': {
      content: n % 4 ? '夜间停业' : '',
      conditions: [],
      reasons: ['规划调整'],
      publicInterest: '保护水源',
      compensation: { loss: false, words: '已查明' },
    },
    'record-penalty': {
      penalty: n % 3 ? 'suspension' : 'forfeiture',
      organ: '市场监督管理局',
      number: `罚〔2026〕${n}号`,
      decidedOn: today,
      ...(n % 2 ? { until: addDays(today, n % 20) } : {}),
    },
    'lift-suspension': { liftedOn: today, number: '解〔2026〕1号' },
    'cancel-permit': { ground: ['revoked', 'expired', 'other', 'organisation-ended'][n % 4], reasons: ['不再经营'] },
    'acknowledge-filing': { ticked: ['complete'] },
    'correct-clerical-error': { paper: lastPaper, corrections: [{ place: '一', wrong: '甲', right: '乙' }], printed: n % 4 ? '甲' : '丙' },
    'void-paper': { paper: lastPaper, reason: '误', reissue: n % 2 === 0 },
    'serve-papers': {
      papers: [lastPaper],
      method: 'direct',
      receiver: '人',
      place: '厅',
      servedOn: state.papers.at(-1)?.on ?? today,
      servers: ['王'],
    },
    'archive-case': { location: null },
    'remind-case': { text: '请抓紧' },
    'correct-applicant-data': { applicant: { phone: `1380000${1000 + n}` }, reason: '换号' },
    'change-service-consent': { consents: n % 2 === 0 },
    'request-data-change': { kind: n % 2 ? 'erasure' : 'correction', wish: '电话写错了' },
    'answer-data-request': {
      request: state.dataRequests?.at(-1)?.id ?? 'none',
      done: n % 2 === 0 && state.dataRequests?.at(-1)?.kind === 'correction',
      reasons: '已改',
      applicant: { phone: `1390000${1000 + n}` },
    },
    'note-deadline-crossed': { subject: caseRef(state.id), timer: ['review/promised', 'notice/yellow', 'shortfall', 'x'][n % 4] },
    'move-deadlines': { calendarVersion: calendar.version, because: '暴雪' },
  }
  return { reason: '理由', ...of[act] }
}

/** Counts days one by one, as somebody with a wall calendar would. */
function slowDue(start: PlainDate, days: number, stops: readonly { readonly from: PlainDate; readonly to: PlainDate }[]): PlainDate {
  let day = start
  for (let left = days; left > 0; ) {
    day = addDays(day, 1)
    if (calendar.isWorkday(day) && !stops.some(({ from, to }) => day > from && day <= to)) left--
  }
  // Stopped on the very last day: that day was in time, so the last day is the one of resumption, or the next working day.
  for (const { from, to } of stops) if (from !== to && day >= from && day <= to) for (day = to; !calendar.isWorkday(day); ) day = addDays(day, 1)
  return day
}

function checkState(story: CaseStory, item: (typeof items)[keyof typeof items]): void {
  const state = story.state()
  expect(refold(story.book.entries, caseRef(story.id))).toEqual(state)
  expect(story.book.timerRefusals).toEqual([])
  const running = (name: LegName) => state.legs[name]?.leg.endedOn === null
  expect(running('notice')).toBe(state.phase === 'pre-review')
  expect(running('filing')).toBe(state.phase === 'filing-check')
  expect(running('supplement')).toBe(state.phase === 'supplementing' || state.phase === 'filing-returned')
  expect(running('review')).toBe(state.phase === 'in-review' || state.phase === 'stopped')
  expect(running('step')).toBe(running('review'))
  if (running('service')) expect(['granted', 'refused']).toContain(state.phase)
  expect(isConcluded(state)).toBe(state.decision !== null)
  if (state.outcome === 'granted' || state.outcome === 'refused') expect(state.acceptance).not.toBeNull()
  if (item.separation && (state.outcome === 'granted' || state.outcome === 'refused')) {
    expect(state.reviewers).not.toContain(state.decision!.by!.id)
    expect([...state.reviewers, state.decision!.by!.id]).not.toContain(state.acceptance!.by?.id)
  }
  for (const { against, answer, on } of state.recusals ?? []) {
    // Who stands aside decides nothing from that day on, and presides over nothing.
    if (answer === null || answer.granted) expect(state.decision?.by?.id === against.id && state.decision.on > on).toBe(false)
    if (state.hearing?.held && state.hearing.held.on > on && answer?.granted) expect(state.hearing.held.chair.id).not.toBe(against.id)
  }
  const review = state.legs.review
  if (review) {
    const open = review.leg.stops.filter(({ to }) => to === null)
    expect(open.length).toBe(state.phase === 'stopped' ? 1 : 0)
    expect(review.dates.stopped).toBe(state.phase === 'stopped')
    expect(review.leg.extensions.length).toBeLessThanOrEqual(1)
    if (open.length === 0) {
      const stops = review.leg.stops.map(({ from, to }) => ({ from, to: to! }))
      const extra = review.leg.extensions[0]?.days ?? 0
      expect(review.dates.promisedDue).toBe(slowDue(review.leg.startedOn, review.leg.promised!.days + extra, stops))
      expect(review.dates.statutoryDue).toBe(slowDue(review.leg.startedOn, review.leg.statutory!.days + extra, stops))
      const step = state.legs.step!
      if (running('step')) {
        const share = item.steps[state.step]!.days + (step.leg.extensions[0]?.days ?? 0)
        const stopsOfStep = step.leg.stops.map(({ from, to }) => ({ from, to: to! }))
        expect(step.dates.promisedDue).toBe(slowDue(step.leg.startedOn, share, stopsOfStep))
        const today = story.book.now.slice(0, 10)
        const late = today > step.dates.promisedDue!
        const noted = state.crossed.some(({ leg, at }) => leg === 'step' && at === step.dates.promisedDue)
        // An extension may move the day and still leave it behind: that is noted with the next act, perhaps on the same day.
        if (!late || step.leg.extensions[0]?.on !== today) expect(noted).toBe(late)
      }
    } else expect([review.dates.promisedDue, review.dates.yellowOn].some((day) => day !== null && day > open[0]!.from)).toBe(false)
  }
  if (state.phase === 'pre-review') expect(story.book.now < `${addDays(state.legs.notice!.dates.statutoryDue!, 1)}T00:00`).toBe(true)
  if (state.acceptance?.ground === 'deemed') {
    const entry = story.book.entries.find(({ type, subject }) => type === 'case-accepted' && subject.id === story.id)!
    expect(entry.occurredAt).toBe(`${addDays(state.legs.notice!.dates.statutoryDue!, 1)}T00:00:00.000+08:00`)
    expect(state.acceptance.on).toBe(state.legs.notice!.leg.startedOn)
  }
  expect(state.supplements.map(({ ordinal }) => ordinal)).toEqual(state.supplements.map((_, n) => n + 1))
  expect(state.supplements.slice(1).every(({ reason }) => reason !== null)).toBe(true)
  expect(new Set(state.crossed.map(({ leg, line, at }) => `${leg}${line}${at}`)).size).toBe(state.crossed.length)
  for (const kind of new Set(state.papers.map((paper) => paper.kind))) {
    const serials = state.papers.filter((paper) => paper.kind === kind).map(({ number }) => Number(/〕(\d+)号$/.exec(number)![1]))
    expect(serials).toEqual(serials.map((_, n) => n + 1))
  }
}

const move = fc.record({
  actor: fc.nat(actors.length - 1),
  pick: fc.nat(1000),
  lawful: fc.integer({ min: 0, max: 9 }).map((n) => n < 8),
  days: fc.constantFrom(0, 0, 0, 1, 1, 2, 6),
})

describe('whatever people do, in whatever order', () => {
  for (const [name, item] of Object.entries(items)) {
    it(`the law holds (${name})`, () => {
      expect(noClash).toBe(true)
      fc.assert(
        fc.property(fc.array(move, { minLength: 5, maxLength: 45 }), fc.boolean(), (moves, complete) => {
          const story = aPortalCase(
            item,
            '2026-01-05',
            complete ? {} : { materials: [{ material: 'application', form: 'paper', files: [], originals: 1, copies: 0 }] },
          )
          let day = '2026-01-05' as PlainDate
          for (const { actor: who, pick, lawful, days } of moves) {
            day = addDays(day, days)
            if (day > '2026-09-30') break
            story.on(day)
            const state = story.state()
            const actor = actors[who]!
            const roles = rolesInCase(actor, state)
            const open = actsPermitted(state.phase, roles).filter((act) => act !== 'erase-personal-data')
            const act = lawful && open.length > 0 ? open[pick % open.length]! : caseActs[pick % caseActs.length]!
            if (act === 'erase-personal-data') continue
            const outcome = story.book.do(act, { id: story.id, ...inputFor(act, state, pick) }, actor)
            const refused = 'refusal' in outcome && unpermitted.has(outcome.refusal.code)
            expect(refused, `${act} by ${actor.name} in ${state.phase}: ${JSON.stringify(outcome)}`).toBe(!isPermitted(state.phase, roles, act))
            const after = story.state().phase
            if (after !== state.phase) expect(after, `${act} in ${state.phase}`).toBe(phaseAfter(state.phase, act))
            checkState(story, item)
          }
        }),
        { numRuns: 100 },
      )
    })
  }

  it('the moves above really reach decisions, stops, deemed acceptance and hearings', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(move, { minLength: 30, maxLength: 60 }), (moves) => {
        const story = aPortalCase(items.loose, '2026-01-05')
        let day = '2026-01-05' as PlainDate
        for (const { actor: who, pick, days } of moves) {
          day = addDays(day, days)
          if (day > '2026-09-30') break
          story.on(day)
          const state = story.state()
          const actor = actors[who]!
          const open = actsPermitted(state.phase, rolesInCase(actor, state)).filter((act) => act !== 'withdraw-application' && act !== 'decline-case')
          if (open.length > 0) story.book.do(open[pick % open.length]!, { id: story.id, ...inputFor(open[pick % open.length]!, state, pick) }, actor)
        }
        for (const { type } of story.book.entries) seen.add(type)
        if (story.state().acceptance?.ground === 'deemed') seen.add('deemed')
      }),
      { numRuns: 300, seed: 7 },
    )
    for (const type of [
      'case-granted',
      'case-refused',
      'deemed',
      'excluded-procedure-ended',
      'review-extended',
      'hearing-requested',
      'papers-served',
    ])
      expect(seen, type).toContain(type)
  })
})
