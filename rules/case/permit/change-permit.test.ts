import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../time/plain-date.ts'
import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { permitStanding } from '../standing/permit-life.ts'
import { aPortalCase, type CaseStory, people } from '../testing/a-case.ts'

const { citizen, decider, head, reviewer } = people
const proposal = { ground: 'circumstances-changed', changeTo: '营业至二十二时', facts: '相邻地块建成中学', replyDays: 5 }
const change = {
  content: ' 营业至二十二时 ',
  conditions: ['按时停业', ' '],
  reasons: ['相邻地块建成中学'],
  publicInterest: '学生休息',
  compensation: { loss: true, words: '损失一万二千元，三十日内支付' },
}
const granted = () => aPortalCase().accepted().reviewed().granted().on('2026-06-01')
const told = (day = '2026-06-01') => granted().on(day).does('tell-intended-measure', proposal, head)
const changed = () => told().on('2026-06-09').does('change-permit', change, head)
const standingOn = (story: CaseStory, day: string) => permitStanding(story.state(), day as PlainDate)
const paperOfChange = (story: CaseStory, n = 0) => story.book.state<PaperState>(paperRef(story.state().permit!.changes![n]!.paper))!

describe('changing a permit in force (行政许可法 8)', () => {
  it('is announced with what the permit is to say, and only on the grounds of that article', () => {
    const story = granted()
    expect(story.tries('tell-intended-measure', { ...proposal, ground: 'fraud' }, head)).toBe('change-needs-its-ground')
    expect(story.tries('tell-intended-measure', { ...proposal, changeTo: ' ' }, head)).toBe('changed-content-missing')
    expect(story.tries('tell-intended-measure', proposal, decider)).toBe('act-not-for-role')
    story.does('tell-intended-measure', proposal, head)
    expect(story.state().measures).toMatchObject([{ kind: 'change', changeTo: '营业至二十二时', replyBy: '2026-06-08' }])
    const notice = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))!
    expect(notice).toMatchObject({ kind: 'intended-measure-notice', personalFacts: ['changeTo', 'facts'] })
    expect(notice.facts).toMatchObject({ measure: 'change', changeTo: '营业至二十二时', bars: false })
  })

  it('what was announced as the one is not carried out as the other', () => {
    expect(told().on('2026-06-09').tries('withdraw-permit', change, head)).toBe('measure-not-told')
    const { changeTo: _, ...withdrawal } = proposal
    const other = granted().does('tell-intended-measure', withdrawal, head).on('2026-06-09')
    expect(other.tries('change-permit', change, head)).toBe('measure-not-told')
    expect(granted().tries('change-permit', change, head)).toBe('measure-not-told')
  })

  it('waits until the holder was heard, is for the head, and leaves the permit in force', () => {
    const story = told()
    expect(story.tries('change-permit', change, head)).toBe('measure-may-still-be-answered')
    story.does('make-statement', { statement: '夜间收入占三成。' }, citizen)
    expect(story.tries('change-permit', change, head)).toBe('statement-not-considered')
    story.does('answer-statement', { statement: story.state().statements![0]!.id, accepted: true, reasons: '按评估补偿。' }, head)
    expect(story.tries('change-permit', change, decider)).toBe('act-not-for-role')
    story.does('change-permit', change, head)
    expect(story.state()).toMatchObject({
      phase: 'granted',
      permit: { changes: [{ on: '2026-06-01', content: '营业至二十二时', conditions: ['按时停业'] }], revoked: null, cancelled: null },
      measures: [{ ended: { how: 'carried-out' } }],
    })
    expect(paperOfChange(story)).toMatchObject({
      kind: 'change-decision',
      number: expect.stringContaining('变字〔2026〕1号'),
      facts: { heard: true },
    })
    expect(standingOn(story, '2026-06-01')).toBe('changed')
    // Its validity is untouched, and what may become of a permit may still become of it.
    expect(standingOn(story, '2031-03-02')).toBe('lapsed')
    story.does('record-penalty', { penalty: 'suspension', organ: '市场监督管理局', number: '罚3号', decidedOn: '2026-06-01' }, reviewer)
    expect(standingOn(story, '2026-06-02')).toBe('suspended')
  })

  it.each([
    ['reasons-missing', { reasons: [' '] }],
    ['public-interest-missing', { publicInterest: ' ' }],
    ['compensation-missing', { compensation: { loss: false, words: ' ' } }],
    ['changed-content-missing', { content: ' ' }],
  ])('says all that it must: %s', (code, part) => {
    expect(
      told()
        .on('2026-06-09')
        .tries('change-permit', { ...change, ...part }, head),
    ).toBe(code)
  })

  it('may bring its end forward, where that was announced, and no further than announced', () => {
    const shorter = (validTo: string) => granted().tries('tell-intended-measure', { ...proposal, validTo }, head)
    expect(shorter('2026-05-31')).toBe('end-in-past')
    expect(shorter('2031-03-01')).toBe('term-not-shorter')
    expect(shorter('2027-02-29')).toBe('date-invalid')
    const { changeTo: _, ...withdrawal } = proposal
    expect(granted().tries('tell-intended-measure', { ...withdrawal, validTo: '2027-03-01' }, head)).toBe('shortening-is-a-change')
    expect(
      told()
        .on('2026-06-09')
        .tries('change-permit', { ...change, validTo: '2030-01-01' }, head),
    ).toBe('shortening-not-told')

    const story = granted().does('tell-intended-measure', { ...proposal, validTo: '2027-03-01' }, head)
    expect(story.state().measures).toMatchObject([{ validTo: '2027-03-01' }])
    expect(story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))!.facts).toMatchObject({ validTo: '2027-03-01' })
    story.on('2026-06-09')
    expect(story.tries('change-permit', { ...change, validTo: '2027-02-28' }, head)).toBe('shortening-not-told')
    expect(story.tries('change-permit', { ...change, validTo: '2027-06-30', reasons: [' '] }, head)).toBe('reasons-missing')
    story.does('change-permit', { ...change, validTo: '2027-06-30' }, head)
    expect(paperOfChange(story).facts).toMatchObject({ validTo: '2027-06-30' })
    expect([standingOn(story, '2027-06-30'), standingOn(story, '2027-07-01')]).toEqual(['changed', 'lapsed'])
    // A later change that says nothing of the end leaves it where it is.
    story.does('tell-intended-measure', proposal, head).on('2026-06-20').does('change-permit', change, head)
    expect(standingOn(story, '2027-07-01')).toBe('lapsed')
    expect(story.on('2027-07-01').tries('cancel-permit', { ground: 'expired', reasons: ['届满'] }, head)).toBe('done')
  })

  it('is not for a permit that has run out', () => {
    expect(told('2031-02-26').on('2031-03-10').tries('change-permit', change, head)).toBe('permit-lapsed')
  })

  it('can come again; each names its paper, also where that was voided for another', () => {
    const story = changed().does('tell-intended-measure', { ...proposal, changeTo: '停业' }, head)
    story.on('2026-06-20').does('change-permit', { ...change, content: '营业至二十时' }, head)
    const first = story.state().permit!.changes![0]!.paper
    expect(story.tries('void-paper', { paper: first, reason: '印章不清', reissue: false }, head)).toBe('decision-paper-needs-another')
    story.does('void-paper', { paper: first, reason: '印章不清', reissue: true }, head)
    expect(story.state().permit!.changes!.map(({ content }) => content)).toEqual(['营业至二十二时', '营业至二十时'])
    expect([0, 1].map((n) => /〔2026〕(\d)号/.exec(paperOfChange(story, n).number)![1])).toEqual(['3', '2'])
    expect(paperOfChange(story).status).toBe('issued')
  })

  it('what was announced goes with the other personal data', () => {
    const story = changed().does('erase-personal-data', { reason: '保存期满' }, head)
    expect(story.state().measures).toMatchObject([{ facts: null, changeTo: null }])
  })
})
