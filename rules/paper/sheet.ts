import type { PlainDate } from '../time/plain-date.ts'

/**
 * One paper, ready to be set: what stands on it, in which order, and nothing about why. Plain JSON, all text as people read it;
 * the typesetter knows no bureau word and this type holds none. Same sheet, same bytes of PDF.
 * `official` and `letter` are laid out by GB/T 9704-2012, with the document head and the letter head (信函格式); `slip` is a compact form for the counter and the record.
 */
export interface Sheet {
  readonly form: 'official' | 'letter' | 'slip'
  /** 发文机关标志: the organ's name, in red on an official sheet. */
  readonly heading: string
  /** 发文字号, complete: 秦开审批受字〔2026〕12号. */
  readonly number?: string
  readonly title: string
  /** 主送, without the colon. */
  readonly addressee?: string
  readonly paragraphs: readonly Block[]
  /** 附件 names, in order. */
  readonly attachments?: readonly string[]
  readonly signature: { readonly organ: string; readonly date: PlainDate }
  readonly seal: SealPlace
  readonly qr?: { readonly text: string; readonly caption: string }
  /** 样张 · 演示: set grey across every page. */
  readonly watermark?: string
  /** 版记: 抄送 and the printing organ with its date. */
  readonly colophon?: { readonly copies: readonly string[]; readonly organ: string; readonly date: PlainDate }
}

/** A piece of the body. Text is data: no markup is read in it. */
export type Block =
  | { readonly text: string }
  /** Headings of the four levels 一、（一）1.（1）; the number is part of the text. */
  | { readonly level: 1 | 2 | 3 | 4; readonly text: string }
  /** Items numbered 1. 2. 3. in full paragraphs. */
  | { readonly list: readonly string[] }
  | { readonly table: SheetTable }
  /** A form of labels and values: 笔录, 送达回证. */
  | { readonly fields: readonly { readonly label: string; readonly value: string }[] }
  /** Lines to be signed by hand: label, space, date. */
  | { readonly signatures: readonly string[] }

export interface SheetTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Relative column widths; equal where not given. */
  readonly widths?: readonly number[]
}

/**
 * What stands where the seal goes. `image` is the bureau's own seal (a picture in base64, width in millimetres, 42 for a district organ);
 * `specimen` draws a red circle that says it has no force; `place` leaves room to stamp by hand; `none` for papers that bear none.
 */
export type SealPlace =
  | { readonly draw: 'none' }
  | { readonly draw: 'place' }
  | { readonly draw: 'specimen'; readonly note: string }
  | { readonly draw: 'image'; readonly format: 'png' | 'jpg' | 'gif' | 'svg'; readonly base64: string; readonly widthMm: number }
