import { describe, expect, it } from 'vitest'
import type { Actor } from '../../act.ts'
import { actsOnCase } from '../all-acts.ts'
import {
  actsPermitted,
  type CaseAct,
  caseActs,
  type CasePhase,
  casePhases,
  type CaseRole,
  caseRoles,
  isActOfPhase,
  isPermitted,
} from './permitted-acts.ts'
import { aCase, aPortalCase, type CaseStory, people } from '../testing/a-case.ts'
import { aFiling, anItem } from '../testing/an-item.ts'

const fault = { faults: [{ material: 'lease', fault: '过期', correction: '换新' }] }

/** A story that stands in each phase. */
const inPhase: Readonly<Record<CasePhase, () => CaseStory>> = {
  'pre-review': () => aPortalCase(),
  supplementing: () => aPortalCase().does('request-supplement', fault, people.clerk),
  'filing-check': () => aPortalCase(aFiling()),
  'filing-returned': () => aPortalCase(aFiling()).does('return-filing', fault, people.clerk),
  'in-review': () => aPortalCase().accepted(),
  stopped: () => aPortalCase().accepted().does('start-excluded-procedure', { kind: 'expert-review', reason: '疑难', days: 5 }, people.reviewer),
  granted: () => aPortalCase().accepted().reviewed().granted(),
  refused: () => {
    const story = aPortalCase().accepted().reviewed()
    return story.does('refuse-case', { basedOnSeq: story.state().seq, reasons: ['不符合条件'], opinion: '' }, people.decider)
  },
  forwarded: () => {
    const story = aPortalCase(anItem({ superior: '省厅' }))
      .accepted()
      .reviewed()
    const opinion = { basedOnSeq: story.state().seq, agrees: true, reasons: ['符合条件'], opinion: '', ticked: ['lawful'] }
    return story.does('forward-case', opinion, people.decider)
  },
  filed: () => aPortalCase(aFiling()).does('acknowledge-filing', { ticked: ['complete'] }, people.clerk),
  'not-permit-matter': () => aPortalCase().does('declare-not-permit-matter', { reason: '已取消' }, people.clerk),
  declined: () =>
    aPortalCase().does('decline-case', { ground: { kind: 'other-organ', rightOrgan: '省厅' }, reasons: ['非本机关职权'] }, people.clerk),
  withdrawn: () => aPortalCase().does('withdraw-application', { reason: '不办了' }, people.citizen),
  archived: () =>
    aPortalCase().does('withdraw-application', { reason: '不办了' }, people.citizen).does('archive-case', { location: null }, people.clerk),
}

const actorOf: Readonly<Record<CaseRole, Actor>> = {
  applicant: people.citizen,
  'window-clerk': people.clerk,
  reviewer: people.reviewer,
  'decision-maker': people.decider,
  head: people.head,
  supervisor: people.supervisor,
  system: people.agent,
}

/** Input with every field any act asks for; what it leads to does not matter here. */
const anything = {
  materials: [],
  reason: '理由',
  reasons: ['理由'],
  faults: [],
  ground: { kind: 'other', basis: '依据', interest: '利益' },
  to: 's-nobody',
  step: 'nowhere',
  ticked: [],
  opinion: '',
  on: '2026-03-02',
  startedAt: '09:00',
  endedAt: '10:00',
  place: '现场',
  inspectors: [],
  present: [],
  rightsTold: true,
  findings: [],
  photos: [],
  kind: 'nothing',
  days: 1,
  result: '结果',
  name: '某人',
  interest: '采光',
  gist: '概要',
  replyDays: 0,
  party: 'nobody',
  statement: '陈述',
  answer: '答复',
  heldOn: '2026-03-02',
  chair: 's-nobody',
  minutes: '0'.repeat(64),
  basedOnSeq: 9999,
  content: '',
  conditions: [],
  paper: 'none',
  corrections: [],
  papers: [],
  method: 'direct',
  receiver: '某人',
  servedOn: '2026-03-02',
  servers: ['某人'],
  location: null,
  text: '请抓紧',
  facts: '',
  publicInterestWeighed: false,
  agrees: true,
  granted: true,
  decidedOn: '2026-03-99',
  number: '',
  applicant: {},
  accepted: true,
  consents: true,
  wish: '改电话',
  request: 'none',
  done: true,
  timer: 'none',
}

const notOpen = new Set(['act-not-for-role', 'act-not-in-phase', 'case-already-accepted', 'case-already-decided'])

describe('the table of permitted acts', () => {
  it('names exactly the acts that exist', () => {
    expect(actsOnCase.map(({ name }) => name).toSorted()).toEqual([...caseActs].toSorted())
  })

  it('gives every act a phase', () => {
    expect(caseActs.filter((act) => !casePhases.some((phase) => isActOfPhase(phase, act)))).toEqual([])
  })

  for (const phase of casePhases) {
    it(`is what opens and closes each act in ${phase}`, () => {
      expect(inPhase[phase]().state().phase).toBe(phase)
      for (const role of caseRoles) {
        for (const act of caseActs) {
          const story = inPhase[phase]()
          const { reviewers, acceptance } = story.state()
          const subject = { subject: { kind: 'case', id: story.id } }
          const code = story.tries(
            act,
            { ...anything, ...(act === 'deem-accepted' || act === 'deem-renewed' || act === 'note-deadline-crossed' ? subject : {}) },
            actorOf[role],
          )
          expect(notOpen.has(code), `${role} ${act} in ${phase}: ${code} ${reviewers} ${acceptance?.on}`).toBe(!isPermitted(phase, [role], act))
        }
      }
    })
  }

  it('lets nobody in who has nothing to do with the case', () => {
    const story = aPortalCase()
    for (const stranger of [people.otherCitizen, people.farClerk, people.strangeReviewer])
      expect(story.tries('accept-case', {}, stranger)).toBe('case-not-found')
    expect(aCase().tries('withdraw-application', { reason: '理由' }, people.citizen)).toBe('case-not-found')
  })

  it('adds up the roles of one person, each act once', () => {
    const both = actsPermitted('in-review', ['reviewer', 'head'])
    expect(new Set(both).size).toBe(both.length)
    expect(both).toEqual(expect.arrayContaining(['record-site-inspection', 'extend-review'] satisfies CaseAct[]))
    expect(actsPermitted('archived', ['applicant'])).toEqual(['make-statement', 'request-data-change'])
    expect(anItem().code).toBe('test-permit')
  })
})
