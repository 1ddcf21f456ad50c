import { describe, expect, it } from 'vitest'
import { caseRef } from '../standing/entries.ts'
import type { PaperState } from '../papers/paper-kind.ts'
import { paperRef } from '../papers/paper-issue.ts'
import type { CaseState } from '../standing/state.ts'
import { aCase, aPortalCase, type CaseStory, people } from '../testing/a-case.ts'
import { anItem } from '../testing/an-item.ts'
import { refold } from '../testing/book.ts'

const { clerk, citizen, otherCitizen, reviewer, decider, head } = people
const decision = (story: CaseStory) => ({ basedOnSeq: story.state().seq, content: '准予', conditions: [], opinion: '', ticked: ['lawful'] })
const inData = (story: CaseStory) => JSON.stringify(story.book.entries.map(({ data }) => data))

describe('what the applicant states (行政许可法 7, 36)', () => {
  const said = '消防通道已经拓宽，请再看。'
  const stated = () =>
    aPortalCase()
      .accepted()
      .reviewed()
      .does('make-statement', { statement: ` ${said} ` }, citizen)
  const answer = (story: CaseStory, parts: object = {}) => ({
    statement: story.state().statements!.at(-1)!.id,
    accepted: true,
    reasons: '现场已核。',
    ...parts,
  })

  it('is read in the case and lies apart from the data', () => {
    const story = stated()
    expect(story.state().statements).toMatchObject([{ on: '2026-03-02', text: said, answer: null }])
    expect(inData(story)).not.toContain('消防')
  })

  it('is considered before anything is decided', () => {
    const story = stated()
    expect(story.tries('grant-case', decision(story), decider)).toBe('statement-not-considered')
    expect(story.tries('refuse-case', { basedOnSeq: story.state().seq, reasons: ['不符'], opinion: '' }, decider)).toBe('statement-not-considered')
    story.does('answer-statement', answer(story), reviewer).granted()
    expect(story.state().statements![0]!.answer).toEqual({
      on: '2026-03-02',
      by: { id: 's-reviewer', name: '赵建国' },
      accepted: true,
      reasons: '现场已核。',
    })
  })

  it('is considered before an application is turned away', () => {
    const story = aPortalCase().does('make-statement', { statement: '本就属于贵局' }, citizen)
    const decline = { ground: { kind: 'other-organ', rightOrgan: '省厅' }, reasons: ['非本机关职权'] }
    expect(story.tries('decline-case', decline, clerk)).toBe('statement-not-considered')
    story.does('answer-statement', answer(story, { accepted: false }), clerk).does('decline-case', decline, clerk)
  })

  it('does not keep the five days from running out', () => {
    expect(aPortalCase().does('make-statement', { statement: '请快一点' }, citizen).on('2026-03-10').state().acceptance?.ground).toBe('deemed')
  })

  it('is answered by a letter to the applicant, once, with reasons', () => {
    const story = stated()
    expect(story.tries('answer-statement', answer(story, { statement: 'none' }), reviewer)).toBe('statement-not-found')
    expect(story.tries('answer-statement', answer(story, { reasons: ' ' }), reviewer)).toBe('reasons-missing')
    story.does('answer-statement', answer(story, { accepted: false }), reviewer)
    const letter = story.state().papers.at(-1)!
    expect(letter).toMatchObject({ kind: 'reply-letter', number: '秦开审批复字〔2026〕1号' })
    const { facts, personalFacts } = story.book.state<PaperState>(paperRef(letter.id))!
    expect(facts).toEqual({ about: 'statement', askedOn: '2026-03-02', agreed: false, reasons: '现场已核。' })
    expect(personalFacts).toEqual(['reasons'])
    expect(story.tries('answer-statement', answer(story), reviewer)).toBe('no-statement-open')
    story.does('make-statement', { statement: '再说一句' }, citizen)
    expect(story.tries('answer-statement', answer(story, { statement: story.state().statements![0]!.id }), reviewer)).toBe(
      'statement-already-answered',
    )
  })

  it('may be said in person, not by a stranger, not in silence, not after the end', () => {
    const story = aCase().does('make-statement', { statement: '口头陈述' }, clerk)
    expect(story.tries('make-statement', { statement: '  ' }, clerk)).toBe('statement-empty')
    expect(stated().tries('make-statement', { statement: '我也说' }, otherCitizen)).toBe('case-not-found')
    const ended = aPortalCase().does('withdraw-application', { reason: '不办了' }, citizen)
    expect(ended.tries('make-statement', { statement: '晚了' }, citizen)).toBe('act-not-in-phase')
  })
})

describe('consent to electronic service', () => {
  const serve = (story: CaseStory) => ({
    papers: [story.state().papers[0]!.id],
    method: 'electronic',
    receiver: '张伟',
    place: '网上',
    servedOn: '2026-03-02',
    servers: ['王敏'],
  })

  it('is taken back and given again, for what is served from then on', () => {
    const story = aPortalCase().does('change-service-consent', { consents: false }, citizen)
    expect(story.tries('change-service-consent', { consents: false }, citizen)).toBe('nothing-changed')
    expect(story.tries('serve-papers', serve(story), clerk)).toBe('no-consent-to-electronic-service')
    story.does('change-service-consent', { consents: true }, citizen).does('serve-papers', serve(story), clerk)
    story.does('change-service-consent', { consents: false }, citizen)
    expect(story.state().papers[0]!.servedOn).toBe('2026-03-02')
  })

  it('needs an inbox to serve to', () => {
    const story = aCase(anItem(), '2026-03-02', { consentsToElectronicService: false })
    expect(story.tries('change-service-consent', { consents: true }, clerk)).toBe('consent-without-account')
  })
})

describe('asking for correction or erasure (个人信息保护法 46, 47, 50)', () => {
  const asked = (story: CaseStory, kind: string) => story.does('request-data-change', { kind, wish: '电话是旧的' }, citizen)
  const last = (story: CaseStory) => story.state().dataRequests!.at(-1)!
  const answer = (story: CaseStory, done: boolean, parts: object = {}) => ({ request: last(story).id, done, reasons: '理由', ...parts })
  const ended = () => aPortalCase().does('withdraw-application', { reason: '不办了' }, citizen)

  it('is answered within thirty days, one of a kind at a time', () => {
    const story = asked(aPortalCase(), 'correction')
    expect(last(story)).toMatchObject({ kind: 'correction', on: '2026-03-02', answerBy: '2026-04-01', wish: '电话是旧的', answer: null })
    expect(inData(story)).not.toContain('电话')
    expect(story.tries('request-data-change', { kind: 'correction', wish: '还有' }, citizen)).toBe('data-request-open')
    expect(story.tries('request-data-change', { kind: 'erasure', wish: ' ' }, citizen)).toBe('wish-empty')
    asked(story, 'erasure')
  })

  it('corrects in the same act, by the rules of a correction', () => {
    const story = asked(aPortalCase(), 'correction')
    expect(story.tries('answer-data-request', answer(story, true, { applicant: { idNumber: '1' } }), clerk)).toBe('resident-id-invalid')
    expect(story.tries('answer-data-request', answer(story, true, { reasons: '' }), clerk)).toBe('reasons-missing')
    const first = answer(story, true, { applicant: { phone: '13911112222' } })
    story.does('answer-data-request', first, clerk)
    expect(story.state().applicant.phone).toBe('13911112222')
    expect(last(story).answer).toMatchObject({ done: true, by: { name: '王敏' } })
    expect(story.tries('answer-data-request', first, clerk)).toBe('no-data-request-open')
    asked(story, 'correction')
    expect(story.tries('answer-data-request', first, clerk)).toBe('data-request-already-answered')
    expect(story.tries('answer-data-request', { ...first, request: 'none' }, clerk)).toBe('data-request-not-found')
    // What is wrong elsewhere is put right by its own act, and told here.
    story.does('answer-data-request', answer(story, true), clerk)
  })

  it('refuses with the reason, which the letter names', () => {
    const story = asked(ended(), 'erasure').does('archive-case', { location: null }, clerk)
    story.does('answer-data-request', answer(story, false, { reasons: '法定保存期限未满' }), head)
    expect(last(story).answer).toMatchObject({ done: false, reasons: '法定保存期限未满' })
    expect(story.state().applicant.name).toBe('张伟')
    const letter = story.book.state<PaperState>(paperRef(story.state().papers.at(-1)!.id))!
    expect(letter.facts).toMatchObject({ about: 'erasure', agreed: false, reasons: '法定保存期限未满' })
    expect(letter.applicant?.name).toBe('张伟')
  })

  it('erases only what is concluded, only by a head, and its letter names nobody', () => {
    const running = asked(aPortalCase(), 'erasure')
    expect(running.tries('answer-data-request', answer(running, true), head)).toBe('case-still-running')
    const story = asked(ended(), 'erasure')
    expect(story.tries('answer-data-request', answer(story, true), clerk)).toBe('erasure-needs-head')
    story.does('answer-data-request', answer(story, true), head)
    expect(story.state()).toMatchObject({ erasedOn: '2026-03-02', applicant: { name: null, phone: null }, answers: null })
    expect(last(story)).toMatchObject({ wish: null, answer: { done: true, reasons: null } })
    const letter = story.state().papers.at(-1)!
    expect(story.book.state<PaperState>(paperRef(letter.id))!.applicant?.name).toBe('申请人')
    const erased = story.book.entries.findLast(({ type }) => type === 'personal-erased')!
    const { positions } = erased.data as unknown as { positions: number[] }
    const naming = story.book.entries.filter(({ personal, subject }) => personal !== undefined && ['case', 'paper'].includes(subject.kind))
    expect(naming.filter(({ position, personal }) => !positions.includes(position) && JSON.stringify(personal).includes('张伟'))).toEqual([])
    expect(story.tries('request-data-change', { kind: 'erasure', wish: '再删' }, citizen)).toBe('personal-data-erased')
  })

  it('folds without the words once they are erased from the book', () => {
    const story = aPortalCase().does('make-statement', { statement: '我说' }, citizen)
    asked(story, 'correction')
    const bare = story.book.entries.map(({ personal: _, ...entry }) => entry)
    expect(refold<CaseState>(bare, caseRef(story.id))).toMatchObject({ statements: [{ text: null }], dataRequests: [{ wish: null }] })
  })
})
