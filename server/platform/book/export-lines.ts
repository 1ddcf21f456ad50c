import type { JournalEntry } from '../writer/journal.ts'

/**
 * An exported book: lines of JSON. First a header, then every entry in order with its digest, then the files that entries name, in parts.
 * A line is exactly what JSON.stringify writes, so nothing can hide in it.
 */
export interface ExportHeader {
  readonly journal: 'oneseal'
  readonly format: 1
  readonly bureau: string
  readonly entries: number
  /** Digest of the last entry. */
  readonly digest: string
  /** Without personal data, files and freely typed texts, for anyone. */
  readonly public: boolean
  /** How far each agent had come, so that none repeats an effect after an import. Not in a public export. */
  readonly agents?: Readonly<Record<string, number>>
  /** The last line closes the book: it says how many files there are, so that a file cut short is known. */
  readonly closed?: true
}

export interface SealedEntry extends JournalEntry {
  readonly digest: string
}

/**
 * An entry that the public edition does not show, because texts that people typed freely stand in it without a veil (they were written before there was
 * one): its digest only, so that the chain goes on.
 */
export interface WithheldEntry {
  readonly position: number
  readonly withheld: true
  readonly digest: string
}

/** A part of a file: `file` is the SM3 of the whole. */
export interface FilePart {
  readonly file: string
  readonly part: number
  readonly parts: number
  readonly mediaType: string
  readonly base64: string
}

/** Parses a line that is exactly what JSON.stringify would write; undefined for anything else. */
export function parseExactLine(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line)
    return JSON.stringify(value) === line ? value : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

export function headerOf(value: unknown): ExportHeader | undefined {
  if (!isObject(value) || value.journal !== 'oneseal' || value.format !== 1) return undefined
  const rightful =
    typeof value.bureau === 'string' && Number.isSafeInteger(value.entries) && typeof value.digest === 'string' && typeof value.public === 'boolean'
  return rightful ? (value as unknown as ExportHeader) : undefined
}

const entryNames = 'actId,actor,channel,data,digest,occurredAt,onBehalfOf,personalCommitment,position,recordedAt,seq,subject,type,version'

/** An entry line has exactly the names of an entry and perhaps `personal`; what else stood there would escape the seal. */
export function entryOf(value: unknown): SealedEntry | undefined {
  if (!isObject(value) || !Number.isSafeInteger(value.position)) return undefined
  const names = Object.keys(value).filter((name) => name !== 'personal')
  if (names.sort().join() !== entryNames) return undefined
  if (value.personal !== undefined) {
    const { personal } = value
    if (!isObject(personal) || Object.keys(personal).sort().join() !== 'correctedBy,data,salt' || typeof personal.salt !== 'string') return undefined
  }
  return value as unknown as SealedEntry
}

export const withheldOf = (value: unknown): WithheldEntry | undefined =>
  isObject(value) &&
  Object.keys(value).join() === 'position,withheld,digest' &&
  Number.isSafeInteger(value.position) &&
  value.withheld === true &&
  typeof value.digest === 'string' &&
  /^[0-9a-f]{64}$/.test(value.digest)
    ? (value as unknown as WithheldEntry)
    : undefined

export const filePartOf = (value: unknown): FilePart | undefined =>
  isObject(value) && typeof value.file === 'string' && Number.isSafeInteger(value.part) && typeof value.base64 === 'string'
    ? (value as unknown as FilePart)
    : undefined

/** The closing line: how many files stand before it. */
export const closingOf = (value: unknown): number | undefined =>
  isObject(value) && Object.keys(value).join() === 'files' && Number.isSafeInteger(value.files) ? (value.files as number) : undefined
