import type { Guide, GuideMaterial } from '../../contract/catalogue.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'

/** The guide (办事指南): all that the item says, in the order in which an applicant needs it. `qr` leads back to this page from paper. */
export function guidePage(guide: Guide, qr: Html): PageParts {
  return {
    title: `${guide.name} 办事指南`,
    trail: [
      ['/items', '事项'],
      [`/items?field=${encodeURIComponent(guide.field)}`, guide.field],
    ],
    body: html`<h1>${guide.name}</h1>
<p><span class="tag">${guide.procedureName}</span> <span class="soft">${guide.applicants.map(({ name }) => name).join('、')}可以办</span></p>
<div class="row noprint"><a class="btn" href="/apply/${guide.code}">在线申请</a>${guide.eligibility.length > 0 && html`<a class="btn plain" href="/items/${guide.code}/check">先看看我能不能办</a>`}<button type="button" class="plain" data-print hidden>打印</button></div>
<dl class="facts">
<dt>承诺时限</dt><dd><strong>${guide.limits.promised}</strong></dd>
<dt>法定时限</dt><dd>${guide.limits.statutory}</dd>
<dt>收费</dt><dd>${guide.fee}</dd>
<dt>到现场</dt><dd>${guide.visits === 0 ? '不用到现场' : `${guide.visits} 次`}</dd>
<dt>办完得到</dt><dd>${guide.result}</dd>
<dt>办理地点</dt><dd>${guide.place}</dd>
<dt>办理时间</dt><dd>${guide.hours}</dd>
<dt>咨询电话</dt><dd>${guide.phone}</dd>
<dt>投诉电话</dt><dd>${guide.complaintPhone}</dd>
</dl>
<h2>什么条件能办</h2><ol>${guide.conditions.map((one) => html`<li>${one}</li>`)}</ol>
<h2>要交什么材料</h2>${materialsTable(guide.materials)}${guide.shortfall && html`<p>${guide.shortfall}</p>`}
<h2>怎么办</h2><ol><li><strong>提交</strong>：网上提交或到窗口交，当场拿到收件凭证。</li>
${guide.steps.map((step) => html`<li><strong>${step.name}</strong>：${step.roleName}办理，${step.limit}${step.siteInspection && '，要到现场核查'}。</li>`)}
<li><strong>拿结果</strong>：${guide.superior === null ? '文书在“消息”里下载，也可以到窗口取。' : `${guide.superior}作出决定，本局登记后您在“我的办件”里看到。`}</li></ol>
<h2>期限怎么算</h2><dl class="facts">${guide.limits.explained.map(({ title, words }) => html`<dt>${title}</dt><dd>${words}</dd>`)}</dl>
<h2>您的权利</h2><dl class="facts">${guide.rights.map(({ title, words }) => html`<dt>${title}</dt><dd>${words}</dd>`)}</dl>
${guide.questions.length > 0 && html`<h2>常见问题</h2>${guide.questions.map(({ ask, answer }) => html`<h3>${ask}</h3><p>${answer}</p>`)}`}
<h2>依据</h2>${basisPart(guide)}
<div class="card"><p>手机扫码看这份指南</p>${qr}<p class="soft small">第 ${guide.version} 版${guide.implementationCode !== null && html`，实施编码 ${guide.implementationCode}`}</p></div>`,
  }
}

const materialsTable = (
  materials: readonly GuideMaterial[],
): Html => html`<div class="scroll"><table class="stack"><thead><tr><th scope="col">材料</th><th scope="col">形式和份数</th><th scope="col">从哪里来</th></tr></thead>
<tbody>${materials.map((material, i) => html`<tr><td>${i + 1}. <strong>${material.name}</strong>${tags(material)}<br><span class="soft small">${[material.when && `${material.when}。`, material.acceptance, material.notes].filter(Boolean).join(' ')}</span></td><td>${material.formName}，${material.count}</td><td>${material.sourceName}</td></tr>`)}</tbody></table></div>`

const tags = ({ necessary, maySupplyLater }: GuideMaterial): Html =>
  html`${!necessary && html` <span class="tag">可以不交</span>`}${maySupplyLater && html` <span class="tag">可以后补</span>`}`

/** The gist of each article, never in quotation marks; what was only recalled is marked as still to be verified. */
const basisPart = ({ basis }: Guide): Html =>
  html`<p class="soft small">下面写的是条文大意，原文以公布的法律文本为准。${basis.some(({ verified }) => !verified) && '标着“待核”的还没有与条文核对。'}</p><ul>${basis.map(
    ({ law, article, text, verified }) =>
      verified
        ? html`<li><strong>《${law}》${article}</strong>：${text}</li>`
        : html`<li><strong>《${law}》${article}</strong> <span class="doubt">待核</span> 大意：${text}</li>`,
  )}</ul>`
