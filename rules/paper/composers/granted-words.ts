import type { InHandFacts } from '../facts/deciding-facts.ts'
import type { GrantedFacts } from '../facts/permit-facts.ts'
import type { PaperFacts } from '../facts/shared-facts.ts'
import { spokenArticle, spokenDate, spokenYou } from '../wording.ts'

/**
 * How a permit came into being, in a later paper about it: by somebody's decision, or renewed by the law itself, which nobody decided
 * (行政许可法 第五十条第二款).
 */
export function grantedWords({ grantedOn, deemed, decisionNumber, case: { applicant, itemName, number } }: PaperFacts & GrantedFacts): string {
  const paper = decisionNumber === undefined ? '' : `（${decisionNumber}）`
  const asked = `${spokenYou(applicant)}的“${itemName}”申请（办件编号：${number}）`
  const on = spokenDate(grantedOn)
  return deemed
    ? `${asked}依照${spokenArticle('行政许可法 第五十条第二款')}于${on}视为准予延续${paper}`
    : `本机关于${on}就${asked}作出准予决定${paper}`
}

const deeds = { change: ['第四十九条', '变更'], renewal: ['第五十条', '延续'], cancellation: ['第七十条', '注销'] } as const

/** Which permit a decision changes, renews or gives up; undefined where none was named. */
export function inHandWords({ inHand, case: { applicant } }: PaperFacts & { readonly inHand?: InHandFacts }): string | undefined {
  if (inHand === undefined) return undefined
  const [article, deed] = deeds[inHand.how]
  return `本决定依照${spokenArticle(`行政许可法 ${article}`)}，${deed}${spokenYou(applicant)}已经取得的行政许可（办件编号：${inHand.number}）`
}
