import { expect, test } from 'vitest'
import { aPortalCase, people } from '../../../rules/case/testing/a-case.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import { nextWords } from './next-words.ts'

const { citizen, clerk, reviewer } = people
const here = { superior: null }
const on = (day: string) => day as PlainDate

test('what holds up the decision is told with its day, and no longer than it does', () => {
  const story = aPortalCase().accepted()
  const told = { name: '李邻居', kind: 'person', interest: '采光', gist: '开店', replyDays: 3 }
  story.does('inform-third-party', told, reviewer)
  expect(nextWords(story.state(), on('2026-03-05'), here)).toContain('利害关系人可以陈述、申辩，最迟2026年3月5日。')
  expect(nextWords(story.state(), on('2026-03-06'), here)).not.toContain('利害关系人')

  story.does('inform-hearing-right', { party: 'applicant', ground: { kind: 'interests', interest: '采光' } }, reviewer)
  expect(nextWords(story.state(), on('2026-03-09'), here)).toContain('当事人可以要求听证，最迟2026年3月9日提出')
  expect(nextWords(story.state(), on('2026-03-10'), here)).not.toContain('听证')
  story.does('request-hearing', { party: 'applicant' }, citizen)
  expect(nextWords(story.state(), on('2026-03-10'), here)).toContain('最迟2026年3月30日举行')
  story.does('announce-hearing', { heldOn: '2026-03-11', place: '会议室', chair: 's-supervisor' }, reviewer)
  expect(nextWords(story.state(), on('2026-03-10'), here)).toContain('听证定在2026年3月11日')
  story.on('2026-03-11').does('hold-hearing', { on: '2026-03-11', minutes: 'f'.repeat(64) }, reviewer)
  expect(nextWords(story.state(), on('2026-03-11'), here)).not.toContain('听证')

  story.does('make-statement', { statement: '再看一遍' }, citizen).does('request-data-change', { kind: 'erasure', wish: '删' }, clerk)
  expect(nextWords(story.state(), on('2026-03-11'), here)).toContain('申请人2026年3月11日的陈述申辩，答复后才能作出决定。')
  expect(nextWords(story.state(), on('2026-03-11'), here)).toContain('删除个人信息的请求，最迟2026年4月10日答复。')
})

test('a correction is awaited until its day; then, or once it was given up, the window decides', () => {
  const fault = { material: 'lease', fault: '过期', correction: '换新' }
  const story = aPortalCase().does('request-supplement', { faults: [fault] }, clerk)
  const words = (day: string) => nextWords(story.state(), on(day), here)
  expect(words('2026-03-16')).toBe('等待申请人按补正告知书提交全部补正材料，最迟2026年3月16日；补齐后窗口在五个工作日内答复。')
  expect(words('2026-03-17')).toMatch(/^补正期限2026年3月16日已过，没有补齐：窗口可以说明理由，不予受理；/)
  story.does('give-up-supplement', {}, citizen)
  expect(words('2026-03-03')).toMatch(/^申请人表示不再补正，由窗口说明理由作出决定；/)
})

test('where a higher organ decides, the days are those until it is sent up', () => {
  const story = aPortalCase().accepted()
  expect(nextWords(story.state(), on('2026-03-03'), here)).toMatch(/法定最迟2026年3月30日作出决定。$/)
  expect(nextWords(story.state(), on('2026-03-17'), here)).toMatch(/承诺最迟2026年3月16日（已经超过）、法定最迟2026年3月30日作出决定。$/)
  expect(nextWords(story.state(), on('2026-03-03'), { superior: '省林业和草原局' })).toMatch(/法定最迟2026年3月30日审查完毕，报省林业和草原局决定。$/)
})
