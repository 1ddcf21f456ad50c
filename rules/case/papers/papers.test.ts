import { describe, expect, it } from 'vitest'
import { standardLetters } from '../../../data/letters/load.ts'
import type { Actor } from '../../act.ts'
import { composePaper } from '../../paper/compose-paper.ts'
import { sheetWords } from '../../paper/sheet-words.ts'
import { type Bureau, bureauRef } from '../../people/bureau.ts'
import { caseRef } from '../standing/entries.ts'
import { bureauWords, factsOfPaper } from './facts-of-paper.ts'
import { paperRef } from './paper-issue.ts'
import type { PaperState } from './paper-kind.ts'
import { aBureau, aCase, aPortalCase, application, type CaseStory, people, storyOf } from '../testing/a-case.ts'
import { anItem } from '../testing/an-item.ts'
import { refold } from '../testing/book.ts'

const { clerk, citizen, head, agent } = people
const paperOf = (story: CaseStory, kind: string) => story.state().papers.find((paper) => paper.kind === kind)!
const subject = (story: CaseStory, kind: string) => story.book.state<PaperState>(paperRef(paperOf(story, kind).id))!
/** What stands on a paper in print, as the door finds it. */
const printed = (story: CaseStory, id: string): string => {
  const paper = story.book.state<PaperState>(paperRef(id))!
  const bureau = { ...bureauWords(story.book.state<Bureau>(bureauRef)!), seal: { draw: 'none' } as const }
  const sheet = composePaper(paper.kind, factsOfPaper(id, paper, bureau, undefined), standardLetters()[paper.kind])
  return sheet.ok ? sheetWords(sheet.value) : ''
}
const serve = (story: CaseStory, kind: string, parts: object = {}) => ({
  papers: [paperOf(story, kind).id],
  method: 'direct',
  receiver: '张伟',
  place: '一楼大厅',
  servedOn: '2026-03-02',
  servers: ['王敏'],
  ...parts,
})

describe('numbers of papers', () => {
  it('run without gaps per kind and year, whatever is refused between', () => {
    const book = aBureau()
    const numbers: string[] = []
    for (const [day, times] of [
      ['2025-12-31', 2],
      ['2026-01-05', 2],
    ] as const) {
      book.now = `${day}T10:00:00.000+08:00`
      for (let n = 0; n < times; n++) {
        const opened = book.do<{ id: string }>('receive-at-counter', application(), clerk)
        if ('refusal' in opened) throw new Error(opened.refusal.code)
        const story = storyOf(book, opened.answer.id, anItem())
        story.tries('grant-case', { basedOnSeq: 1, content: '', conditions: [], opinion: '', ticked: [] }, people.decider)
        numbers.push(paperOf(story.accepted(), 'acceptance-notice').number)
      }
    }
    expect(numbers).toEqual(['秦开审批受字〔2025〕1号', '秦开审批受字〔2025〕2号', '秦开审批受字〔2026〕1号', '秦开审批受字〔2026〕2号'])
  })

  it('of a voided paper stay recorded and are not given again', () => {
    const story = aCase().accepted()
    const { id } = paperOf(story, 'acceptance-notice')
    story.does('void-paper', { paper: id, reason: '打印有误', reissue: false }, clerk)
    expect(story.state().papers.find((paper) => paper.id === id)?.voidedOn).toBe('2026-03-02')
    expect(subject(story, 'acceptance-notice')).toMatchObject({
      status: 'voided',
      number: '秦开审批受字〔2026〕1号',
      voided: { reason: '打印有误' },
    })
    expect(story.tries('void-paper', { paper: id, reason: '再', reissue: false }, clerk)).toBe('paper-already-voided')
    expect(story.tries('void-paper', { paper: 'none', reason: '再', reissue: false }, clerk)).toBe('paper-not-found')
    expect(story.tries('correct-clerical-error', { paper: id, corrections: [{ place: '一', wrong: '二', right: '三' }], printed: '二' }, clerk)).toBe(
      'paper-already-voided',
    )
    expect(story.tries('serve-papers', serve(story, 'acceptance-notice'), clerk)).toBe('paper-already-voided')
  })
})

describe('a decision paper with a wrong name', () => {
  it('is voided only for another in its place, with the name as it now stands', () => {
    const story = aCase().accepted().reviewed().granted()
    const { id } = paperOf(story, 'grant-decision')
    expect(story.tries('void-paper', { paper: id, reason: '姓名有误', reissue: false }, clerk)).toBe('decision-paper-needs-another')
    story.does('correct-applicant-data', { applicant: { name: '张玮' }, reason: '姓名有误' }, clerk)
    story.does('void-paper', { paper: id, reason: '姓名有误', reissue: true }, clerk)
    const [first, second] = story.state().papers.filter(({ kind }) => kind === 'grant-decision')
    expect([first?.number, first?.voidedOn, second?.number, second?.voidedOn]).toEqual([
      '秦开审批准字〔2026〕1号',
      '2026-03-02',
      '秦开审批准字〔2026〕2号',
      null,
    ])
    const [one, two] = [first!, second!].map((paper) => story.book.state<PaperState>(paperRef(paper.id))!)
    expect([one!.applicant?.name, two!.applicant?.name]).toEqual(['张伟', '张玮'])
    expect(two!.facts).toEqual(one!.facts)
    story.does('serve-papers', { ...serve(story, 'grant-decision'), papers: [second!.id] }, clerk)
    expect(story.state().servedOn).toBe('2026-03-02')
  })
})

describe('a clerical error', () => {
  it.each(['2026年3月2日', '２０２６年３月２日', '2026 年 3 月 2 日', '秦开审批准字〔2026〕1号', '"测试经营许可"申请(办件编号'])(
    'may be cited as somebody types it: %s',
    (wrong) => {
      const story = aCase().accepted().reviewed().granted()
      const paper = paperOf(story, 'grant-decision').id
      const cited = { paper, corrections: [{ place: '正文', wrong, right: '别的' }], printed: printed(story, paper) }
      expect(cited.printed).toContain('2026年3月2日')
      expect(story.tries('correct-clerical-error', cited, clerk)).toBe('done')
    },
  )

  it('is corrected by a paper of its own; the first stays as it is', () => {
    const story = aCase().accepted().reviewed().granted()
    const paper = paperOf(story, 'grant-decision').id
    const fix = { place: '正文第一段', wrong: '张伟', right: '张纬' }
    const tries = (...corrections: object[]) => story.tries('correct-clerical-error', { paper, corrections, printed: printed(story, paper) }, clerk)
    expect(tries()).toBe('corrections-missing')
    expect(tries({ ...fix, right: '张伟' })).toBe('correction-changes-nothing')
    expect(story.tries('correct-clerical-error', { paper: 'none', corrections: [fix], printed: '' }, clerk)).toBe('paper-not-found')
    for (const wrong of ['张炜', '2025年3月2日', ' ', '驳回']) expect(tries(fix, { ...fix, wrong }), wrong).toBe('words-not-on-paper')
    expect(tries(fix)).toBe('done')
    expect(subject(story, 'grant-decision').correctedBy).toBe(paperOf(story, 'correction-notice').id)
    expect(subject(story, 'correction-notice').facts).toMatchObject({ original: { number: '秦开审批准字〔2026〕1号' }, corrections: [fix] })
  })
})

describe('a corrected paper', () => {
  const correct = (story: ReturnType<typeof aCase>, wrong: string, right: string) =>
    story.does(
      'correct-clerical-error',
      {
        paper: paperOf(story, 'grant-decision').id,
        corrections: [{ place: '内容', wrong, right }],
        printed: printed(story, paperOf(story, 'grant-decision').id),
      },
      clerk,
    )
  const reissue = (story: ReturnType<typeof aCase>) => ({ paper: paperOf(story, 'grant-decision').id, reason: '印章不清', reissue: true })

  it('stands corrected in the one that takes its place', () => {
    const story = aCase().accepted().reviewed().granted()
    const { content } = subject(story, 'grant-decision').facts as { content: string }
    correct(story, content, `${content}甲`)
    correct(story, `${content}甲`, `${content}乙`)
    story.does('void-paper', reissue(story), clerk)
    const second = story.state().papers.find(({ kind, voidedOn }) => kind === 'grant-decision' && voidedOn === null)!
    expect(story.book.state<PaperState>(paperRef(second.id))).toMatchObject({ number: '秦开审批准字〔2026〕2号', facts: { content: `${content}乙` } })
  })

  it('is not replaced where a correction would be lost', () => {
    const story = aCase().accepted().reviewed().granted()
    correct(story, '咨询电话', '查询电话')
    expect(story.tries('void-paper', reissue(story), clerk)).toBe('correction-not-carried')
    const named = aCase().accepted().reviewed().granted()
    correct(named, '张伟', '张玮')
    named.does('correct-applicant-data', { applicant: { name: '张玮' }, reason: '姓名有误' }, clerk)
    expect(named.tries('void-paper', reissue(named), clerk)).toBe('done')
  })

  it('is named as it is headed', () => {
    const story = aCase().accepted().reviewed().granted()
    correct(story, '准予', '准许')
    expect(subject(story, 'correction-notice').facts).toMatchObject({ original: { title: '准予行政许可决定书' } })
    story.does('serve-papers', serve(story, 'grant-decision'), clerk)
    expect(subject(story, 'service-receipt').facts).toMatchObject({ papers: [{ title: '准予行政许可决定书' }] })
  })
})

describe('service', () => {
  it('of the decision ends the leg of ten days and leaves its proof', () => {
    const story = aCase().accepted().reviewed().granted()
    expect(story.state().legs.service?.dates.statutoryDue).toBe('2026-03-16')
    story.on('2026-03-05').does('serve-papers', serve(story, 'grant-decision', { servedOn: '2026-03-04' }), clerk)
    expect(story.state()).toMatchObject({ servedOn: '2026-03-04', legs: { service: { leg: { endedOn: '2026-03-04', endReason: '送达' } } } })
    expect(subject(story, 'grant-decision').servedOn).toBe('2026-03-04')
    expect(paperOf(story, 'service-receipt').number).toBe('秦开审批送字〔2026〕1号')
    expect(story.tries('serve-papers', serve(story, 'grant-decision'), clerk)).toBe('paper-already-served')
    expect(story.tries('void-paper', { paper: paperOf(story, 'grant-decision').id, reason: '误', reissue: false }, clerk)).toBe(
      'paper-already-served',
    )
  })

  it('runs as the item’s own law has it, where it sets other days', () => {
    const limits = { ...anItem().limits, service: { days: 5, dayType: 'workday', article: '食品经营许可和备案管理办法 第二十二条' } as const }
    const granted = aCase(anItem({ limits })).accepted().reviewed().granted().state().legs.service!
    expect(granted).toMatchObject({
      leg: { startArticle: limits.service.article, statutory: limits.service, promised: null },
      dates: { statutoryDue: '2026-03-09' },
    })
  })

  it.each([
    ['by post without a number', { method: 'post' }, 'post-needs-reference'],
    ['by post', { method: 'post', reference: 'EMS1' }, 'done'],
    ['tomorrow', { servedOn: '2026-03-03' }, 'served-in-future'],
    ['before it was issued', { servedOn: '2026-03-01' }, 'served-before-issued'],
    ['on no day', { servedOn: 'x' }, 'date-invalid'],
    ['of nothing', { papers: [] }, 'nothing-to-serve'],
    ['of an unknown paper', { papers: ['x'] }, 'paper-not-found'],
    ['electronically, with consent, to an address', { method: 'electronic', reference: 'zhang@example.com' }, 'done'],
  ])('%s', (_what, parts, code) => {
    const story = aCase()
    expect(story.tries('serve-papers', serve(story, 'receipt', parts), clerk)).toBe(code)
  })

  it('by electronic means needs consent', () => {
    const story = aCase(anItem(), '2026-03-02', { consentsToElectronicService: false })
    expect(story.tries('serve-papers', serve(story, 'receipt', { method: 'electronic' }), clerk)).toBe('no-consent-to-electronic-service')
  })

  it('comes before the archive', () => {
    const story = aCase().accepted().reviewed().granted()
    expect(story.tries('archive-case', { location: null }, clerk)).toBe('papers-not-served')
    story.does('serve-papers', serve(story, 'grant-decision'), clerk).does('archive-case', { location: '甲-3-12' }, clerk)
    expect(story.state()).toMatchObject({ phase: 'archived', outcome: 'granted' })
  })
})

describe('the typesetter’s word', () => {
  it.each([
    ['record-typeset-paper', { digest: 'd'.repeat(64) }, agent, 'done'],
    ['record-typeset-paper', { digest: 'd'.repeat(64) }, clerk, 'not-permitted'],
    ['record-paper-failure', { problem: 'U+2A700' }, agent, 'done'],
    ['record-paper-failure', { problem: 'U+2A700' }, citizen, 'not-permitted'],
    ['set-paper-again', {}, clerk, 'done'],
    ['set-paper-again', {}, citizen, 'not-permitted'],
  ])('%s', (act, input, actor, code) => {
    const story = aCase()
    const { id } = paperOf(story, 'receipt')
    const outcome = story.book.do(act, { ...input, id }, actor as Actor)
    expect('refusal' in outcome ? outcome.refusal.code : 'done').toBe(code)
    expect(story.book.do(act, { ...input, id: 'none' }, agent)).toMatchObject({ refusal: { code: 'paper-not-found' } })
  })

  it('is given once', () => {
    const story = aCase()
    const { id } = paperOf(story, 'receipt')
    story.book.do('record-typeset-paper', { id, digest: 'd'.repeat(64) }, agent)
    for (const act of ['record-typeset-paper', 'record-paper-failure', 'set-paper-again'])
      expect(story.book.do(act, { id, digest: 'e', problem: 'x' }, agent)).toMatchObject({ refusal: { code: 'paper-already-set' } })
    expect(subject(story, 'receipt')).toMatchObject({ status: 'typeset', digest: 'd'.repeat(64) })
  })
})

describe('personal data', () => {
  it.each([
    ['the phone, by the applicant', { phone: '13911112222' }, citizen, 'done'],
    ['the name, by the applicant', { name: '张玮' }, citizen, 'identity-needs-clerk'],
    ['the name, by a clerk', { name: '张玮' }, clerk, 'done'],
    ['nothing', { name: '张伟' }, clerk, 'nothing-changed'],
    ['an empty name', { name: ' ' }, clerk, 'applicant-data-missing'],
    ['a wrong number', { idNumber: '110105194912310021' }, clerk, 'resident-id-invalid'],
    ['a person’s number to a firm’s', { idType: 'uscc', idNumber: '91110000802100433B' }, clerk, 'applicant-id-type-wrong'],
  ])('corrected: %s', (_what, applicant, actor, code) => {
    expect(aPortalCase().tries('correct-applicant-data', { applicant, reason: '有误' }, actor as Actor)).toBe(code)
  })

  it('is erased with that of the papers, by the head, and the fold holds without it', () => {
    const story = aPortalCase().accepted().reviewed().granted()
    const everywhere = story.book.entries.filter(({ personal, subject: { kind } }) => personal !== undefined && (kind === 'case' || kind === 'paper'))
    expect(story.tries('erase-personal-data', { reason: '保存期满' }, clerk)).toBe('act-not-for-role')
    story.does('erase-personal-data', { reason: '保存期满' }, head)
    const entry = story.book.entries.find(({ type }) => type === 'personal-erased')!
    expect((entry.data as { positions: number[] }).positions.toSorted((a, b) => a - b)).toEqual(everywhere.map(({ position }) => position))
    const without = story.book.entries.map(({ personal: _, ...rest }) => rest)
    const erased = refold<ReturnType<CaseStory['state']>>(without, caseRef(story.id))!
    expect(erased).toMatchObject({
      phase: 'granted',
      applicant: { name: null, idNumber: null },
      answers: null,
      erasedOn: '2026-03-02',
      personalAt: [],
    })
    expect(erased.papers).toEqual(story.state().papers)
  })
})
