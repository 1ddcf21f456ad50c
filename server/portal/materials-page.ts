import type { Material } from '../../rules/service-item/item.ts'
import type { FileName } from '../../rules/case/standing/state.ts'
import { materialView } from '../desks/catalogue/public.ts'
import { addressOf, stepList } from './draft-steps.ts'
import { errorSummary, hidden, postForm, type Wrong } from './form-parts.ts'
import { html, type Html } from './html.ts'
import type { PageParts } from './layout.ts'
import type { OpenDraft } from './open-draft.ts'

/** 2.4 MB */
const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1048576).toFixed(1)} MB`

/** One file with its preview: pictures and PDF open in the browser, others are downloaded. */
export const fileLink = ({ digest, name, size }: FileName): Html =>
  html`<a href="/api/files/${digest}?inline=true" target="_blank" rel="noopener">${name}<span class="soft">（${sizeWords(size)}，新窗口打开）</span></a>`

/** The materials asked for, each with its files and its own upload. */
export function materialsPage(open: OpenDraft, csrf: string, limitBytes: number, wrong?: Wrong): PageParts {
  const { draft, item, wanted, theCase } = open
  const faults = theCase?.supplements.at(-1)?.faults ?? []
  return {
    title: `上传材料 - 申请 ${item.name}`,
    trail: [[`/items/${item.code}`, item.name]],
    body: html`${stepList(open, 'materials')}<h1>${theCase ? '补交材料' : '上传材料'}</h1>${errorSummary(wrong ? [wrong] : [])}
<p>可以用手机拍照上传；每个文件不超过 ${Math.floor(limitBytes / 1048576)} MB，可以是 PDF、图片、Word、Excel、OFD。纸质材料请拍照或扫描，窗口要原件时再带来。</p>
${wanted.length === 0 && html`<p>${theCase ? '这次不用补材料。' : '照您的回答，不用交材料。'}</p>`}
${wanted.map(
  (
    material,
    i,
  ) => html`<section class="card" id="m-${material.id}" aria-labelledby="t-${material.id}"><h2 id="t-${material.id}">${i + 1}. ${material.name}</h2>
${aboutMaterial(material, open)}
${faults.filter((fault) => fault.material === material.id).map(({ fault, correction }) => html`<div class="note"><p><strong>问题：</strong>${fault}</p><p><strong>怎样改：</strong>${correction}</p></div>`)}
${uploaded(draft.materials[material.id] ?? [], material, open, csrf)}
${postForm({ csrf, action: addressOf(draft, `materials/${material.id}`), upload: limitBytes }, html`<div class="field${wrong?.at === `f-${material.id}` && ' bad'}"><label for="f-${material.id}">${(draft.materials[material.id] ?? []).length > 0 ? '再传文件' : '选择文件'}<span class="opt">（可以一次选几个）</span></label>${wrong?.at === `f-${material.id}` && html`<p class="wrong">${wrong.words}</p>`}<input type="file" id="f-${material.id}" name="file" multiple></div><button class="plain">上传</button>`)}</section>`,
)}
<div class="row"><a class="btn" href="${addressOf(draft, 'review')}">继续：核对</a><a class="btn plain" href="${addressOf(draft, 'saved')}">以后再传</a></div>`,
  }
}

function aboutMaterial(material: Material, { item }: OpenDraft): Html {
  const { formName, count, sourceName, acceptance, notes } = materialView(material, item)
  return html`<p class="soft small">${material.necessary ? '' : '可以不交。'}${material.maySupplyLater && '可以后补。'}${formName}，${count}；${sourceName}。${acceptance}${notes}</p>`
}

const uploaded = (files: readonly FileName[], material: Material, { draft }: OpenDraft, csrf: string): Html | false =>
  files.length > 0 &&
  html`<ul class="files">${files.map((file) => html`<li>${fileLink(file)} ${postForm({ csrf, action: addressOf(draft, `materials/${material.id}/remove`) }, html`${hidden('digest', file.digest)}<button class="plain thin" aria-label="去掉 ${file.name}">去掉</button>`)}</li>`)}</ul>`
