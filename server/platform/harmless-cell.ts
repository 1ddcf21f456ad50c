const formula = /^[=+\-@\t\r＝＋－＠]/
const amount = /^[-+]?[\d,.]+%?$|^[-+－]+$/

/** Text of a cell of a CSV file that no spreadsheet program takes for a formula (a name may be `=HYPERLINK(…)`). Amounts with a sign, and dashes for nothing, stay as they are. */
export const harmlessCell = (text: string): string => (formula.test(text) && !amount.test(text) ? `'${text}` : text)

/** The text of a cell as it was before it was made harmless. */
export const cellAsWritten = (cell: string): string => (cell.startsWith("'") && harmlessCell(cell.slice(1)) === cell ? cell.slice(1) : cell)
