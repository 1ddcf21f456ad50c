import { describe, expect, test } from 'vitest'
import { standardLetters } from '../../data/letters/load.ts'
import type { PlainDate } from '../time/plain-date.ts'
import { composePaper } from './compose-paper.ts'
import { composers } from './composers.ts'
import type { FactsOf } from './facts/facts-of.ts'
import { type PaperKind, paperKinds } from './paper-kinds.ts'
import type { Sheet } from './sheet.ts'
import { sampleFacts } from './testing/sample-facts.ts'

const letters = standardLetters()
const kinds = Object.keys(paperKinds) as PaperKind[]
const compose = <K extends PaperKind>(kind: K, changes: Partial<FactsOf[K]> = {}): Sheet => {
  const result = composePaper(kind, { ...sampleFacts[kind], ...changes }, letters[kind])
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const wordsOf = (sheet: Sheet): string => JSON.stringify(sheet.paragraphs)
const day = (text: string) => text as PlainDate

describe('every kind', () => {
  test.each(kinds)('%s is composed whole: no gap, no open place, no doubled stop', (kind) => {
    const sheet = compose(kind)
    const words = JSON.stringify(sheet)
    expect(words).not.toMatch(/undefined|null|NaN|\[object|\{[A-Za-z]+\}/)
    expect(words).not.toMatch(/。。|，，|；；|：：|，。|；。/)
    expect(sheet.number).toMatch(/^秦开审批.+字〔2026〕12号$/)
    expect(sheet.signature).toEqual({ organ: '秦皇岛经济技术开发区行政审批局', date: sampleFacts[kind].date })
    expect(sheet.paragraphs.length).toBeGreaterThan(1)
  })

  test.each(kinds)('%s speaks to a person as 你, never as 你单位', (kind) => {
    const facts = sampleFacts[kind]
    const applicant = { name: '王海燕', kind: 'person' as const }
    const sheet = compose(kind, { ...facts, case: { ...facts.case, applicant } } as Partial<FactsOf[typeof kind]>)
    const addressed = JSON.stringify(letters[kind]).includes('{you}')
    if (addressed) expect(wordsOf(sheet).replaceAll('你单位申请销售', '').replaceAll('你单位可以直接', '')).not.toContain('你单位')
  })

  test('braces in what people typed are not read as places', () => {
    const name = '{court}有限公司{phone}'
    const facts = sampleFacts['refusal-decision']
    const sheet = compose('refusal-decision', {
      case: { ...facts.case, itemName: name, applicant: { ...facts.case.applicant, name } },
      reasons: ['{court}'],
    })
    expect(wordsOf(sheet)).toContain(`“${name}”`)
    expect(wordsOf(sheet)).toContain('{court}。')
    expect(sheet.addressee).toBe(name)
  })

  test('records bear no seal, the rest the bureau’s', () => {
    expect(compose('inspection-record').seal).toEqual({ draw: 'none' })
    expect(compose('grant-decision').seal.draw).toBe('specimen')
  })
})

describe('where a higher organ decides (行政许可法 35)', () => {
  test('the acceptance promises to examine and send up, not to decide', () => {
    for (const kind of ['acceptance-notice', 'shortfall-notice'] as const) {
      expect(wordsOf(compose(kind)), kind).toContain('作出决定。')
      const words = wordsOf(compose(kind, { superior: '省林业和草原局' }))
      expect(words, kind).toContain('审查完毕，连同全部申请材料报省林业和草原局决定。')
      expect(words, kind).not.toMatch(/承诺[^。]*作出决定/)
    }
  })
})

describe('taking a permit away (行政许可法 8, 69)', () => {
  test('a withdrawal says the public interest and what is compensated, or how it was found that nothing is', () => {
    const words = wordsOf(compose('withdrawal-decision'))
    expect(words).toContain('准予行政许可所依据的客观情况发生重大变化')
    expect(words).toContain('根据《中华人民共和国行政许可法》第八条第二款的规定，本机关决定撤回该行政许可')
    expect(words).toContain('撤回给你单位造成财产损失，本机关依法补偿如下：装修和设备搬迁损失')
    expect(words).not.toContain('以后发现')
    const without = wordsOf(compose('withdrawal-decision', { compensation: { loss: false, words: '经核查，该场所尚未投入' }, heard: false }))
    expect(without).toContain('关于财产损失：经核查，该场所尚未投入。')
    expect(without).toContain('以后发现因撤回造成财产损失的，你单位可以依法向本机关申请补偿。')
    expect(without).toContain('你单位没有在期限内提出意见')
  })

  test('a change says what the permit says from now on, that it stays in force, and the same of interest and loss', () => {
    const words = wordsOf(compose('change-decision'))
    expect(words).toContain('变更该许可为下列公共利益所必需：保障一千二百名寄宿学生的休息。')
    expect(words).toContain('第八条第二款的规定，本机关决定变更该行政许可，自本决定作出之日起，许可的内容为：')
    expect(words).toContain('准予从事热食类食品制售，营业时间为每日六时至二十二时。')
    expect(words).toContain('二十二时以后不得使用油烟净化设备。')
    expect(words).toContain('该许可继续有效，有效期不变')
    expect(words).toContain('变更给你单位造成财产损失，本机关依法补偿如下：夜间营业损失')
    expect(wordsOf(compose('change-decision', { conditions: [] }))).not.toContain('应当遵守下列要求')
    const told = wordsOf(compose('intended-measure-notice', { measure: 'change', ground: 'law-changed', changeTo: '营业至二十二时。', bars: false }))
    expect(told).toContain('变更该行政许可的内容（情形：行政许可所依据的法律、法规、规章修改或者废止），变更为：营业至二十二时；许可继续有效')
    expect(told).toContain('第八条第二款')
  })

  test('what is announced names the very ground, and the article that goes with it', () => {
    const told = wordsOf(compose('intended-measure-notice', { measure: 'withdrawal', ground: 'law-changed', bars: false }))
    expect(told).toContain('第八条第二款的规定，本机关拟作如下处理：撤回该行政许可（情形：行政许可所依据的法律、法规、规章修改或者废止）')
    expect(told).toContain('由此造成财产损失的，依法给予补偿')
    expect(told).not.toContain('第六十九条')
    expect(wordsOf(compose('intended-measure-notice'))).toContain('第六十九条第二款')
  })
})

describe('a renewal deemed granted (行政许可法 50)', () => {
  test('says till when the old permit ran, that nothing was decided, and from when to when it goes on', () => {
    const words = wordsOf(compose('renewal-notice'))
    expect(words).toContain('原许可的有效期至2026年5月31日届满，本机关在届满前没有作出是否准予延续的决定')
    expect(words).toContain('第五十条第二款的规定，视为准予延续。延续后的有效期自2026年6月1日至2031年5月31日')
    expect(words).toContain('5个工作日内，即不迟于2026年6月8日，向你单位颁发、送达《食品经营许可证》')
    expect(wordsOf(compose('renewal-notice', { certificate: undefined }))).not.toContain('颁发')
    expect(wordsOf(compose('renewal-notice', { inHand: { how: 'renewal', number: '13037100220260302000175' } }))).toContain(
      '原许可（办件编号：13037100220260302000175）的有效期至2026年5月31日届满',
    )
  })

  test.each(['revocation-decision', 'withdrawal-decision', 'change-decision', 'cancellation-decision'] as const)(
    'a %s says of it that it was deemed granted, never that somebody decided so',
    (kind) => {
      const deemed = wordsOf(compose(kind, { deemed: true, decisionNumber: '秦开审批延续字〔2026〕1号' }))
      expect(deemed).toMatch(/依照《中华人民共和国行政许可法》第五十条第二款于2026年3月12日视为准予延续（秦开审批延续字〔2026〕1号）。/)
      expect(deemed).not.toContain('作出准予决定')
      expect(wordsOf(compose(kind))).toContain('作出准予决定（秦开审批准字〔2026〕8号）。')
      expect(wordsOf(compose(kind, { decisionNumber: undefined }))).toContain('作出准予决定。')
    },
  )
})

describe('changing and renewing at the holder’s wish (行政许可法 49, 50)', () => {
  test('the decision names the permit that it changes or renews, and on which article', () => {
    const of = (how: 'change' | 'renewal' | 'cancellation') =>
      wordsOf(compose('grant-decision', { inHand: { how, number: '13037100220260302000175' } }))
    expect(of('change')).toContain(
      '本决定依照《中华人民共和国行政许可法》第四十九条，变更你单位已经取得的行政许可（办件编号：13037100220260302000175）。',
    )
    expect(of('renewal')).toContain('第五十条，延续你单位已经取得的行政许可')
    expect(of('cancellation')).toContain('第七十条，注销你单位已经取得的行政许可')
    expect(wordsOf(compose('grant-decision'))).not.toContain('已经取得的行政许可')
  })

  test('a change for the public interest says that the term stays, or to which day it is shortened', () => {
    expect(wordsOf(compose('change-decision', { validTo: day('2027-06-30') }))).toContain('该许可继续有效，有效期缩短至2027年6月30日；')
    const told = wordsOf(
      compose('intended-measure-notice', { measure: 'change', ground: 'law-changed', changeTo: '营业', validTo: day('2027-06-30'), bars: false }),
    )
    expect(told).toContain('变更为：营业；有效期缩短至2027年6月30日；许可继续有效')
  })
})

describe('remedies (行政许可法 38; 行政复议法 20, 22; 行政诉讼法 46)', () => {
  test.each([
    'refusal-decision',
    'decline-decision',
    'not-permit-matter-notice',
    'revocation-decision',
    'withdrawal-decision',
    'change-decision',
    'cancellation-decision',
  ] as const)('%s prints both, with organ, court and periods', (kind) => {
    const words = wordsOf(compose(kind))
    expect(words).toContain('六十日内向秦皇岛市人民政府申请行政复议（可以通过互联网提出，网址：https://review.example.org）')
    expect(words).toContain('六个月内直接向秦皇岛经济技术开发区人民法院提起行政诉讼')
  })

  test('a bureau without an online way says nothing of it', () => {
    const { onlineReview: _, ...bureau } = sampleFacts['refusal-decision'].bureau
    expect(wordsOf(compose('refusal-decision', { bureau }))).toContain('申请行政复议，也可以')
  })
})

describe('a receipt', () => {
  test('promises an answer in five days, but not to who was turned away at once', () => {
    expect(wordsOf(compose('receipt'))).toContain('自收到申请材料之日起即为受理')
    for (const procedure of ['permit', 'filing'] as const) {
      const facts = sampleFacts.receipt
      const words = wordsOf(compose('receipt', { turnedAway: true, case: { ...facts.case, procedure } }))
      expect(words).toContain('已经就该申请作出不予受理决定')
      expect(words).not.toMatch(/本机关将|即为受理|办理结果/)
    }
  })
})

describe('acceptance', () => {
  test('says the law’s limit and the promise apart, with their starts and ends', () => {
    const words = wordsOf(compose('acceptance-notice'))
    expect(words).toContain('法定期限为20个工作日（《中华人民共和国行政许可法》第四十二条第一款），从2026年3月4日的次日起计算，至2026年4月1日届满')
    expect(words).toContain('本机关承诺在7个工作日内，即不迟于2026年3月13日作出决定')
    expect(words).toContain('依法需要专家评审的，所需时间不计算在上述期限内')
  })

  test('by default of the organ (逾期不告知) says so and cites item 4', () => {
    const words = wordsOf(compose('acceptance-notice', { ground: 'deemed', acceptedOn: day('2026-03-02') }))
    expect(words).toContain('没有在法定期限内告知')
    expect(words).toContain('第三十二条第一款第四项')
    expect(words).toContain('自收到申请材料之日即2026年3月2日起已经受理')
    expect(words).not.toContain('第五项')
  })

  test('an item decided on the spot promises the day itself', () => {
    const promised = { ...sampleFacts['acceptance-notice'].promised, days: 0, due: day('2026-03-04') }
    expect(wordsOf(compose('acceptance-notice', { promised, excluded: [] }))).toContain('本机关承诺在2026年3月4日当日作出决定')
  })

  test('a provisional end says that it may move', () => {
    const statutory = { ...sampleFacts['acceptance-notice'].statutory, due: day('2027-01-06'), certainty: 'provisional' as const }
    expect(wordsOf(compose('acceptance-notice', { statutory }))).toContain('2027年1月6日（该日期按已公布的放假安排推算')
  })

  test('with shortfall lists what is owed and by when, and that nothing is granted before', () => {
    const words = wordsOf(compose('shortfall-notice'))
    expect(words).toContain('食品安全管理人员培训考核合格证明，不迟于2026年3月11日补交')
    expect(words).toContain('本机关不作出准予行政许可的决定')
  })
})

describe('supplement notice', () => {
  test('numbers every fault with its cure, at once', () => {
    const list = compose('supplement-notice').paragraphs.find((block) => 'list' in block)
    expect(list).toMatchObject({
      list: [
        expect.stringContaining('营业执照：'),
        expect.stringContaining('经营布局图：'),
        '申请书：法定代表人没有签名。请补正：由法定代表人签名。',
      ],
    })
    expect(wordsOf(compose('supplement-notice'))).toContain('需要补正的全部内容（共3项）一次告知如下')
  })

  test('a first one gives no reason for a second; a second one does', () => {
    expect(wordsOf(compose('supplement-notice'))).not.toContain('再次告知的原因')
    expect(wordsOf(compose('supplement-notice', { round: { first: false, ordinal: 2, reason: '补正的布局图仍没有标明面积。' } }))).toContain(
      '这是第2次补正告知。再次告知的原因：补正的布局图仍没有标明面积。',
    )
  })

  test('lapses only where the item’s law says so', () => {
    expect(wordsOf(compose('supplement-notice'))).not.toContain('视为放弃')
    expect(wordsOf(compose('supplement-notice', { lapse: { on: day('2026-04-01'), basis: '某条例第九条' } }))).toContain(
      '你单位不迟于2026年4月1日未补正的，根据某条例第九条的规定，视为放弃本次申请',
    )
  })
})

describe('other papers', () => {
  test('a receipt answered on the spot does not count to nought', () => {
    const { answerBy } = sampleFacts.receipt
    expect(wordsOf(compose('receipt', { answerBy: { ...answerBy, days: 0, due: answerBy.from } }))).toContain('本机关将在收到材料的当日，即')
    expect(wordsOf(compose('receipt', { answerBy: { ...answerBy, days: 5 } }))).toContain('本机关将在收到材料之日的次日起5个工作日内，即不迟于')
  })

  test('a filing’s receipt speaks of filing, not of acceptance', () => {
    const facts = sampleFacts.receipt
    const words = wordsOf(compose('receipt', { case: { ...facts.case, procedure: 'filing' } }))
    expect(words).toContain('不表示已经备案')
    expect(words).not.toContain('受理')
  })

  test('declined for another organ names it; for another reason its basis', () => {
    expect(wordsOf(compose('decline-decision'))).toContain('请你单位向秦皇岛市行政审批局（地址：秦皇岛市海港区）申请')
    const words = wordsOf(
      compose('decline-decision', { ground: { kind: 'other', basis: '《中华人民共和国行政许可法》第七十八条' }, reasons: ['甲', '乙'] }),
    )
    expect(words).toContain('根据《中华人民共和国行政许可法》第七十八条的规定，本机关决定不予受理')
    expect(words).toContain('"list":["甲。","乙。"]')
    expect(words).not.toContain('第三十二条第一款第二项')
  })

  test('hearing: interests ask within five days, a hearing demanded by law is announced', () => {
    expect(wordsOf(compose('hearing-right-notice'))).toContain(
      '请自被告知之日（2026年3月6日）的次日起5个工作日内，即不迟于2026年3月13日，向本机关提出申请',
    )
    const announced = wordsOf(compose('hearing-right-notice', { ground: { kind: 'announced', basis: '某条例第八条' } }))
    expect(announced).toContain('第四十六条')
    expect(announced).not.toContain('视为放弃')
  })

  test('a hearing is announced with day, hour, place and chair, and what may be done there', () => {
    const words = wordsOf(compose('hearing-notice'))
    expect(words).toContain('根据《中华人民共和国行政许可法》第四十七条的规定举行听证')
    expect(words).toContain('听证时间：2026年3月25日09:30。')
    expect(words).toContain('听证主持人：冯伟，不是审查该申请的工作人员。认为主持人与该申请有直接利害关系的，有权申请回避。')
    expect(words).toContain('可以提出证据，并进行申辩和质证')
    expect(wordsOf(compose('hearing-notice', { startsAt: undefined }))).toContain('听证时间：2026年3月25日。')
  })

  test('the applicant told of a hearing is not spoken of as a third person', () => {
    const { applicant } = sampleFacts['hearing-right-notice'].case
    const words = wordsOf(compose('hearing-right-notice', { told: applicant }))
    expect(words).toContain('你单位于2026年3月2日提出')
    expect(words).not.toContain(applicant.name)
  })

  test('a registration is granted as registration, under the item’s own title', () => {
    const facts = sampleFacts['grant-decision']
    const registration = { ...facts.case, procedure: 'registration' as const, itemName: '社会团体成立登记' }
    expect(compose('grant-decision', { case: registration }).title).toBe('准予登记决定书')
    expect(compose('grant-decision', { case: registration, resultName: '准予社会团体成立登记决定书' }).title).toBe('准予社会团体成立登记决定书')
    expect(wordsOf(compose('grant-decision', { case: registration }))).toContain('本机关决定准予登记')
    expect(compose('refusal-decision', { case: registration }).title).toBe('不予登记决定书')
  })

  test('a grant without conditions, term or certificate leaves their sentences out', () => {
    const { validity: _, certificate: __, ...facts } = sampleFacts['grant-decision']
    const words = JSON.stringify(composePaper('grant-decision', { ...facts, conditions: [] }, letters['grant-decision']))
    expect(words).not.toMatch(/有效期|应当遵守|颁发/)
  })

  test('an unlimited term is called so', () => {
    expect(wordsOf(compose('grant-decision', { validity: { from: day('2026-03-12'), to: 'unlimited' } }))).toContain('自2026年3月12日起长期有效')
  })

  test('an unserved service receipt leaves the date to be written', () => {
    expect(wordsOf(compose('service-receipt', { servedOn: null }))).toContain('　　　　年　　月　　日')
    expect(compose('service-receipt', { method: 'electronic' }).paragraphs.some((block) => 'signatures' in block)).toBe(false)
  })

  test('an inspection record names both inspectors and claims no telling of rights that did not happen', () => {
    expect(wordsOf(compose('inspection-record'))).toContain('赵立新（证件号：130371001）、钱芳')
    expect(wordsOf(compose('inspection-record', { rightsTold: false }))).not.toContain('陈述和申辩')
  })
})

describe('a hole in a sentence stops the paper and is named', () => {
  const { bureau } = sampleFacts['refusal-decision']
  const refusalOf = <K extends PaperKind>(kind: K, changes: Partial<FactsOf[K]>) =>
    composePaper(kind, { ...sampleFacts[kind], ...changes }, letters[kind])
  const missing = (name: string) => ({ ok: false, refusal: { code: 'paper-fact-missing', detail: { name } } })

  test('a court or a review organ not configured', () => {
    expect(refusalOf('refusal-decision', { bureau: { ...bureau, court: '' } })).toEqual(missing('court'))
    expect(refusalOf('decline-decision', { bureau: { ...bureau, reviewOrgan: ' ' } })).toEqual(missing('reviewOrgan'))
  })

  test('a reason that says nothing', () => {
    expect(refusalOf('extension-notice', { reason: ' 。' })).toEqual(missing('extensionReason'))
    expect(refusalOf('not-permit-matter-notice', { reason: '' })).toEqual(missing('reason'))
    expect(refusalOf('refusal-decision', { reasons: [' '] })).toEqual(missing('reasons'))
    expect(refusalOf('refusal-decision', { reasons: ['甲', '。'] })).toEqual(missing('reasons'))
  })

  test('an applicant without a name, a paper without a number', () => {
    const facts = sampleFacts['acceptance-notice']
    expect(refusalOf('acceptance-notice', { case: { ...facts.case, applicant: { ...facts.case.applicant, name: '' } } })).toEqual(
      missing('addressee'),
    )
    expect(refusalOf('acceptance-notice', { number: '' })).toEqual(missing('number'))
  })
})

test('every condition and block of a composer is used by its standard letter', () => {
  for (const kind of kinds) {
    const paragraphs = JSON.stringify(letters[kind].paragraphs)
    for (const name of [...Object.keys(composers[kind].conditions), ...Object.keys(composers[kind].blocks)])
      expect([kind, name, paragraphs.includes(`"${name}"`)]).toEqual([kind, name, true])
  }
})
