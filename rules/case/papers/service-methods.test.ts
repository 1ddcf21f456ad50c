import { describe, expect, it } from 'vitest'
import { aCase, aPortalCase, type CaseStory, people } from '../testing/a-case.ts'
import { caseRef } from '../standing/entries.ts'
import { refold } from '../testing/book.ts'
import { paperRef } from './paper-issue.ts'
import type { PaperState } from './paper-kind.ts'

const { clerk, citizen, head, reviewer, decider, agent } = people
const photo = { digest: 'c'.repeat(64), name: '门上.jpg', size: 9, mediaType: 'image/jpeg' }
const witness = { name: '王书记', unit: '兴盛社区居委会' }
const refused = '本人在家，看过以后不肯签收'
const paperOf = (story: CaseStory, kind: string) => story.state().papers.findLast((one) => one.kind === kind)!
const factsOf = (story: CaseStory, kind: string) => story.book.state<PaperState>(paperRef(paperOf(story, kind).id))!
const serve = (story: CaseStory, parts: object) => ({
  papers: [story.state().papers[0]!.id],
  method: 'direct',
  receiver: '张伟',
  place: '一号楼',
  servedOn: '2026-03-02',
  servers: ['王敏'],
  ...parts,
})

describe('what each way of serving demands (民事诉讼法 87–91)', () => {
  it.each([
    ['left behind, nothing more', { method: 'left' }, 'left-needs-reason'],
    ['left behind, refused, nobody saw it', { method: 'left', refusedBecause: refused }, 'left-needs-witness'],
    ['left behind, why not said', { method: 'left', refusedBecause: ' ', witnesses: [witness] }, 'left-needs-reason'],
    ['left behind, a witness of no body', { method: 'left', refusedBecause: refused, witnesses: [{ name: '甲', unit: ' ' }] }, 'left-needs-witness'],
    ['left behind, seen by the neighbourhood’s', { method: 'left', refusedBecause: refused, witnesses: [witness] }, 'done'],
    ['left behind, recorded', { method: 'left', refusedBecause: refused, photos: [photo] }, 'done'],
    ['by post, no number', { method: 'post', reference: ' ' }, 'post-needs-reference'],
    ['by post, received before it was posted', { method: 'post', reference: 'EMS1', postedOn: '2026-03-03' }, 'served-before-posted'],
    ['by post, posted on no day', { method: 'post', reference: 'EMS1', postedOn: '2026-02-30' }, 'date-invalid'],
    ['by post, received on the day', { method: 'post', reference: 'EMS1', postedOn: '2026-03-02' }, 'done'],
    ['entrusted to nobody', { method: 'entrusted' }, 'entrusted-needs-body'],
    ['entrusted', { method: 'entrusted', reference: '泰安市行政审批服务局' }, 'done'],
    ['electronically, no account and no address', { method: 'electronic' }, 'electronic-needs-address'],
    ['by hand', {}, 'done'],
  ])('%s', (_what, parts, code) => {
    const story = aCase()
    expect(story.tries('serve-papers', serve(story, parts), clerk)).toBe(code)
  })

  it('electronically into the account’s inbox, and not without consent', () => {
    const story = aPortalCase()
    expect(story.tries('serve-papers', serve(story, { method: 'electronic' }), clerk)).toBe('done')
    const other = aPortalCase().does('change-service-consent', { consents: false }, citizen)
    expect(other.tries('serve-papers', serve(other, { method: 'electronic', reference: 'a@b.cn' }), clerk)).toBe('no-consent-to-electronic-service')
  })

  it('what was seen and recorded stands on the receipt, apart from what anybody may read, and goes with an erasure', () => {
    const story = aPortalCase()
    story.does('serve-papers', serve(story, { method: 'left', refusedBecause: refused, witnesses: [witness], photos: [photo] }), clerk)
    expect(factsOf(story, 'service-receipt')).toMatchObject({
      facts: { method: 'left', left: { because: refused, witnesses: [witness], photos: 1 } },
      personalFacts: ['left', 'place', 'recipient'],
    })
    const data = JSON.stringify(story.book.entries.map((entry) => entry.data))
    for (const word of [refused, witness.name, photo.name]) expect(data).not.toContain(word)
    expect(story.state().servicePhotos).toEqual([photo])
    story.does('withdraw-application', { reason: '不办了' }, citizen).does('erase-personal-data', { reason: '保存期满' }, head)
    expect(story.state().servicePhotos).toEqual([{ ...photo, name: '' }])
  })
})

describe('service by announcement (民事诉讼法 95)', () => {
  const announcement = { receiver: '张伟', announcedOn: '2026-03-05', publishedIn: '秦皇岛日报第4版', because: '邮寄退回，电话不通，住所无人' }
  const refusedOn = (day: string) => {
    const story = aPortalCase().accepted().reviewed().on(day)
    return story.does('refuse-case', { basedOnSeq: story.state().seq, reasons: ['不符'], opinion: '' }, decider)
  }
  const announced = (story: CaseStory, parts: object = {}) => ({ papers: [paperOf(story, 'refusal-decision').id], ...announcement, ...parts })

  it.each([
    ['tomorrow', { announcedOn: '2026-03-06' }, 'announced-in-future'],
    ['before the paper', { announcedOn: '2026-03-03' }, 'announced-before-issued'],
    ['on no day', { announcedOn: '2026-02-30' }, 'date-invalid'],
    ['nowhere', { publishedIn: ' ' }, 'announcement-needs-place'],
    ['for no reason', { because: ' ' }, 'announcement-needs-reason'],
    ['of nothing', { papers: [] }, 'nothing-to-serve'],
    ['of an unknown paper', { papers: ['x'] }, 'paper-not-found'],
    ['today', {}, 'done'],
  ])('%s', (_what, parts, code) => {
    const story = refusedOn('2026-03-04').on('2026-03-05')
    expect(story.tries('announce-service', announced(story, parts), clerk)).toBe(code)
  })

  it('counts as served on the thirtieth day, by itself, and the days of the remedies run from there', () => {
    const story = refusedOn('2026-03-04').on('2026-03-05')
    story.does('announce-service', announced(story), clerk)
    expect(story.tries('announce-service', announced(story), clerk)).toBe('paper-already-announced')
    // The thirtieth day is Saturday, 4 April, a holiday: the last day is the first working day, Tuesday.
    expect(story.state().announcements).toMatchObject([{ on: '2026-03-05', due: '2026-04-07' }])
    expect(story.on('2026-04-07', '23:59').state().servedOn).toBeNull()
    story.on('2026-04-08', '00:00')
    expect(story.state()).toMatchObject({ servedOn: '2026-04-07', remedies: { review: '2026-06-08', suit: '2026-10-08' } })
    expect(story.state().legs.service?.leg).toMatchObject({ endedOn: '2026-04-07', endReason: '送达' })
    expect(story.book.timerRefusals).toEqual([])
    const receipt = factsOf(story, 'service-receipt')
    expect(receipt.facts).toMatchObject({ method: 'announced', servedOn: '2026-04-07', place: '秦皇岛日报第4版', announced: { on: '2026-03-05' } })
    expect(JSON.stringify(story.book.entries.map(({ data }) => data))).not.toContain(announcement.because)
    expect(refold(story.book.entries, caseRef(story.id))).toEqual(story.state())
  })

  it('falls where the paper reached its receiver before', () => {
    const story = refusedOn('2026-03-04').on('2026-03-05')
    story.does('announce-service', announced(story), clerk).on('2026-03-20')
    // Six months later is a Sunday on which people work.
    const byHand = serve(story, { papers: [paperOf(story, 'refusal-decision').id], servedOn: '2026-03-20' })
    story.does('serve-papers', byHand, clerk)
    expect(story.state().remedies).toEqual({ review: '2026-05-19', suit: '2026-09-20' })
    const { seq } = story.state()
    expect(story.on('2026-05-01').state()).toMatchObject({ seq, servedOn: '2026-03-20' })
    expect(story.book.timerRefusals).toEqual([])
  })

  it('is ended by nobody before its day', () => {
    const story = refusedOn('2026-03-04').on('2026-03-05')
    story.does('announce-service', announced(story), clerk)
    const timer = `announced/${story.state().announcements![0]!.id}`
    expect(story.tries('serve-announced', { subject: caseRef(story.id), timer }, agent)).toBe('not-due-yet')
    expect(story.tries('serve-announced', { subject: caseRef(story.id), timer }, clerk)).toBe('act-not-for-role')
  })

  it('goes with what it says of its receiver when the data is erased', () => {
    const story = refusedOn('2026-03-04').on('2026-03-05')
    story.does('announce-service', announced(story), clerk).on('2026-04-08').does('erase-personal-data', { reason: '保存期满' }, head)
    expect(story.state().announcements).toMatchObject([{ receiver: null, because: null, publishedIn: '秦皇岛日报第4版' }])
  })

  it('days of remedies run for what burdens, not for a grant', () => {
    const story = aPortalCase().accepted().does('claim-case', {}, reviewer).reviewed().granted()
    story.does('serve-papers', serve(story, { papers: [paperOf(story, 'grant-decision').id] }), clerk)
    expect(story.state().remedies).toBeUndefined()
  })
})
