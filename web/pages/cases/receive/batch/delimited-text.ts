/** A row of a table of texts and the line on which it begins. */
export interface TextRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** UTF-8 where it is that without a slip, else GB18030, which older office systems write. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** What a spreadsheet copies (tabs) or saves as CSV (commas): quoted cells may hold separators and line breaks. Empty rows are left out. */
export function delimitedRows(text: string): readonly TextRow[] {
  const body = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const separator = (/^[^\n]*/.exec(body)?.[0] ?? '').includes('\t') ? '\t' : ','
  const rows: TextRow[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let began = 1
  const endRow = () => {
    cells.push(cell)
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: began, cells })
    cells = []
    cell = ''
  }
  for (let at = 0; at < body.length; at++) {
    const char = body[at]!
    if (char === '\n') line++
    if (quoted) {
      if (char !== '"') cell += char
      else if (body[at + 1] === '"') cell += body[at++]
      else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === separator) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') {
      endRow()
      began = line
    } else cell += char
  }
  endRow()
  return rows
}
