import { describe, expect, it } from 'vitest'
import { calendar, anotherCase, aCase, aPortalCase, type CaseStory, people } from '../../../rules/case/testing/a-case.ts'
import { anItem, aRenewal } from '../../../rules/case/testing/an-item.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import { caseReasons } from './case-reasons.ts'
import { earlierLegViews, legViews } from './leg-views.ts'

const { citizen, clerk, decider, head, reviewer } = people
const item = anItem()
const told = (story: CaseStory, of: ServiceItem = item, today = story.book.now.slice(0, 10)) =>
  caseReasons(story.state(), of, today as PlainDate).map(({ text }) => text)
const legsTold = (story: CaseStory, name: string) =>
  legViews(story.state(), story.book.now.slice(0, 10) as PlainDate, calendar)
    .find((leg) => leg.name === name)!
    .reasons.map(({ text }) => text)
const earlierTold = (story: CaseStory) => {
  const entries = story.book.entries.filter(({ subject }) => subject.kind === 'case' && subject.id === story.id)
  return earlierLegViews(entries, story.state(), story.book.now.slice(0, 10) as PlainDate, calendar).map(({ name, reasons }) => [
    name,
    ...reasons.map(({ text }) => text),
  ])
}

describe('each start, stop and end of a clock', () => {
  it('of an answer, a correction and the answer after it: every run keeps its own days and articles', () => {
    const story = aPortalCase()
    story.on('2026-03-04').does('request-supplement', { faults: [{ material: 'lease', fault: '没有签字', correction: '签字' }] }, clerk)
    story
      .on('2026-03-10')
      .does('supplement-materials', { materials: [{ material: 'lease', form: 'paper', files: [], originals: 1, copies: 0 }] }, citizen)
    story.on('2026-03-11').accepted()
    expect(earlierTold(story)).toEqual([
      [
        'notice',
        '2026年3月2日：收到申请之日，受理审查期限自次日起算，法定5个工作日（行政许可法 第三十二条第一款第四项）。',
        '2026年3月4日：一次性告知补正，受理审查期限终止，共用2个工作日（行政许可法 第三十二条第一款第四项）。',
        '2026年3月9日：受理审查期限的法定截止日（行政许可法 第三十二条第一款第四项）。',
      ],
    ])
    expect(legsTold(story, 'supplement').at(-2)).toBe(
      '2026年3月10日：申请人已全部补正，补正期限终止，共用4个工作日（行政许可法 第三十二条第一款第五项）。',
    )
    expect(legsTold(story, 'notice')).toEqual([
      '2026年3月10日：收到全部补正材料之日，受理审查期限自次日起算，法定5个工作日（行政许可法 第三十二条第一款第四项）。',
      '2026年3月11日：受理，受理审查期限终止，共用1个工作日（行政许可法 第三十二条第一款第五项）。',
      '2026年3月17日：受理审查期限的法定截止日（行政许可法 第三十二条第一款第四项）。',
    ])
  })

  it('deemed accepted, stopped with its notice by number, resumed, extended, over its promise, decided', () => {
    const story = aPortalCase().on('2026-03-10')
    expect(legsTold(story, 'notice').at(-1)).toBe(
      '2026年3月9日：逾期未告知，视为受理，受理审查期限终止，共用5个工作日（行政许可法 第三十二条第一款第四项）。',
    )
    story.does('start-excluded-procedure', { kind: 'expert-review', reason: '场所复杂', days: 5 }, reviewer)
    expect(legsTold(story, 'review')[1]).toMatch(
      /^2026年3月10日：专家评审：场所复杂，审查决定期限自次日起暂停计算，预计需5个工作日，至2026年3月17日，文书秦开审批特字〔2026〕1号（行政许可法 第四十五条）。$/,
    )
    story.on('2026-03-16').does('end-excluded-procedure', { result: '通过' }, reviewer)
    story.does('extend-review', { reason: '情况复杂', days: 10 }, head)
    story.on('2026-04-30')
    expect(legsTold(story, 'review').slice(2)).toEqual([
      '2026年3月16日：暂停结束，审查决定期限自次日起继续计算，其间4个工作日不计入期限（行政许可法 第四十五条）。',
      '2026年3月16日：经刘海峰批准延长10个工作日，理由：情况复杂（行政许可法 第四十二条）。',
      '2026年4月3日：审查决定期限的承诺截止日。',
      '2026年4月4日：已经超过承诺的截止日。',
      '2026年4月20日：审查决定期限的法定截止日（行政许可法 第四十二条）。',
      '2026年4月21日：已经超过法定的截止日（行政许可法 第四十二条）。',
    ])
    story.reviewed().granted()
    expect(legsTold(story, 'review').at(-1)).toMatch(
      /^2026年4月30日：作出准予决定，审查决定期限终止，共用\d+个工作日（行政许可法 第三十八条第一款）。$/,
    )
  })

  it.each([
    [
      'not a permit matter',
      '告知不受理',
      '第三十二条第一款第一项',
      (story: CaseStory) => story.does('declare-not-permit-matter', { reason: '不需要许可' }, clerk),
    ],
    [
      'another organ’s matter',
      '决定不予受理',
      '第三十二条第一款第二项',
      (story: CaseStory) => story.does('decline-case', { ground: { kind: 'other-organ', rightOrgan: '市局' }, reasons: ['不属于本局职权'] }, clerk),
    ],
    ['withdrawn', '申请人撤回申请', '', (story: CaseStory) => story.does('withdraw-application', { reason: '不办了' }, citizen)],
  ])('%s ends the answer’s days on its own article', (_what, words, article, acts) => {
    const last = legsTold(acts(aPortalCase()), 'notice')[1]
    expect(last).toBe(`2026年3月2日：${words}，受理审查期限终止，共用0个工作日${article === '' ? '' : `（行政许可法 ${article}）`}。`)
  })

  it('of a limit in natural days are told in natural days', () => {
    const limits = {
      ...item.limits,
      statutory: { days: 60, dayType: 'calendar', startEvent: 'accepted', article: '登记管理条例 第十二条' },
      promised: { days: 30, dayType: 'calendar', startEvent: 'accepted', article: '承诺' },
    } as const
    const story = aPortalCase(anItem({ limits, steps: item.steps.map((step) => ({ ...step })) })).accepted()
    story.does('start-excluded-procedure', { kind: 'expert-review', reason: '复杂', days: 5 }, reviewer).on('2026-03-09')
    story.does('end-excluded-procedure', { result: '通过' }, reviewer)
    expect(legsTold(story, 'review')[2]).toContain('其间7日（自然日）不计入期限')
  })
})

describe('what has its day beside the clocks', () => {
  it('a shortfall: until when, met or not', () => {
    const story = aCase(item, '2026-03-02', { materials: [{ material: 'application', form: 'paper', files: [], originals: 1, copies: 0 }] })
    story.does('accept-with-shortfall', { materials: ['lease'] }, clerk)
    expect(told(story)).toEqual(['2026年3月2日：容缺受理，场所租赁合同最迟2026年3月16日补交，补交以前不能准予。'])
    story.on('2026-03-17')
    expect(told(story).at(-1)).toBe('2026年3月16日：场所租赁合同到期没有补交，补交以前不能准予。')
    story.does('meet-shortfall', { materials: [{ material: 'lease', form: 'paper', files: [], originals: 1, copies: 0 }] }, clerk)
    expect(told(story).at(-1)).toBe('2026年3月17日：场所租赁合同已经补交。')
  })

  it('third parties and the hearing, of whom nobody is named', () => {
    const story = aPortalCase().accepted()
    story.does('inform-third-party', { name: '李四', kind: 'person', interest: '相邻', gist: '申请', replyDays: 5 }, reviewer)
    const party = story.state().thirdParties[0]!.id
    story.does('inform-hearing-right', { party: 'applicant', ground: { kind: 'interests', interest: '重大利益' } }, reviewer)
    story.does('inform-hearing-right', { party, ground: { kind: 'interests', interest: '重大利益' } }, reviewer)
    story.on('2026-03-04').does('request-hearing', { party: 'applicant' }, citizen)
    story.on('2026-03-10').does('announce-hearing', { heldOn: '2026-03-23', place: '会议室', chair: 's-decider', startsAt: '09:30' }, head)
    story.on('2026-03-23').does('hold-hearing', { on: '2026-03-23', minutes: 'a'.repeat(64) }, head)
    expect(told(story)).toEqual([
      '2026年3月2日：告知利害关系人可以陈述、申辩，最迟2026年3月9日提出，在此以前没有听取意见的不作决定（行政许可法 第三十六条）。',
      '2026年3月2日：告知申请人可以要求听证，最迟2026年3月9日提出，在此以前不作决定（行政许可法 第四十七条）。',
      '2026年3月2日：告知利害关系人可以要求听证，最迟2026年3月9日提出，在此以前不作决定（行政许可法 第四十七条）。',
      '2026年3月4日：申请人要求听证（行政许可法 第四十七条）。',
      expect.stringMatching(/^2026年3月4日：已有当事人要求听证，最迟2026年4月1日举行，听证以前不作决定（行政许可法 第四十七条）。$/),
      '2026年3月9日：利害关系人陈述、申辩的期限届满（行政许可法 第三十六条）。',
      '2026年3月9日：利害关系人在期限内没有要求听证，视为放弃（行政许可法 第四十七条）。',
      '2026年3月10日：通知并公告2026年3月23日09:30举行听证（行政许可法 第四十八条第一款第一项）。',
      '2026年3月23日：举行听证，根据听证笔录作出决定（行政许可法 第四十八条）。',
    ])
    expect(told(story).join('')).not.toContain('李四')
  })

  it('what the applicant stated and asked, and what was announced to her', () => {
    const story = aPortalCase().accepted()
    story.does('make-statement', { statement: '已经改好' }, citizen)
    story.does('answer-statement', { statement: story.state().statements![0]!.id, accepted: true, reasons: '属实' }, reviewer)
    story.does('request-data-change', { kind: 'correction', wish: '电话写错' }, citizen)
    story.reviewed().does('tell-intended-measure', { facts: '合同系伪造', replyDays: 5 }, decider)
    story.on('2026-03-10').does('drop-intended-measure', { reason: '查明属实' }, decider)
    expect(told(story)).toEqual([
      '2026年3月2日：申请人陈述、申辩，答复以前不作决定（行政许可法 第七条、第三十六条）。',
      '2026年3月2日：答复申请人的陈述、申辩：采纳（行政许可法 第三十六条）。',
      expect.stringMatching(/^2026年3月2日：申请人请求更正个人信息，最迟2026年4月1日答复（个人信息保护法 第五十条）。$/),
      '2026年3月2日：告知拟因材料虚假不予受理或者不予许可，可以陈述、申辩，最迟2026年3月9日提出，在此以前没有听取意见的不作决定（行政许可法 第七十八条、行政处罚法 第四十四条）。',
      '2026年3月10日：不再因材料虚假不予受理或者不予许可。',
    ])
  })

  it('a hearing put off, somebody asked to stand aside, papers announced, and the days of the remedies', () => {
    const story = aPortalCase().accepted().reviewed()
    story.does('inform-hearing-right', { party: 'applicant', ground: { kind: 'interests', interest: '采光' } }, decider)
    story.does('request-hearing', { party: 'applicant' }, citizen)
    const announced = { heldOn: '2026-03-11', startsAt: '09:30', place: '会议室', chair: 's-supervisor' }
    story.does('announce-hearing', announced, decider)
    story.on('2026-03-03').does('announce-hearing', { ...announced, heldOn: '2026-03-18', postponedBecause: '场地检修' }, decider)
    story.does('request-recusal', { party: 'applicant', against: 's-supervisor', reason: '亲属' }, citizen)
    story.does('decide-recusal', { recusal: story.state().recusals![0]!.id, granted: false, reasons: '没有利害关系' }, head)
    const words = told(story)
    expect(words).toContain('2026年3月3日：原定2026年3月11日的听证改期：场地检修。')
    expect(words).toContain('2026年3月3日：通知并公告2026年3月18日09:30举行听证（行政许可法 第四十八条第一款第一项）。')
    expect(words).toContain('2026年3月3日：当事人申请有关人员回避，答复以前不作决定（行政许可法 第四十八条第一款第三项）。')
    expect(words).toContain('2026年3月3日：答复回避申请：不回避（行政许可法 第四十八条第一款第三项）。')
    const served = { id: 'a-1', of: [], on: '2026-04-01', due: '2026-05-06', publishedIn: '网站', by: clerk, receiver: null, because: null }
    const state = {
      ...story.state(),
      announcements: [{ ...served, on: '2026-04-01' as PlainDate, due: '2026-05-06' as PlainDate }],
      remedies: { review: '2026-06-01' as PlainDate, suit: '2026-10-08' as PlainDate },
    }
    const all = caseReasons(state, item, '2026-04-01' as PlainDate).map(({ text }) => text)
    expect(all.slice(-3)).toEqual([
      '2026年4月1日：公告送达文书，2026年5月6日视为送达（民事诉讼法 第九十五条）。',
      '2026年6月1日：申请行政复议的最后一日（行政复议法 第二十条）。',
      '2026年10月8日：提起行政诉讼的最后一日（行政诉讼法 第四十六条）。',
    ])
  })

  it('a renewal: the end of the permit, and what follows if nobody decides', () => {
    const renewing = aRenewal()
    const asked = (permitEnd: string) => ({ answers: { ...aPortalCase(renewing).state().answers, permitEnd } })
    const inTime = aPortalCase(renewing, '2026-03-02', asked('2026-03-31')).accepted()
    expect(told(inTime, renewing)).toEqual([
      '2026年3月31日：原许可有效期的最后一日，受理后届满以前没有作出决定的，视为准予延续（行政许可法 第五十条）。',
    ])
    expect(told(aPortalCase(renewing, '2026-03-02', asked('2026-03-10')), renewing)[0]).toContain('届满没有决定的不视为准予延续')
    inTime.on('2026-04-01')
    expect(told(inTime, renewing)).toEqual([
      '2026年3月31日：原许可有效期的最后一日（行政许可法 第五十条）。',
      '2026年4月1日：视为准予延续，自2026年4月1日至2031年3月31日有效（行政许可法 第五十条第二款）。',
    ])
  })
})

describe('the life of a permit', () => {
  const granted = (of = item) => aPortalCase(of).accepted().reviewed().granted()

  it('granted, suspended, changed for the public interest and at the holder’s wish, cancelled', () => {
    const first = granted().on('2026-06-01')
    const penalty = { penalty: 'suspension', organ: '市场监管局', number: '罚3号', decidedOn: '2026-06-01' }
    first.does('record-penalty', penalty, reviewer).on('2026-06-10')
    first.does('lift-suspension', { liftedOn: '2026-06-09', number: '解9号' }, reviewer)
    const change = anotherCase(first, item).does('name-permit-in-hand', { permit: first.id, how: 'change' }, clerk)
    change.accepted().reviewed().granted()
    first.on('2026-07-01').does('cancel-permit', { ground: 'other', reasons: ['不再经营'] }, head)
    const { number } = change.state()
    expect(told(first)).toEqual([
      '2026年3月2日：准予，自2026年3月2日至2031年3月1日有效（行政许可法 第三十八条第一款）。',
      '2026年6月1日：许可证件暂扣，期间不得使用：市场监管局2026年6月1日决定（罚3号），自2026年6月1日起，何时解除以处罚机关的决定为准（行政处罚法 第九条）。',
      '2026年6月9日：解除暂扣（解9号），恢复有效。',
      `2026年6月10日：应被许可人的申请，由办件${number}变更，自2026年6月10日至2031年3月1日有效（行政许可法 第四十九条）。`,
      expect.stringMatching(/^2026年7月1日：注销许可：.+（行政许可法 第七十条）。$/),
    ])
    const other = caseReasons(first.state(), item, '2026-07-01' as PlainDate).filter((one) => one.case !== null)
    expect(other).toMatchObject([{ about: 'permit', case: { id: change.id, number } }])
    expect(told(change)[0]).toBe('2026年6月10日：查明申请变更的是“测试经营许可”许可，有效期至2031年3月1日（行政许可法 第四十九条）。')
  })

  it('run out, revoked with a bar, withdrawn, forfeited', () => {
    const guarded = anItem({ publicSafety: true, result: { certificate: null, validMonths: 12 } })
    expect(told(granted(guarded).on('2027-03-02'), guarded).at(-1)).toBe('2027年3月1日：许可有效期的最后一日，没有延续。')
    const revoked = granted(guarded).on('2026-06-01').does('tell-intended-measure', { ground: 'fraud', facts: '伪造', replyDays: 5 }, head)
    revoked.on('2026-06-09').does('revoke-permit', { reasons: ['伪造'], publicInterestWeighed: true }, head)
    expect(told(revoked, guarded).slice(-2)).toEqual([
      expect.stringMatching(/^2026年6月9日：撤销许可：.+（行政许可法 第六十九条）。$/),
      '2029年6月9日：不得再次申请该许可（包括变更、延续）的最后一日（行政许可法 第七十九条）。',
    ])
    const withdrawn = granted().on('2026-06-01').does('tell-intended-measure', { ground: 'law-changed', facts: '修改', replyDays: 5 }, head)
    const compensation = { loss: false, words: '没有' }
    withdrawn.on('2026-06-20').does('withdraw-permit', { reasons: ['修改'], publicInterest: '安全', compensation }, head)
    expect(told(withdrawn).at(-1)).toMatch(/^2026年6月20日：撤回许可：.+（行政许可法 第八条）。$/)
    const forfeiture = { penalty: 'forfeiture', organ: '市场监管局', number: '罚4号', decidedOn: '2026-05-28' }
    expect(told(granted().on('2026-06-01').does('record-penalty', forfeiture, reviewer)).at(-1)).toBe(
      '2026年5月28日：许可证件被吊销：市场监管局2026年5月28日决定（罚4号）（行政处罚法 第九条）。',
    )
  })
})
