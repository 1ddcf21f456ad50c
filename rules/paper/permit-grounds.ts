/** Why a permit is revoked (行政许可法 69): the first five may, fraud must; none where the public interest would suffer greatly. In the law's own words. */
export const revocationGrounds = {
  abuse: '行政机关工作人员滥用职权、玩忽职守作出准予行政许可决定',
  'beyond-power': '超越法定职权作出准予行政许可决定',
  procedure: '违反法定程序作出准予行政许可决定',
  unqualified: '对不具备申请资格或者不符合法定条件的申请人准予行政许可',
  other: '依法可以撤销行政许可的其他情形',
  fraud: '被许可人以欺骗、贿赂等不正当手段取得行政许可',
} as const
export type RevocationGround = keyof typeof revocationGrounds

/** Why a permit that was rightly granted is withdrawn for the sake of the public interest (行政许可法 8 ¶2). */
export const withdrawalGrounds = {
  'law-changed': '行政许可所依据的法律、法规、规章修改或者废止',
  'circumstances-changed': '准予行政许可所依据的客观情况发生重大变化',
} as const
export type WithdrawalGround = keyof typeof withdrawalGrounds

/** Grounds on which a permit may be taken away, revoked (69) or withdrawn (8): which of the two, the ground says. */
export const takingGrounds = { ...revocationGrounds, ...withdrawalGrounds } as const
export type TakingGround = keyof typeof takingGrounds
export const isWithdrawalGround = (ground: TakingGround): ground is WithdrawalGround => ground in withdrawalGrounds
export const withdrawalArticle = '行政许可法 第八条第二款'

/** Why a permit is cancelled (行政许可法 70). */
export const cancellationGrounds = {
  expired: '行政许可有效期届满未延续',
  'holder-gone': '赋予公民特定资格的行政许可，该公民死亡或者丧失行为能力',
  'organisation-ended': '法人或者其他组织依法终止',
  revoked: '行政许可依法被撤销、撤回，或者行政许可证件依法被吊销',
  'force-majeure': '因不可抗力导致行政许可事项无法实施',
  other: '法律、法规规定的应当注销行政许可的其他情形',
} as const
export type CancellationGround = keyof typeof cancellationGrounds

const places = { abuse: '一', 'beyond-power': '二', procedure: '三', unqualified: '四', other: '五' } as const

/** The very place of art. 69: its first paragraph has five, the second is fraud. */
export const revocationArticle = (ground: RevocationGround): string =>
  ground === 'fraud' ? '行政许可法 第六十九条第二款' : `行政许可法 第六十九条第一款第${places[ground]}项`

export const takingArticle = (ground: TakingGround): string => (isWithdrawalGround(ground) ? withdrawalArticle : revocationArticle(ground))

const cancelled = { expired: '一', 'holder-gone': '二', 'organisation-ended': '三', revoked: '四', 'force-majeure': '五', other: '六' } as const

export const cancellationArticle = (ground: CancellationGround): string => `行政许可法 第七十条第${cancelled[ground]}项`
