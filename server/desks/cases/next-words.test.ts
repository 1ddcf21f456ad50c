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

test('where a higher organ decides, the days are those until it is sent up', () => {
  const story = aPortalCase().accepted()
  expect(nextWords(story.state(), on('2026-03-03'), here)).toMatch(/法定最迟2026年3月30日作出决定。$/)
  expect(nextWords(story.state(), on('2026-03-03'), { superior: '省林业和草原局' })).toMatch(/法定最迟2026年3月30日审查完毕，报省林业和草原局决定。$/)
})
