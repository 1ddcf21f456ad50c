import { paperRef } from '../papers/paper-issue.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { describe, expect, it } from 'vitest'
import { publishedTables } from '../../../data/calendars/load.ts'
import { buildCalendar } from '../../time/calendar.ts'
import type { PlainDate } from '../../time/plain-date.ts'
import { aPortalCase, type CaseStory, people } from '../testing/a-case.ts'
import { anItem } from '../testing/an-item.ts'

const { reviewer, decider, citizen, clerk } = people
const neighbour = { name: '李邻居', kind: 'person', interest: '采光', gist: '在一层开店', replyDays: 3 }
const interests = { ground: { kind: 'interests', interest: '采光' } }
const minutes = 'f'.repeat(64)
const decision = (story: CaseStory) => ({ basedOnSeq: story.state().seq, content: '准予', conditions: [], opinion: '', ticked: ['lawful'] })

describe('a third party', () => {
  it('is told, may speak, and holds up the decision until then', () => {
    const story = aPortalCase().accepted().reviewed().does('inform-third-party', neighbour, reviewer)
    const party = story.state().thirdParties[0]!
    expect(party).toMatchObject({ name: '李邻居', replyBy: '2026-03-05', statements: [] })
    expect(story.tries('inform-third-party', neighbour, reviewer)).toBe('third-party-already-informed')
    expect(story.tries('grant-case', decision(story), decider)).toBe('third-party-may-still-speak')
    expect(story.tries('record-third-party-statement', { party: 'x', gist: '', statement: '', answer: '' }, clerk)).toBe('third-party-not-found')
    story.does('record-third-party-statement', { party: party.id, gist: '担心采光', statement: '李邻居说……', answer: '间距合规' }, clerk)
    expect(story.state().thirdParties[0]?.statements).toEqual([{ on: '2026-03-02', gist: '担心采光', answer: '间距合规' }])
    story.granted()
    expect(JSON.stringify(story.book.entries.map(({ data }) => data))).not.toContain('李邻居')
  })

  it('who says nothing does not hold it up for ever', () => {
    const story = aPortalCase().accepted().reviewed().does('inform-third-party', neighbour, reviewer).on('2026-03-06')
    story.granted()
  })

  it('is given days to speak', () => {
    expect(
      aPortalCase()
        .accepted()
        .tries('inform-third-party', { ...neighbour, replyDays: 0 }, reviewer),
    ).toBe('reply-days-invalid')
  })
})

describe('the right to a hearing', () => {
  const told = () =>
    aPortalCase()
      .accepted()
      .reviewed()
      .does('inform-hearing-right', { party: 'applicant', ...interests }, reviewer)

  it('leaves five days for asking, which block the decision', () => {
    const story = told()
    expect(story.state().hearing?.parties).toEqual([
      { party: 'applicant', toldOn: '2026-03-02', requestBy: '2026-03-09', answer: null, answeredOn: null },
    ])
    expect(story.tries('inform-hearing-right', { party: 'applicant', ...interests }, reviewer)).toBe('hearing-right-already-told')
    expect(story.tries('inform-hearing-right', { party: 'nobody', ...interests }, reviewer)).toBe('party-not-found')
    expect(story.on('2026-03-09').tries('grant-case', decision(story), decider)).toBe('hearing-may-still-be-asked')
    expect(story.on('2026-03-10').tries('request-hearing', { party: 'applicant' }, citizen)).toBe('hearing-request-late')
    story.granted()
  })

  it('may be given up', () => {
    const story = told().does('waive-hearing', { party: 'applicant' }, citizen)
    expect(story.tries('request-hearing', { party: 'applicant' }, citizen)).toBe('hearing-right-not-told')
    story.granted()
  })

  it('once asked for, is held as announced: seven days before, by a chair who did not review, within twenty days', () => {
    const story = told().does('request-hearing', { party: 'applicant' }, citizen)
    expect(story.state().hearing).toMatchObject({ requestedOn: '2026-03-02', holdBy: '2026-03-30' })
    expect(story.tries('grant-case', decision(story), decider)).toBe('hearing-not-held')
    expect(story.tries('hold-hearing', { on: '2026-03-02', minutes }, reviewer)).toBe('hearing-not-announced')
    const announce = { heldOn: '2026-03-11', place: '二楼会议室', chair: 's-supervisor' }
    expect(story.tries('announce-hearing', { ...announce, heldOn: '2026-03-10' }, reviewer)).toBe('hearing-announced-late')
    expect(story.tries('announce-hearing', { ...announce, heldOn: '2026-03-31' }, reviewer)).toBe('hearing-too-late')
    expect(story.tries('announce-hearing', { ...announce, heldOn: 'soon' }, reviewer)).toBe('date-invalid')
    expect(story.tries('announce-hearing', { ...announce, chair: 's-reviewer' }, reviewer)).toBe('chair-reviewed-case')
    expect(story.tries('announce-hearing', { ...announce, chair: 's-clerk' }, reviewer)).toBe('chair-reviewed-case')
    expect(story.tries('announce-hearing', { ...announce, chair: 's-none' }, reviewer)).toBe('staff-not-found')
    story.does('announce-hearing', announce, reviewer)
    expect(story.tries('hold-hearing', { on: '2026-03-11', minutes }, reviewer)).toBe('hearing-not-yet')
    story.on('2026-03-11')
    expect(story.tries('hold-hearing', { on: '2026-03-10', minutes }, reviewer)).toBe('hearing-not-as-announced')
    expect(story.tries('hold-hearing', { on: '2026-13-10', minutes }, reviewer)).toBe('date-invalid')
    story.does('hold-hearing', { on: '2026-03-11', minutes }, reviewer)
    expect(story.tries('hold-hearing', { on: '2026-03-11', minutes }, reviewer)).toBe('hearing-already-held')
    expect(story.tries('announce-hearing', announce, reviewer)).toBe('hearing-already-held')
    expect(story.tries('inform-hearing-right', { party: 'applicant', ...interests }, reviewer)).toBe('hearing-already-held')
    story.granted()
  })

  it('of a third party is asked for through the clerk, not by the applicant', () => {
    const story = aPortalCase().accepted().does('inform-third-party', neighbour, reviewer)
    const party = story.state().thirdParties[0]!.id
    expect(story.tries('request-hearing', { party }, clerk)).toBe('hearing-right-not-told')
    story.does('inform-hearing-right', { party, ...interests }, reviewer)
    expect(story.tries('request-hearing', { party }, citizen)).toBe('not-yours')
    expect(story.tries('waive-hearing', { party }, citizen)).toBe('not-yours')
    expect(story.tries('request-hearing', { party: 'applicant' }, clerk)).toBe('hearing-right-not-told')
    story.does('inform-hearing-right', { party: 'applicant', ...interests }, reviewer).does('request-hearing', { party }, clerk)
    expect(story.tries('request-hearing', { party }, clerk)).toBe('hearing-already-answered')
    expect(story.tries('waive-hearing', { party }, clerk)).toBe('hearing-already-answered')
  })

  it('is told where the item’s matter touches others', () => {
    const story = aPortalCase(anItem({ hearing: { announced: false, interestedParties: true } }))
      .accepted()
      .reviewed()
    expect(story.tries('grant-case', decision(story), decider)).toBe('hearing-right-not-told')
  })

  it('need not be asked for where the law demands the hearing', () => {
    const story = aPortalCase(anItem({ hearing: { announced: true, interestedParties: false } }))
      .accepted()
      .reviewed()
    expect(story.tries('grant-case', decision(story), decider)).toBe('hearing-not-held')
    story.does('inform-hearing-right', { party: 'applicant', ground: { kind: 'announced', basis: '条例' } }, reviewer)
    expect(story.tries('waive-hearing', { party: 'applicant' }, citizen)).toBe('hearing-demanded-by-law')
    const announce = { heldOn: '2026-03-11', place: '会议室', chair: 's-supervisor' }
    // The public is told what it is about.
    for (const matter of [undefined, ' ']) expect(story.tries('announce-hearing', { ...announce, matter }, reviewer)).toBe('public-matter-missing')
    story.does('announce-hearing', { ...announce, matter: '兴盛街夜间经营' }, reviewer)
    expect(story.state().hearing?.announced?.matter).toBe('兴盛街夜间经营')
    story.on('2026-03-11').does('hold-hearing', { on: '2026-03-11', minutes }, reviewer).granted()
  })

  it('is moved to another day only with a reason, which stands by the new day in the case and on the new notice', () => {
    const story = told().does('request-hearing', { party: 'applicant' }, citizen)
    const announce = { heldOn: '2026-03-11', place: '会议室', chair: 's-supervisor', matter: '夜间经营' }
    story.does('announce-hearing', announce, reviewer)
    const other = { ...announce, matter: undefined, heldOn: '2026-03-12' }
    for (const postponedBecause of [undefined, ' '])
      expect(story.tries('announce-hearing', { ...other, postponedBecause }, reviewer)).toBe('postponement-needs-reason')
    story.does('announce-hearing', { ...other, postponedBecause: '主持人生病' }, reviewer).on('2026-03-03')
    const because = { on: '2026-03-02', from: '2026-03-11', because: '主持人生病' }
    expect(story.state().hearing?.announced).toMatchObject({ heldOn: '2026-03-12', matter: '夜间经营', postponed: [because] })
    const notice = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))!
    expect(notice.facts).toMatchObject({ heldOn: '2026-03-12', postponed: { from: '2026-03-11', because: '主持人生病' } })
    // Another room on the same day is no other day.
    const room = { ...other, heldOn: '2026-03-12', place: '三楼' }
    story.does('announce-hearing', room, reviewer)
    expect(story.state().hearing?.announced).toMatchObject({ place: '三楼', postponed: [because] })
    story.does('announce-hearing', { ...other, heldOn: '2026-03-16', postponedBecause: '停电' }, reviewer)
    expect(story.state().hearing?.announced?.postponed).toEqual([because, { on: '2026-03-03', from: '2026-03-12', because: '停电' }])
  })

  it('is announced in writing to all: day, hour, place, chair, on the article that demands it; the others are not named to each other', () => {
    const story = told().does('inform-third-party', { ...neighbour, name: '王邻居', replyDays: 1 }, reviewer)
    const announce = { heldOn: '2026-03-11', startsAt: '09:30', place: '会议室', chair: 's-supervisor' }
    story.does('request-hearing', { party: 'applicant' }, citizen)
    for (const startsAt of ['9:30', '24:00', '上午'])
      expect(story.tries('announce-hearing', { ...announce, startsAt }, reviewer)).toBe('time-invalid')
    story.does('announce-hearing', announce, reviewer)
    expect(story.state().hearing!.announced).toMatchObject({ heldOn: '2026-03-11', startsAt: '09:30' })
    const notice = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))!
    expect(notice).toMatchObject({
      kind: 'hearing-notice',
      facts: {
        told: { name: '张伟、各利害关系人' },
        article: '行政许可法 第四十七条',
        heldOn: '2026-03-11',
        startsAt: '09:30',
        place: '会议室',
        chair: '冯伟',
      },
      personalFacts: ['told'],
    })
    // Announced anew, it is told anew.
    story.does('announce-hearing', { ...announce, heldOn: '2026-03-12', startsAt: undefined, postponedBecause: '会议室另有安排' }, reviewer)
    expect(story.state().papers.filter(({ kind }) => kind === 'hearing-notice')).toHaveLength(2)
  })

  it('that can no longer be held in twenty days is held on the first lawful day, for without it nothing is decided', () => {
    const story = told().does('request-hearing', { party: 'applicant' }, citizen).on('2026-03-26')
    const announce = { place: '会议室', chair: 's-supervisor' }
    expect(story.tries('announce-hearing', { ...announce, heldOn: '2026-04-03' }, reviewer)).toBe('hearing-announced-late')
    expect(story.tries('announce-hearing', { ...announce, heldOn: '2026-04-08' }, reviewer)).toBe('hearing-too-late')
    story.does('announce-hearing', { ...announce, heldOn: '2026-04-07' }, reviewer).on('2026-04-07')
    expect(story.state().hearing).toMatchObject({ overdue: true, holdBy: '2026-03-30' })
    const noted = story.book.entries.filter(({ type }) => type === 'hearing-overdue')
    expect(noted).toMatchObject([{ occurredAt: '2026-03-31T00:00:00.000+08:00', data: { holdBy: '2026-03-30' } }])
    story.does('hold-hearing', { on: '2026-04-07', minutes }, reviewer).granted()
  })

  it('is held on the day announced, or announced anew', () => {
    const story = told().does('request-hearing', { party: 'applicant' }, citizen)
    story.does('announce-hearing', { heldOn: '2026-03-11', place: '会议室', chair: 's-supervisor' }, reviewer).on('2026-03-13')
    expect(story.tries('hold-hearing', { on: '2026-03-13', minutes }, reviewer)).toBe('hearing-not-as-announced')
    const again = { heldOn: '2026-03-24', place: '会议室', chair: 's-supervisor', postponedBecause: '主持人生病' }
    story.does('announce-hearing', again, reviewer).on('2026-03-24')
    story.does('hold-hearing', { on: '2026-03-24', minutes }, reviewer).granted()
  })

  it('is told to the applicant and to every third party, not to one of them', () => {
    const story = aPortalCase(anItem({ hearing: { announced: false, interestedParties: true } }))
      .accepted()
      .reviewed()
      .does('inform-third-party', neighbour, reviewer)
    const party = story.state().thirdParties[0]!.id
    story.does('record-third-party-statement', { party, gist: '无意见', statement: '无意见', answer: '收到' }, clerk)
    story.does('inform-hearing-right', { party, ...interests }, reviewer).does('waive-hearing', { party }, clerk)
    const outcome = story.book.do('grant-case', { id: story.id, ...decision(story) }, decider)
    expect(outcome).toMatchObject({ refusal: { code: 'hearing-right-not-told', detail: { party: '申请人' } } })
    story.does('inform-hearing-right', { party: 'applicant', ...interests }, reviewer)
    expect(story.tries('grant-case', decision(story), decider)).toBe('hearing-may-still-be-asked')
    story.does('inform-third-party', { ...neighbour, name: '王邻居', replyDays: 1 }, reviewer).on('2026-03-10')
    expect(story.tries('grant-case', decision(story), decider)).toBe('hearing-right-not-told')
  })

  it('stops the clock only where a hearing is to be held', () => {
    const stop = { kind: 'hearing', reason: '听证', days: 10 }
    expect(aPortalCase().accepted().tries('start-excluded-procedure', stop, reviewer)).toBe('no-hearing-due')
    const story = told().does('request-hearing', { party: 'applicant' }, citizen).does('start-excluded-procedure', stop, reviewer)
    expect(story.state().phase).toBe('stopped')
    const notice = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))
    expect(notice).toMatchObject({ kind: 'excluded-procedure-notice', facts: { procedure: '听证', basis: '行政许可法 第四十七条' } })
  })

  it('told on the last days of a year, leaves as many days as the next year’s holidays give', () => {
    const story = aPortalCase(anItem(), '2026-12-21')
      .accepted()
      .reviewed()
      .on('2026-12-28')
      .does('inform-hearing-right', { party: 'applicant', ...interests }, reviewer)
    expect(story.state().hearing?.parties[0]?.requestBy).toBe('2027-01-04')
    const day = (text: string, name: string) => ({ day: text as PlainDate, name })
    const notice = { notice: '国办发明电〔2026〕9号', noticeTitle: '通知', noticeDate: '2026-12-29' as PlainDate, source: 'recalled' as const }
    const table = { ...notice, year: 2027, off: [day('2027-01-01', '元旦'), day('2027-01-04', '元旦')], work: [] }
    const published = buildCalendar([...publishedTables(), table])
    story.book.calendar = published
    story.on('2026-12-29').does('move-deadlines', { calendarVersion: published.version, because: '暴雪' }, people.agent)
    expect(story.state().hearing?.parties[0]?.requestBy).toBe('2027-01-06')
    expect(story.on('2027-01-06').tries('grant-case', decision(story), decider)).toBe('hearing-may-still-be-asked')
    story.does('request-hearing', { party: 'applicant' }, citizen)
    expect(story.state().hearing?.holdBy).toBe('2027-02-03')
  })

  it('without anybody to ask, none is announced', () => {
    const announce = { heldOn: '2026-03-11', place: '会议室', chair: 's-supervisor' }
    expect(aPortalCase().accepted().tries('announce-hearing', announce, reviewer)).toBe('no-hearing-due')
  })
})
