import type { CaseAct, CasePhase } from '../rules/case/standing/permitted-acts.ts'
import type { PermitStanding } from '../rules/case/standing/permit-life.ts'
import type { CaseDecision, LegName } from '../rules/case/standing/state.ts'
import type { PlainDate } from '../rules/time/plain-date.ts'
import { spokenDate } from './reason-texts.ts'

/** What clerks and citizens read for each phase. */
export const phaseTitles: Readonly<Record<CasePhase, string>> = {
  'pre-review': '待受理',
  supplementing: '待补正',
  'filing-check': '备案核对',
  'filing-returned': '备案待补齐',
  'in-review': '审查中',
  stopped: '特别程序',
  granted: '准予',
  refused: '不予许可',
  forwarded: '已报上级',
  filed: '已备案',
  'not-permit-matter': '不受理',
  declined: '不予受理',
  withdrawn: '申请人撤回',
  archived: '已归档',
}

/** The word on the button, and the article the act rests on. */
export const actTitles: Readonly<
  Record<CaseAct | 'submit-application' | 'receive-at-counter', { readonly title: string; readonly article?: string }>
> = {
  'submit-application': { title: '提交申请', article: '行政许可法 第二十九条' },
  'receive-at-counter': { title: '窗口收件', article: '行政许可法 第三十二条' },
  'supplement-materials': { title: '提交补正材料', article: '行政许可法 第三十二条第一款第五项' },
  'give-up-supplement': { title: '表示不再补正', article: '行政许可法 第三十二条第一款第四项' },
  'withdraw-application': { title: '撤回申请' },
  'request-supplement': { title: '一次性告知补正', article: '行政许可法 第三十二条第一款第四项' },
  'accept-case': { title: '受理', article: '行政许可法 第三十二条第一款第五项' },
  'accept-with-shortfall': { title: '容缺受理' },
  'meet-shortfall': { title: '补交容缺材料' },
  'declare-not-permit-matter': { title: '不受理', article: '行政许可法 第三十二条第一款第一项' },
  'decline-case': { title: '不予受理', article: '行政许可法 第三十二条第一款第二项' },
  'deem-renewed': { title: '视为准予延续', article: '行政许可法 第五十条' },
  'deem-accepted': { title: '视为受理', article: '行政许可法 第三十二条第一款第四项' },
  'claim-case': { title: '领办' },
  'hand-over-case': { title: '移交' },
  'take-over-case': { title: '接管' },
  'pass-step': { title: '环节通过', article: '行政许可法 第三十四条' },
  'return-step': { title: '退回' },
  'record-site-inspection': { title: '现场勘验', article: '行政许可法 第三十四条第三款' },
  'start-excluded-procedure': { title: '启动特别程序', article: '行政许可法 第四十五条' },
  'end-excluded-procedure': { title: '结束特别程序', article: '行政许可法 第四十五条' },
  'extend-review': { title: '延期', article: '行政许可法 第四十二条' },
  'inform-third-party': { title: '告知利害关系人', article: '行政许可法 第三十六条' },
  'record-third-party-statement': { title: '记录陈述申辩', article: '行政许可法 第三十六条' },
  'make-statement': { title: '陈述申辩', article: '行政许可法 第七条、第三十六条' },
  'answer-statement': { title: '答复陈述申辩', article: '行政许可法 第三十六条' },
  'inform-hearing-right': { title: '告知听证权利', article: '行政许可法 第四十七条' },
  'request-hearing': { title: '申请听证', article: '行政许可法 第四十七条' },
  'waive-hearing': { title: '放弃听证', article: '行政许可法 第四十七条' },
  'announce-hearing': { title: '公告听证', article: '行政许可法 第四十八条第一款第一项' },
  'hold-hearing': { title: '记录听证', article: '行政许可法 第四十八条' },
  'request-recusal': { title: '申请回避', article: '行政许可法 第四十八条第一款第三项' },
  'decide-recusal': { title: '决定是否回避', article: '行政许可法 第四十八条第一款第三项' },
  'grant-case': { title: '准予', article: '行政许可法 第三十八条第一款' },
  'refuse-case': { title: '不予许可', article: '行政许可法 第三十八条第二款' },
  'forward-case': { title: '报上级决定', article: '行政许可法 第三十五条、第四十三条' },
  'record-superior-decision': { title: '登记上级决定', article: '行政许可法 第三十五条' },
  'tell-intended-measure': { title: '告知拟作处理', article: '行政许可法 第七条、第八条、第六十九条、第七十八条' },
  'drop-intended-measure': { title: '不再作处理' },
  'revoke-permit': { title: '撤销许可', article: '行政许可法 第六十九条' },
  'withdraw-permit': { title: '撤回许可', article: '行政许可法 第八条' },
  'change-permit': { title: '变更许可', article: '行政许可法 第八条' },
  'name-permit-in-hand': { title: '关联原许可', article: '行政许可法 第四十九条、第五十条、第七十条' },
  'record-penalty': { title: '登记暂扣、吊销', article: '行政处罚法 第九条' },
  'lift-suspension': { title: '登记解除暂扣' },
  'cancel-permit': { title: '注销许可', article: '行政许可法 第七十条' },
  'lift-bar': { title: '撤销再次申请限制', article: '行政许可法 第七十八条、第七十九条' },
  'acknowledge-filing': { title: '出具备案回执' },
  'return-filing': { title: '退回补齐' },
  'correct-clerical-error': { title: '更正笔误' },
  'void-paper': { title: '作废文书' },
  'serve-papers': { title: '送达', article: '行政许可法 第四十四条' },
  'announce-service': { title: '公告送达', article: '民事诉讼法 第九十五条' },
  'serve-announced': { title: '公告期满，视为送达', article: '民事诉讼法 第九十五条' },
  'archive-case': { title: '归档' },
  'remind-case': { title: '催办' },
  'correct-applicant-data': { title: '更正申请人信息', article: '个人信息保护法 第四十六条' },
  'change-service-consent': { title: '变更电子送达意愿' },
  'request-data-change': { title: '请求更正或删除个人信息', article: '个人信息保护法 第四十六条、第四十七条' },
  'answer-data-request': { title: '答复个人信息请求', article: '个人信息保护法 第五十条' },
  'erase-personal-data': { title: '删除个人信息', article: '个人信息保护法 第四十七条' },
  'note-deadline-crossed': { title: '时限提醒' },
  'move-deadlines': { title: '日历变更，期限顺延' },
}

export const legTitles: Readonly<Record<LegName, string>> = {
  notice: '受理答复',
  supplement: '申请人补正',
  filing: '备案办理',
  review: '审查决定',
  step: '本环节',
  service: '颁发送达',
}

export const outcomeTitles: Readonly<Record<CaseDecision['outcome'], string>> = {
  granted: '准予',
  refused: '不予许可',
  forwarded: '初审后报上级机关',
  filed: '已备案',
  'not-permit-matter': '不受理',
  declined: '不予受理',
  withdrawn: '申请人撤回',
}

export const lightTitles = { green: '正常', yellow: '将到期', 'red-promise': '超承诺', red: '超法定', stopped: '已暂停', none: '不计时' } as const

/** The applicant's own time is neither promised nor set by the law. */
export const limitWord = (leg: LegName, which: 'promised' | 'statutory'): string =>
  leg === 'supplement' ? '最后一天' : which === 'promised' ? '承诺' : '法定'

/** What a light says of a leg: the office is not late where the applicant is. */
export const lightWord = (leg: LegName, light: keyof typeof lightTitles): string =>
  leg === 'supplement' && light === 'red-promise' ? '逾期未补' : lightTitles[light]

/** What the dated reasons beside the legs are about. */
export const reasonTitles = { procedure: '听取意见、补交和别的日子', permit: '许可' } as const

/** How a permit that was granted stands. */
export const permitTitles: Readonly<Record<PermitStanding, string>> = {
  'not-yet': '尚未生效',
  'in-force': '有效',
  changed: '有效，内容已变更',
  renewed: '已延续',
  lapsed: '有效期已届满',
  suspended: '暂扣期间，不得使用',
  revoked: '已撤销',
  withdrawn: '已撤回',
  forfeited: '已吊销',
  cancelled: '已注销',
}

/** What the bureau means to do with a permit that was granted. */
export const takingTitles = { revocation: '撤销', withdrawal: '撤回', change: '变更' } as const

/** What an application does with a permit in hand, at its holder's wish. */
export const followTitles = { change: '变更', renewal: '延续', cancellation: '注销' } as const

interface PermitShown {
  readonly standing: PermitStanding
  readonly since: string | null
  readonly ground: string | null
}

/** Since when a permit stands as it does and why, in brackets; nothing where it is simply in force. The words of a change and of a penalty name their days already. */
export const permitSince = ({ standing, since, ground }: PermitShown): string => {
  if (since === null) return ''
  return standing === 'changed' || standing === 'suspended' || standing === 'forfeited'
    ? `（${ground}）`
    : `（${spokenDate(since as PlainDate)}，${ground}）`
}
