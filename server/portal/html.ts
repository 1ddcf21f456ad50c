import { escapeHtml } from '../platform/http/escape-html.ts'

/** Markup that is safe as it stands. Only `html` and `trusted` make it, so a plain string can never get into a page unescaped. */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

/** What may stand in a template: text and numbers are escaped, markup stays, lists are joined, nothing (`false`, `null`, `undefined`) leaves nothing. */
export type Piece = Html | string | number | false | null | undefined | readonly Piece[]

/** Template tag for markup: whatever is put in is escaped unless it is `Html` already. Attribute values must stand in double quotes. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let text = strings[0]!
  for (const [i, piece] of pieces.entries()) text += textOf(piece) + strings[i + 1]!
  return new Html(text)
}

/** Markup from a source of our own (a drawn QR code), never from people's input. */
export const trusted = (markup: string): Html => new Html(markup)

function textOf(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return ''
  if (piece instanceof Html) return piece.text
  if (typeof piece === 'string') return escapeHtml(piece)
  if (typeof piece === 'number') return String(piece)
  return piece.map(textOf).join('')
}

/** People's text with its line ends kept. */
export const lines = (text: string): Html => html`${text.split('\n').map((line, i) => [i > 0 && html`<br>`, line])}`
