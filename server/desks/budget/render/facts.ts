import type { TableBlock } from '../../../../rules/budget/disclosure-block.ts'

export const renderFormats = ['docx', 'pdf', 'html', 'json', 'csv', 'xlsx'] as const
export type RenderFormat = (typeof renderFormats)[number]

export const mediaTypes: Readonly<Record<RenderFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What a rendering says of itself besides the budget. */
export interface RenderFacts {
  /** Name of the bureau that publishes. */
  readonly publisher: string
  /** 2020年3月6日, where it is published. */
  readonly publishedOn: string | null
  /** The period within which it had to be published, told in sentences, and whether that was kept; empty where no reply is recorded. */
  readonly period: { readonly light: 'kept' | 'late'; readonly word: string; readonly reasons: readonly string[] } | null
  /** Permanent address, where the page is served. */
  readonly address: string | null
  /** Where the document can be had in other formats, for the web page. */
  readonly downloads: readonly { readonly title: string; readonly href: string }[]
  /** Address of one table as CSV; null: the page carries the data itself. */
  readonly tableAddress: ((table: TableBlock) => string) | null
}

export const bareFacts = (publisher: string): RenderFacts => ({
  publisher,
  publishedOn: null,
  period: null,
  address: null,
  downloads: [],
  tableAddress: null,
})
