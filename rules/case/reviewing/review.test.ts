import { describe, expect, it } from 'vitest'
import { staffRef } from '../../people/staff.ts'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { aBureau, aCase, people } from '../testing/a-case.ts'
import { anItem } from '../testing/an-item.ts'

const { clerk, reviewer, otherReviewer, decider, head } = people
const pass = { step: 'review', ticked: ['place'], opinion: '符合条件。' }
const three = anItem({
  steps: [anItem().steps[0]!, { ...anItem().steps[0]!, id: 'head-review', name: '审核', role: 'head', days: 2, checklist: [] }, anItem().steps[1]!],
})
const inspected = anItem({ steps: [{ ...anItem().steps[0]!, siteInspection: true }, anItem().steps[1]!] })
const inspection = {
  on: '2026-03-02',
  startedAt: '09:00',
  endedAt: '10:30',
  place: '一号楼',
  inspectors: [{ name: '赵建国', licence: '03-1' }, { name: '孙丽' }],
  present: [{ name: '张伟', role: '申请人' }],
  rightsTold: true,
  findings: [{ point: '面积', found: '120平方米', conforms: true }],
  photos: [{ digest: 'a'.repeat(64), name: '张伟门口.jpg', size: 9, mediaType: 'image/jpeg' }],
}

describe('review steps', () => {
  it('go one after another, each by its role, with its checklist', () => {
    const story = aCase(three).accepted()
    expect(story.tries('pass-step', { ...pass, ticked: [] }, reviewer)).toBe('checklist-incomplete')
    expect(story.tries('pass-step', { ...pass, ticked: ['place', 'other'] }, reviewer)).toBe('checklist-unknown-point')
    expect(story.tries('pass-step', { ...pass, step: 'decision' }, reviewer)).toBe('step-not-running')
    expect(story.tries('pass-step', pass, head)).toBe('step-for-other-role')
    story.does('pass-step', pass, reviewer)
    expect(story.state()).toMatchObject({ step: 1, running: { id: 'head-review', role: 'head' }, handler: null, reviewers: ['s-reviewer'] })
    expect(story.tries('pass-step', { ...pass, step: 'head-review', ticked: [] }, otherReviewer)).toBe('step-for-other-role')
    story.does('pass-step', { step: 'head-review', ticked: [], opinion: '同意。' }, head)
    expect(story.tries('pass-step', { step: 'decision', ticked: ['lawful'], opinion: '' }, decider)).toBe('decision-is-not-passed')
  })

  it('are claimed by one, and then nobody else’s until handed over', () => {
    const story = aCase().accepted().does('claim-case', {}, reviewer)
    expect(story.tries('claim-case', {}, reviewer)).toBe('already-yours')
    expect(story.tries('claim-case', {}, otherReviewer)).toBe('case-handled-by-other')
    expect(story.tries('pass-step', pass, otherReviewer)).toBe('case-handled-by-other')
    expect(story.tries('hand-over-case', { to: 's-reviewer2', reason: '调岗' }, otherReviewer)).toBe('not-your-case')
    expect(story.tries('hand-over-case', { to: 's-clerk', reason: '调岗' }, reviewer)).toBe('staff-without-role')
    expect(story.tries('hand-over-case', { to: 's-reviewer', reason: '调岗' }, reviewer)).toBe('already-handler')
    expect(story.tries('hand-over-case', { to: 's-none', reason: '调岗' }, reviewer)).toBe('staff-not-found')
    story.does('hand-over-case', { to: 's-reviewer2', reason: '调岗' }, reviewer).does('pass-step', pass, otherReviewer)
  })

  it('of somebody who is away or has left are taken over by the head', () => {
    const story = aCase().accepted().does('claim-case', {}, reviewer)
    const take = { to: 's-reviewer2', reason: '离岗' }
    expect(story.tries('take-over-case', take, head)).toBe('handler-at-work')
    const absence = { id: 'x', from: '2026-03-03', until: '2026-03-06', delegate: null, reason: '病假' }
    story.book.put([{ subject: staffRef('s-reviewer'), type: 'absence-recorded', version: 1, data: absence }])
    expect(story.tries('take-over-case', take, head)).toBe('handler-at-work')
    story.on('2026-03-03')
    expect(story.tries('hand-over-case', { to: 's-reviewer', reason: '' }, head)).toBe('staff-not-at-work')
    story.does('take-over-case', take, head)
    expect(story.state().handler).toEqual({ id: 's-reviewer2', name: '孙丽' })
    story.book.put([{ subject: staffRef('s-reviewer2'), type: 'staff-left', version: 1, data: { reason: '离职' } }])
    story.on('2026-03-09').does('take-over-case', { to: 's-reviewer', reason: '离职' }, head)
  })

  it('go back to an earlier step with a reason, and are done again', () => {
    const story = aCase(three).accepted()
    expect(story.tries('return-step', { to: 'review', reason: '补充' }, reviewer)).toBe('no-earlier-step')
    story.does('pass-step', pass, reviewer)
    expect(story.tries('return-step', { to: 'decision', reason: '补充' }, head)).toBe('step-not-earlier')
    story.does('return-step', { to: 'review', reason: '补充理由' }, head)
    expect(story.state()).toMatchObject({ step: 0, passedSteps: [], handler: { id: 's-reviewer' }, running: { id: 'review' } })
    story.reviewed()
    expect(story.state().passedSteps.map(({ step }) => step)).toEqual(['review', 'head-review'])
  })

  it('are kept apart: who accepts does not review, who reviewed does not decide, not even after a return', () => {
    const all = { ...reviewer, id: 's-all', name: '多面手', roles: ['window-clerk', 'reviewer', 'decision-maker'] }
    const story = aCase().does('accept-case', {}, all)
    expect(story.tries('pass-step', pass, all)).toBe('accepter-may-not-review')
    const other = aCase().accepted().does('pass-step', pass, all)
    const decide = { basedOnSeq: other.state().seq, content: '准予', conditions: [], opinion: '', ticked: ['lawful'] }
    expect(other.tries('grant-case', decide, all)).toBe('reviewer-may-not-decide')
    other.does('return-step', { to: 'review', reason: '重审' }, decider).does('hand-over-case', { to: 's-reviewer2', reason: '换人' }, head)
    other.does('pass-step', pass, otherReviewer)
    expect(other.tries('grant-case', { ...decide, basedOnSeq: other.state().seq }, all)).toBe('reviewer-may-not-decide')
    const together = aCase(anItem({ separation: false }))
      .does('accept-case', {}, all)
      .does('pass-step', pass, all)
    expect(together.tries('grant-case', { ...decide, basedOnSeq: together.state().seq }, all)).toBe('done')
  })
})

describe('the site inspection', () => {
  it('comes before the step is passed, by two people at least, and prints its record', () => {
    const story = aCase(inspected).accepted()
    expect(story.tries('pass-step', pass, reviewer)).toBe('site-inspection-missing')
    story.does('record-site-inspection', inspection, reviewer)
    expect(story.state().inspections[0]).toMatchObject({
      step: 'review',
      inspectors: ['赵建国', '孙丽'],
      conforms: true,
      photos: [{ name: '张伟门口.jpg' }],
    })
    expect(story.state().papers.at(-1)?.kind).toBe('inspection-record')
    story.does('pass-step', pass, reviewer)
    story.does('return-step', { to: 'review', reason: '重查' }, decider)
    expect(story.tries('pass-step', pass, reviewer)).toBe('site-inspection-missing')
  })

  it('keeps the place, the names of those present and of photographs out of the public data', () => {
    const home = { ...inspection, place: '幸福里七号楼三单元' }
    const story = aCase(inspected).accepted().does('record-site-inspection', home, reviewer)
    const open = JSON.stringify(story.book.entries.filter(({ subject }) => subject.kind !== 'citizen').map(({ data }) => data))
    for (const word of ['张伟', '幸福里']) expect(open).not.toContain(word)
    expect(story.state().inspections[0]?.place).toBe('幸福里七号楼三单元')
    const record = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))
    expect(record).toMatchObject({ facts: { place: '幸福里七号楼三单元' }, personalFacts: ['place', 'present'] })
    story.on('2026-03-03').does('pass-step', pass, reviewer).granted().does('erase-personal-data', { reason: '保存期满' }, head)
    expect(story.state().inspections[0]?.place).toBeNull()
  })

  it.each([
    ['one inspector', { inspectors: [{ name: '赵建国' }] }, 'inspectors-too-few'],
    ['one inspector twice', { inspectors: [{ name: '赵建国' }, { name: '赵建国 ' }] }, 'inspectors-too-few'],
    ['no finding', { findings: [] }, 'findings-missing'],
    ['no such day', { on: '2026-02-30' }, 'date-invalid'],
    ['tomorrow', { on: '2026-03-03' }, 'inspection-in-future'],
    ['before acceptance', { on: '2026-02-28' }, 'inspection-before-acceptance'],
    ['an end before its start', { endedAt: '08:00' }, 'time-invalid'],
    ['no such hour', { startedAt: '25:00' }, 'time-invalid'],
  ])('%s', (_what, parts, code) => {
    expect(
      aCase(inspected)
        .accepted()
        .tries('record-site-inspection', { ...inspection, ...parts }, reviewer),
    ).toBe(code)
  })
})

describe('the decision', () => {
  const decide = (seq: number) => ({ basedOnSeq: seq, content: '准予', conditions: ['每年报告'], opinion: '准予。', ticked: ['lawful'] })

  it('names what it was made on, and is refused when materials or the applicant’s data changed since', () => {
    const story = aCase().accepted().reviewed()
    const { seq } = story.state()
    expect(story.tries('grant-case', decide(seq + 1), decider)).toBe('seq-not-reached')
    story.does('remind-case', { text: '请抓紧' }, people.supervisor)
    story.does('correct-applicant-data', { applicant: { phone: '13900000000' }, reason: '换号' }, clerk)
    expect(story.tries('grant-case', decide(seq), decider)).toBe('case-changed-since')
    expect(story.tries('refuse-case', { ...decide(seq), reasons: ['不符'] }, decider)).toBe('case-changed-since')
    story.does('grant-case', decide(story.state().seq), decider)
    expect(story.state().decision).toMatchObject({
      outcome: 'granted',
      basedOnSeq: story.state().seq - 1,
      validity: { from: '2026-03-02', to: '2031-03-01' },
    })
  })

  it('comes after the review, by the decision-maker or a head', () => {
    const story = aCase().accepted()
    expect(story.tries('grant-case', decide(1), decider)).toBe('steps-not-done')
    story.reviewed()
    expect(story.tries('grant-case', { ...decide(story.state().seq), ticked: [] }, decider)).toBe('checklist-incomplete')
    expect(story.tries('grant-case', { ...decide(story.state().seq), validFrom: '2026-03-01' }, decider)).toBe('valid-before-decision')
    expect(story.tries('grant-case', { ...decide(story.state().seq), validFrom: 'soon' }, decider)).toBe('date-invalid')
    expect(story.tries('grant-case', { ...decide(story.state().seq), validFrom: '2026-04-01' }, head)).toBe('done')
    expect(story.state().decision?.validity).toEqual({ from: '2026-04-01', to: '2031-03-31' })
  })

  it('to refuse gives its reasons', () => {
    const story = aCase().accepted().reviewed()
    const no = (reasons: string[]) => ({ basedOnSeq: story.state().seq, reasons, opinion: '' })
    expect(story.tries('refuse-case', no([' ', '']), decider)).toBe('reasons-missing')
    story.does('refuse-case', no([' 不符合第三条 ']), decider)
    expect(story.state()).toMatchObject({ phase: 'refused', decision: { outcome: 'refused', reasons: ['不符合第三条'], validity: null } })
    expect(story.state().legs.service?.leg).toMatchObject({ statutory: null, promised: { days: 10 } })
    expect(story.tries('grant-case', decide(1), decider)).toBe('case-already-decided')
  })

  it('without a term is unlimited', () => {
    const story = aCase(anItem({ result: { certificate: null, validMonths: null } }))
      .accepted()
      .reviewed()
      .granted()
    expect(story.state().decision?.validity).toEqual({ from: '2026-03-02', to: 'unlimited' })
  })

  it('is not reached after a withdrawal', () => {
    const story = aCase().accepted().does('withdraw-application', { reason: '不办了' }, clerk)
    expect(story.state()).toMatchObject({ phase: 'withdrawn', decision: { outcome: 'withdrawn' } })
    expect(Object.values(story.state().legs).every(({ leg }) => leg.endedOn !== null)).toBe(true)
    expect(aBureau().timerRefusals).toEqual([])
  })
})
