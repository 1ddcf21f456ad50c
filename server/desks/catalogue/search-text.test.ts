import { describe, expect, it } from 'vitest'
import { normalise, searchText, syllablesOf } from './search-text.ts'

describe('the text that the search compares', () => {
  it.each([
    ['laowupaiqian', ['lao', 'wu', 'pai', 'qian']],
    ['shipin', ['shi', 'pin']],
    ['yanxv', ['yan', 'xu']],
    ['ktvxukezheng', ['ktv', 'xu', 'ke', 'zheng']],
    ['lwpq', ['lwpq']],
    ['ktv', ['ktv']],
  ])('cuts %s into %j', (typed, syllables) => expect(syllablesOf(typed)).toEqual(syllables))
  it('reads typed pinyin and characters alike', () => {
    expect(searchText('shipin经营').syllables.joined).toBe(searchText('食品经营').syllables.joined)
    expect(searchText('shi pin').letters).toBe('shipin')
  })
  it('makes full width, capitals and traditional characters plain', () => {
    expect(normalise('ＫＴＶ　廣告牌！')).toBe('ktv广告牌')
  })
  it('knows letters when nothing else was typed', () => {
    expect([searchText('lwpq').latin, searchText('shi pin').latin, searchText('开KTV').latin, searchText('').latin]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})
