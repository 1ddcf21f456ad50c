import { describe, expect, it } from 'vitest'
import type { Actor } from '../../act.ts'
import { caseRef } from '../standing/entries.ts'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { aPortalCase, type CaseStory, people } from '../testing/a-case.ts'
import { refold } from '../testing/book.ts'

const { clerk, citizen, otherCitizen, reviewer, otherReviewer, decider, head, supervisor } = people
const reason = '他是隔壁商户的弟弟'
const asks = (against: string, party = 'applicant') => ({ party, against, reason })
const open = (story: CaseStory) => story.state().recusals!.findLast(({ answer }) => answer === null)!.id
const answer = (story: CaseStory, more: object = {}) => ({ recusal: open(story), granted: true, reasons: '确有直接利害关系', ...more })
const pass = { step: 'review', ticked: ['place'], opinion: '同意' }
const minutes = 'f'.repeat(64)

const claimed = () => aPortalCase().accepted().does('claim-case', {}, reviewer)
/** A hearing of 冯伟's on 11 March; the case waits for its decision. */
const announced = () =>
  aPortalCase()
    .accepted()
    .reviewed()
    .does('inform-hearing-right', { party: 'applicant', ground: { kind: 'interests', interest: '采光' } }, decider)
    .does('request-hearing', { party: 'applicant' }, citizen)
    .does('announce-hearing', { heldOn: '2026-03-11', startsAt: '09:30', place: '会议室', chair: 's-supervisor' }, decider)

describe('to ask that somebody stand aside', () => {
  it.each([
    ['of the handler, by the applicant', asks('s-reviewer'), citizen, 'done'],
    ['of the handler, by a clerk who was told', asks('s-reviewer'), clerk, 'done'],
    ['of who took it in', asks('s-clerk'), citizen, 'done'],
    ['of the head, who may come to decide', asks('s-head'), citizen, 'done'],
    ['of somebody who has nothing to do with it', asks('s-reviewer2'), citizen, 'recusal-not-concerned'],
    ['of nobody', asks('s-none'), citizen, 'staff-not-found'],
    ['without a reason', { ...asks('s-reviewer'), reason: ' ' }, citizen, 'recusal-needs-reason'],
    ['for a party nobody knows', asks('s-reviewer', 'x'), clerk, 'party-not-found'],
    ['for another, by the applicant', asks('s-reviewer', 'x'), citizen, 'not-yours'],
    ['by a stranger', asks('s-reviewer'), otherCitizen, 'case-not-found'],
    ['by the reviewer', asks('s-reviewer'), otherReviewer, 'act-not-for-role'],
  ] as const)('%s', (_what, input, actor, code) => {
    expect(claimed().tries('request-recusal', input, actor as Actor)).toBe(code)
  })

  it('is asked once, whatever the answer', () => {
    const story = claimed().does('request-recusal', asks('s-reviewer'), citizen)
    expect(story.tries('request-recusal', asks('s-reviewer'), clerk)).toBe('recusal-asked-already')
    story.does('decide-recusal', answer(story, { granted: false }), head)
    expect(story.tries('request-recusal', asks('s-reviewer'), citizen)).toBe('recusal-asked-already')
  })
})

describe('while it is not answered', () => {
  it('the person judges nothing, but may hand on; nobody decides the case', () => {
    const story = claimed().does('request-recusal', asks('s-reviewer'), citizen)
    for (const [act, input] of [
      ['pass-step', pass],
      ['start-excluded-procedure', { kind: 'expert-review', reason: '疑难', days: 2 }],
      ['claim-case', {}],
    ] as const)
      expect(story.tries(act, input, reviewer), act).toBe('recusal-undecided')
    story.does('hand-over-case', { to: 's-reviewer2', reason: '有人申请我回避' }, reviewer)
    expect(story.tries('hand-over-case', { to: 's-reviewer', reason: '还给他' }, head)).toBe('recusal-undecided')
    story.does('pass-step', pass, otherReviewer)
    const grant = { basedOnSeq: story.state().seq, content: '准予', conditions: [], opinion: '', ticked: ['lawful'] }
    expect(story.tries('grant-case', grant, decider)).toBe('recusal-undecided')
    story.does('decide-recusal', answer(story, { granted: false }), head).granted()
  })

  it('the hearing is not held by the chair, nor by anybody in the chair’s place', () => {
    const story = announced().does('request-recusal', asks('s-supervisor'), citizen).on('2026-03-11')
    expect(story.tries('hold-hearing', { on: '2026-03-11', minutes }, decider)).toBe('recusal-undecided')
    story.does('decide-recusal', answer(story, { granted: false, reasons: '查无此事' }), head)
    story.does('hold-hearing', { on: '2026-03-11', minutes }, decider).granted()
  })

  it('an application is not turned away, and nobody who is asked to stand aside takes it on', () => {
    const story = aPortalCase().does('claim-case', {}, clerk).does('request-recusal', asks('s-clerk'), citizen)
    expect(story.tries('accept-case', {}, clerk)).toBe('recusal-undecided')
    const decline = { ground: { kind: 'other-organ', rightOrgan: '省厅' }, reasons: ['非本机关职权'] }
    expect(story.tries('decline-case', decline, people.otherClerk)).toBe('recusal-undecided')
    story.does('accept-case', {}, people.otherClerk)
  })
})

describe('the answer', () => {
  it.each([
    ['by the head', 's-reviewer', head, {}, 'done'],
    ['by who is concerned', 's-head', head, {}, 'recusal-of-oneself'],
    ['of the head, by who decides', 's-head', decider, {}, 'done'],
    ['by who decides, of another', 's-reviewer', decider, {}, 'recusal-for-head'],
    ['by the reviewer', 's-reviewer', otherReviewer, {}, 'act-not-for-role'],
    ['without a reason', 's-reviewer', head, { reasons: ' ' }, 'reasons-missing'],
    ['of a request that nobody made', 's-reviewer', head, { recusal: 'x' }, 'recusal-not-found'],
    ['with a successor who has no role for it', 's-reviewer', head, { handler: 's-clerk' }, 'staff-without-role'],
    ['with the person as successor', 's-reviewer', head, { handler: 's-reviewer' }, 'recusal-undecided'],
    ['with a successor', 's-reviewer', head, { handler: 's-reviewer2' }, 'done'],
  ] as const)('%s', (_what, against, actor, more, code) => {
    const story = claimed().does('request-recusal', asks(against), citizen)
    expect(story.tries('decide-recusal', answer(story, more), actor as Actor)).toBe(code)
  })

  it('that he does hands the case on, and he never comes back to it', () => {
    const story = claimed().does('request-recusal', asks('s-reviewer'), citizen)
    story.does('decide-recusal', answer(story, { handler: 's-reviewer2' }), head)
    expect(story.state()).toMatchObject({ handler: { id: 's-reviewer2' }, recusals: [{ answer: { granted: true, by: { id: 's-head' } } }] })
    expect(story.tries('pass-step', pass, reviewer)).toBe('recusal-granted')
    expect(story.tries('decide-recusal', { ...answer, recusal: story.state().recusals![0]!.id, granted: true, reasons: '再' }, head)).toBe(
      'no-recusal-open',
    )
    const waiting = claimed().does('request-recusal', asks('s-reviewer'), citizen)
    waiting.does('decide-recusal', answer(waiting), head)
    expect(waiting.state().handler).toBeNull()
    expect(waiting.tries('claim-case', {}, reviewer)).toBe('recusal-granted')
    waiting.does('claim-case', {}, otherReviewer)
  })

  it('that he does gives the hearing another chair, of whom all are told, or it is announced anew', () => {
    const story = announced().does('request-recusal', asks('s-supervisor'), citizen)
    for (const [chair, code] of [
      ['s-reviewer', 'chair-reviewed-case'],
      ['s-supervisor', 'recusal-undecided'],
      ['s-none', 'staff-not-found'],
    ])
      expect(story.tries('decide-recusal', answer(story, { chair }), head)).toBe(code)
    story.does('decide-recusal', answer(story, { chair: 's-head' }), head)
    expect(story.state().hearing?.announced).toMatchObject({ heldOn: '2026-03-11', startsAt: '09:30', chair: { id: 's-head' } })
    const [reply, notice] = story
      .state()
      .papers.slice(-2)
      .map(({ id }) => story.book.state<PaperState>(paperRef(id))!)
    expect(reply).toMatchObject({ kind: 'reply-letter', account: 'c-1', facts: { about: 'recusal', agreed: true, told: { name: '张伟' } } })
    expect(notice).toMatchObject({ kind: 'hearing-notice', facts: { chair: '刘海峰', heldOn: '2026-03-11' } })
    story.on('2026-03-11').does('hold-hearing', { on: '2026-03-11', minutes }, decider)

    const anew = announced().does('request-recusal', asks('s-supervisor'), citizen)
    anew.does('decide-recusal', answer(anew), head).on('2026-03-11')
    expect(anew.tries('hold-hearing', { on: '2026-03-11', minutes }, decider)).toBe('recusal-granted')
    const again = { heldOn: '2026-03-20', place: '会议室', postponedBecause: '主持人回避' }
    expect(anew.tries('announce-hearing', { ...again, chair: 's-supervisor' }, decider)).toBe('recusal-granted')
    anew.does('announce-hearing', { ...again, chair: 's-head' }, decider)
  })

  it('to a third party is a paper of its own, which is not among the applicant’s', () => {
    const neighbour = { name: '李邻居', kind: 'person', interest: '采光', gist: '开店', replyDays: 1 }
    const story = claimed().does('inform-third-party', neighbour, reviewer)
    const party = story.state().thirdParties[0]!.id
    story.does('request-recusal', asks('s-reviewer', party), clerk).does('decide-recusal', answer(story), head)
    expect(story.state().papers.at(-1)).toMatchObject({ kind: 'reply-letter', apart: true })
    const paper = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))!
    expect(paper).toMatchObject({ account: null, facts: { told: { name: '李邻居', kind: 'person' } }, personalFacts: ['reasons', 'told'] })
  })

  it('and the reasons lie apart from what anybody may read, and go with an erasure', () => {
    const story = claimed().does('request-recusal', asks('s-reviewer'), citizen)
    story.does('decide-recusal', answer(story), head).does('withdraw-application', { reason: '不办了' }, citizen)
    const data = JSON.stringify(story.book.entries.filter(({ subject }) => subject.kind === 'case').map((entry) => entry.data))
    for (const words of [reason, '确有直接利害关系']) expect(data).not.toContain(words)
    expect(refold(story.book.entries, caseRef(story.id))).toEqual(story.state())
    story.does('erase-personal-data', { reason: '保存期满' }, head)
    expect(story.state().recusals).toMatchObject([{ reason: null, against: { name: '赵建国' }, answer: { reasons: null } }])
  })

  it('is for no supervisor', () => {
    const story = claimed().does('request-recusal', asks('s-reviewer'), citizen)
    expect(story.tries('decide-recusal', answer(story), supervisor)).toBe('act-not-for-role')
  })
})
