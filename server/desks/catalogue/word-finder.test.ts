import { describe, expect, it } from 'vitest'
import { searchText } from './search-text.ts'
import { WordFinder } from './word-finder.ts'

const finder = new WordFinder(
  ['饭店', '劳务派遣', '户外广告牌', '派遣', '挖…路', '养猪场', '药店'].map((word) => [word, word] as const),
  { slips: true },
)
const found = (text: string) => finder.findIn(searchText(text)).map(({ value }) => value)

describe('finding words in what was typed', () => {
  it.each([
    ['我想开饭店', ['饭店']],
    ['办劳务派遣的事', ['劳务派遣']],
    ['办劳务派潜的事', ['劳务派遣']],
    ['户外广高牌怎么办', ['户外广告牌']],
    ['户外告广牌', ['户外广告牌']],
    ['户广告牌', ['户外广告牌']],
    ['门口挖了一条马路', ['挖…路']],
    ['开yaodian', ['药店']],
    ['养猪场旁边的饭店', ['养猪场', '饭店']],
    ['发电', []],
    ['', []],
  ])('%s', (text, words) => expect(found(text)).toEqual(words))
  it('trusts a slip less than the right word', () => {
    const trust = (text: string) => finder.findIn(searchText(text))[0]!.trust
    expect(trust('劳务派遣')).toBeGreaterThan(trust('劳务派潜'))
    expect(trust('户外广告牌')).toBeGreaterThan(trust('户外告广牌'))
  })
  it('reads letters as initials, or as pinyin with a slip of the hand', () => {
    expect(finder.findByLetters('yzc').map(({ value }) => value)).toEqual(['养猪场'])
    expect(finder.findByLetters('laowupaiqan').map(({ value }) => value)).toEqual(['劳务派遣'])
    expect(finder.findByLetters('xyz')).toEqual([])
  })
})
