import { html, type Html, type Piece } from './html.ts'

/** A fault of a form: which input it belongs to, and the sentence. */
export interface Wrong {
  /** `id` of the input. */
  readonly at: string
  readonly words: string
}

/** All faults at the top, each leading to its input. */
export const errorSummary = (wrongs: readonly Wrong[]): Html | false =>
  wrongs.length > 0 &&
  html`<div class="errors" role="alert" tabindex="-1" aria-labelledby="wrongs"><h2 id="wrongs">${wrongs.length === 1 ? '有一处要改' : `有 ${wrongs.length} 处要改`}</h2>
<ul>${wrongs.map(({ at, words }) => html`<li><a href="#${at}">${words}</a></li>`)}</ul></div>`

export interface InputParts {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly hint?: string | undefined
  readonly wrong?: string | undefined
  readonly type?: 'text' | 'tel'
  readonly inputmode?: 'numeric' | 'decimal'
  readonly autocomplete?: string
  readonly maxlength?: number
  readonly optional?: boolean
  readonly short?: boolean
  /** Kind of live check that the script does, if there is one. */
  readonly check?: string | undefined
  readonly unit?: string | undefined
}

/** One line to fill, with its hint before and its fault beside it, both tied to the input for screen readers. */
export function textInput(parts: InputParts): Html {
  const { id, label, value, hint, wrong, type = 'text', inputmode, autocomplete = 'off', maxlength = 200, optional, short, check, unit } = parts
  const input = html`<input id="${id}" name="${id}" type="${type}" value="${value}" autocomplete="${autocomplete}" maxlength="${maxlength}"${inputmode && html` inputmode="${inputmode}"`}${short && html` class="short"`}${check && html` data-check="${check}"`}${described(id, hint, wrong)}>`
  return html`<div class="field${wrong && ' bad'}"><label for="${id}">${label}${optional && html` <span class="opt">（可以不填）</span>`}</label>
${aside(id, hint, wrong)}${unit === undefined ? input : html`<span class="unit">${input}<span>${unit}</span></span>`}</div>`
}

/** Several lines to fill. */
export const textArea = ({ id, label, value, hint, wrong, maxlength = 2000, optional }: InputParts): Html =>
  html`<div class="field${wrong && ' bad'}"><label for="${id}">${label}${optional && html` <span class="opt">（可以不填）</span>`}</label>${aside(id, hint, wrong)}<textarea id="${id}" name="${id}" rows="6" maxlength="${maxlength}"${described(id, hint, wrong)}>
${value}</textarea></div>`

/** `aria-describedby` and `aria-invalid` for an input with a hint or a fault. */
export function described(id: string, hint: string | undefined, wrong: string | undefined): Html {
  const by = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(' ')
  return html`${by !== '' && html` aria-describedby="${by}"`}${wrong && html` aria-invalid="true"`}`
}

export const aside = (id: string, hint: string | undefined, wrong: string | undefined): Html =>
  html`${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}${wrong && html`<p class="wrong" id="${id}-wrong">${wrong}</p>`}`

export const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}">`

export interface FormFrame {
  readonly csrf: string
  readonly action: string
  /** Files are sent, so the form is multipart; the largest size is for the script. */
  readonly upload?: number
  /** Key under which the same sending twice is done once. */
  readonly key?: string
}

/** A form as browsers without JavaScript send it. The form token comes first: uploads are not read before it was right. */
export const postForm = ({ csrf, action, upload, key }: FormFrame, body: Piece): Html =>
  html`<form method="post" action="${action}"${upload !== undefined && html` enctype="multipart/form-data" data-upload="${upload}"`} novalidate>
${csrf !== '' && hidden('csrf', csrf)}${key !== undefined && hidden('idempotency_key', key)}
${body}</form>`
