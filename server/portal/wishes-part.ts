import type { CasePage } from '../../contract/cases.ts'
import { hidden, postForm } from './form-parts.ts'
import { html, type Html } from './html.ts'

/** What the applicant may still do about this case, besides what waits for her. */
export function wishesPart(page: CasePage, acts: ReadonlySet<string>, csrf: string): Html | false {
  const link = (act: string, path: string, words: string, then: string) =>
    acts.has(act) && html`<li><a href="/my/cases/${page.id}/${path}">${words}</a><br><span class="soft small">${then}</span></li>`
  const open = [
    'make-statement',
    'request-recusal',
    'correct-applicant-data',
    'request-data-change',
    'change-service-consent',
    'withdraw-application',
  ]
  if (!open.some((act) => acts.has(act))) return false
  return html`<div class="noprint"><h2>您还可以</h2><ul class="list">
${link('make-statement', 'statement', '陈述、申辩', '有话要对审查人员说；答复您之后才能作出决定。')}
${page.concerned.length > 0 && link('request-recusal', 'recusal', '申请工作人员回避', '认为经办人或者听证主持人跟这件事有利害关系的，可以要求换人。')}
${link('correct-applicant-data', 'correct', '更正电话和地址', '马上生效。')}
${link('request-data-change', 'data-request', '请求更正或者删除个人信息', '最迟三十日内答复。')}
${acts.has('change-service-consent') && consent(page, csrf)}
${link('withdraw-application', 'withdraw', '撤回申请', '撤回后这个办件就结束了，以后可以重新申请。')}
</ul></div>`
}

const consent = ({ id, consentsToElectronicService }: CasePage, csrf: string): Html =>
  html`<li>${consentsToElectronicService ? '您同意了电子送达：文书发到“消息”里就算送到。' : '您没有同意电子送达：文书另行送达，在“消息”里也可以看。'}
${postForm(
  { csrf, action: `/my/cases/${id}/consent` },
  html`${hidden('consents', consentsToElectronicService ? 'false' : 'true')}<button class="plain thin">${consentsToElectronicService ? '不再同意电子送达' : '同意电子送达'}</button> <span class="soft small">对以后送达的文书有效。</span>`,
)}</li>`
