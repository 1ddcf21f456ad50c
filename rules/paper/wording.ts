import { type PlainDate, partsOf } from '../time/plain-date.ts'
import type { ApplicantFacts, BureauFacts, CaseFacts, LimitFacts } from './facts/shared-facts.ts'

/** 2026年3月2日: Arabic, month and day without leading zeros (GB/T 9704-2012 7.3.5.4). */
export const spokenDate = (day: PlainDate): string => {
  const { year, month, dayOfMonth } = partsOf(day)
  return `${year}年${month}月${dayOfMonth}日`
}

/** 自2026年3月2日至2031年3月1日, or without end. */
export const spokenTerm = ({ from, to }: { readonly from: PlainDate; readonly to: PlainDate | 'unlimited' }): string =>
  `自${spokenDate(from)}${to === 'unlimited' ? '起长期有效' : `至${spokenDate(to)}`}`

/** A due date as it may be promised on paper: one that next year's holidays may still move says so. */
export const spokenDue = (limit: Pick<LimitFacts, 'due' | 'certainty'>): string =>
  limit.certainty === 'final'
    ? spokenDate(limit.due)
    : `${spokenDate(limit.due)}（该日期按已公布的放假安排推算，如遇新的放假安排，以调整后的日期为准）`

/** 你 for a person, 你单位 for anyone else. */
export const spokenYou = (told: Pick<ApplicantFacts, 'kind'>): string => (told.kind === 'person' ? '你' : '你单位')

/** The word for what is granted or refused. */
export const spokenMatter = (of: Pick<CaseFacts, 'procedure'>): string => ({ permit: '行政许可', registration: '登记', filing: '备案' })[of.procedure]

/**
 * An article as a paper names it: the law between 《》, the permit law by its full name. `行政许可法 第四十二条第一款` → 《中华人民共和国行政许可法》第四十二条第一款.
 * Anything that does not read like law and article stays as the item has it.
 */
export const spokenArticle = (article: string): string =>
  article
    .replace(
      /^(?:《([^《》]+)》\s*|([^《》\s]+)\s+)(?=第[零〇一二三四五六七八九十百0-9]+条)/,
      (_, quoted?: string, plain?: string) => `《${quoted ?? plain}》`,
    )
    .replace(/^《行政许可法》/, '《中华人民共和国行政许可法》')

/** What a decision rests on: each law once, with its articles in the item's order. 《甲法》第一条、《乙条例》第二条、第九条. */
export function spokenBasis(basis: readonly string[], listed: (laws: readonly string[]) => string = (laws) => laws.join('、')): string {
  const laws = new Map<string, string[]>()
  for (const article of basis.map(spokenArticle)) {
    const [, law = '', rest = article] = /^(《[^《》]+》)(.+)$/.exec(article) ?? []
    laws.set(law, [...(laws.get(law) ?? []), rest])
  }
  return listed([...laws].map(([law, articles]) => law + articles.join('、')))
}

/** Laws in a row: A、B和C. */
export const spokenList = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('、')}和${parts.at(-1)}`

/** The online way to reconsideration, which must be offered where papers are served online (行政复议法 第二十二条). Empty where the bureau has none. */
export const onlineReviewClause = (bureau: Pick<BureauFacts, 'onlineReview'>): string =>
  bureau.onlineReview === undefined ? '' : `（可以通过互联网提出，网址：${bureau.onlineReview}）`

/** A clause that ends a sentence in a letter must not bring its own stop: 。；，are cut from the end of what people typed. */
export const clause = (typed: string): string => typed.trim().replace(/[。；，、.;,\s]+$/u, '')

/** A whole sentence with exactly one full stop. */
export const sentence = (typed: string): string => `${clause(typed)}。`
