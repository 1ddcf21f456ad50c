import type { CasePage } from '../../contract/cases.ts'
import { legPart } from './case-page.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'
import { spokenDay, spokenTime } from './spoken-time.ts'

/** After handing in: the number, the receipt, what comes next, by when and why. */
export function receiptPage(page: CasePage, qr: Html, today: string): PageParts {
  const receipt = page.papers.find(({ kind }) => kind === 'receipt')
  return {
    title: `收到了 ${page.number}`,
    section: 'cases',
    trail: [['/my/cases', '我的办件']],
    body: html`<div class="note${page.phase !== 'declined' && ' good'}" role="status"><h1>${page.phase === 'declined' ? '申请收到了，但是不能受理' : '收到您的申请了'}</h1><p>${page.item.name}</p><p>办件编号</p><p class="number" id="case-number">${page.number}</p><p>${spokenTime(page.origin.receivedAt)} 收到。${page.origin.countsFrom !== null && `下班后、休息日提交的，自下一个工作日${spokenDay(page.origin.countsFrom)}计。`}</p></div>
<p class="lead"><strong>接下来：</strong>${page.next}</p>
${page.decision && html`<section class="card"><h2 class="seal">${page.decision.title}</h2>${page.decision.reasons.map((reason) => html`<p>${reason}。</p>`)}<p>决定书和收件凭证都在<a href="/my/messages">消息</a>里，写明了怎样申请复议、提起诉讼。</p></section>`}
${page.legs.map((leg) => legPart(leg, today))}
<h2>收件凭证</h2>
${receipt?.status === 'typeset' ? html`<p><a class="btn" href="/my/cases/${page.id}/papers/${receipt.id}">下载收件凭证（PDF）</a> <span class="soft">${receipt.number}</span></p>` : html`<p>凭证正在生成，一般几秒钟；稍后在<a href="/my/messages">消息</a>里下载，或者<a href="/my/cases/${page.id}/receipt">刷新本页</a>。</p>`}
<div class="sheet-end"><div><h2>交来的材料</h2>${page.materials.some(({ handedIn }) => handedIn !== null) ? html`<ol>${page.materials.flatMap(({ name, handedIn }) => (handedIn === null ? [] : [html`<li>${name}，${handedIn.files.length} 个文件</li>`]))}</ol>` : html`<p>没有材料。</p>`}</div>
<div class="card"><p>扫码查进度</p>${qr}<p class="soft small">查进度要办件编号和手机号或证件号码的后四位。</p></div></div>
<div class="row noprint"><a class="btn plain" href="/my/cases/${page.id}">看这个办件</a><button type="button" class="plain" data-print hidden>打印本页</button></div>`,
  }
}
