import { type PaperKind, paperKinds } from './paper-kinds.ts'

export interface PaperNumberParts {
  /** 机关代字: 秦开审批 */
  readonly letterCode: string
  readonly kind: PaperKind
  readonly year: number
  /** From 1, without gaps per kind and year. */
  readonly serial: number
}

/** How a bureau writes its numbers; `words` replaces the word of single kinds. */
export interface PaperNumberStyle {
  readonly pattern: string
  readonly words?: Partial<Record<PaperKind, string>>
}

export const standardPaperNumberStyle: PaperNumberStyle = { pattern: '{letterCode}{word}〔{year}〕{serial}号' }

/** 发文字号 by GB/T 9704-2012 7.2.5: year in full in 〔〕, no leading zeros (不编虚位), no 第: 秦开审批受字〔2026〕12号. */
export const formatPaperNumber = (parts: PaperNumberParts, style: PaperNumberStyle = standardPaperNumberStyle): string => {
  const places: Record<string, string> = {
    letterCode: parts.letterCode,
    word: style.words?.[parts.kind] ?? paperKinds[parts.kind].numberWord,
    year: String(parts.year),
    serial: String(parts.serial),
  }
  return style.pattern.replace(/\{(letterCode|word|year|serial)\}/g, (_, place: string) => places[place] ?? '')
}

/** Id of the counter subject that gives a kind's serial in a year. */
export const paperCounterId = (kind: PaperKind, year: number): string => `paper-number/${kind}/${year}`
