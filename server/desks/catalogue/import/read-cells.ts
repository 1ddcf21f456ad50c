import type { DayType } from '../../../../rules/time/period.ts'

/** Periods as other systems write them: 20, ２０个工作日, 二十日, 即办, 3个月, 一年. Undefined where no reading is certain. */
export interface DaysRead {
  readonly days: number
  /** Undefined where the text does not say. */
  readonly dayType?: DayType
}

export function readDays(text: string, unit = ''): DaysRead | undefined {
  const [said, named] = [text, unit].map((part) => part.normalize('NFKC').replace(/\s+/g, '')) as [string, string]
  // Some cells say the unit that the next column says again: 20个工作日 | 工作日.
  const whole = said.endsWith(named.replace(/^个/, '')) ? said : said + named
  if (whole === '') return undefined
  if (/^(即办|即时办结|当场|当日|当场办结|立即办理|0(个?工作日|日|天)?)$/.test(whole)) return { days: 0 }
  const match =
    /^(?:自?受理之日起|承诺|法定)?(?:不超过)?([0-9]+|[零〇一二两三四五六七八九十百]+)(个?工作日|个?自然日|日历日|日|天|个?月|年)?(?:内)?(?:办结)?$/.exec(
      whole,
    )
  if (!match) return undefined
  const number = /^[0-9]+$/.test(match[1]!) ? Number(match[1]) : chineseNumber(match[1]!)
  if (number === undefined) return undefined
  const word = match[2] ?? ''
  if (word === '年') return { days: number * 12, dayType: 'month' }
  if (/月$/.test(word)) return { days: number, dayType: 'month' }
  return word.includes('工作日') ? { days: number, dayType: 'workday' } : word === '' ? { days: number } : { days: number, dayType: 'calendar' }
}

/** Whole numbers below a thousand in Chinese: 二十, 十五, 一百零五. */
export function chineseNumber(text: string): number | undefined {
  const digits = '零一二三四五六七八九'
  const match = /^(?:([一二两三四五六七八九])百)?零?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/.exec(text.replace(/〇/g, '零'))
  if (!match || text === '') return undefined
  const worth = (digit: string | undefined) => (digit === undefined ? 0 : digit === '两' ? 2 : digits.indexOf(digit))
  return worth(match[1]) * 100 + (match[3] ? (match[2] ? worth(match[2]) : 1) * 10 : 0) + worth(match[4])
}

/** A cell with several entries: by the mapping's separator, else by numbering （1. 一、 ①）, line breaks, semicolons. Numbering is taken off. */
export function splitCell(text: string, separator?: string): readonly string[] {
  const normal = text.replace(/\r\n?/g, '\n').trim()
  if (normal === '') return []
  const parts =
    separator === undefined || separator === '' ? normal.split(/\n+|[；;]\s*|(?<=[^\d.、])(?=\d{1,2}[.、．](?!\d))/) : normal.split(separator)
  return parts
    .map((part) =>
      part
        .replace(/^\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）]?(?:[、．)）]|[.](?!\d))\s*|[①-⑳]\s*|[-•·]\s*)/, '')
        .replace(/[；;。\s]+$/, '')
        .trim(),
    )
    .filter((part) => part !== '')
}

export interface BasisRead {
  readonly law: string
  readonly article: string
  readonly text: string
}

/** Laws named in a cell: 《食品安全法》第三十五条：…… One per 《…》 that is followed by an article. */
export function readBasis(text: string): readonly BasisRead[] {
  const found: BasisRead[] = []
  const pattern =
    /[《<]([^》>]{2,80})[》>]\s*(?:（[^）]{0,80}）|\([^)]{0,80}\))?\s*(第[零〇一二三四五六七八九十百0-9]+条(?:之[一二三四五六七八九十])?(?:第[零一二三四五六七八九十0-9]+款)?(?:第?[（(]?[零一二三四五六七八九十0-9]+[)）]?项)?)?[：:，,、\s]*/g
  const matches = [...text.matchAll(pattern)]
  matches.forEach((match, i) => {
    if (!match[2]) return
    const rest = text
      .slice(match.index + match[0].length, matches[i + 1]?.index)
      .replace(/\s+/g, ' ')
      .trim()
    found.push({ law: match[1]!.trim(), article: match[2], text: rest })
  })
  return found
}

/** Yes or no as other systems write it; undefined where it says neither. */
export function readYesNo(text: string): boolean | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase()
  if (/^(是|收费|有|1|y|yes|true)$/.test(word)) return true
  return /^(否|不收费|无|没有|0|n|no|false)$/.test(word) ? false : undefined
}
