import type { Sheet } from '../../../rules/paper/sheet.ts'
import { openSheetCompiler } from './compile-sheet.ts'

// A process of its own, so that it can run at low priority. One sheet at a time: typesetting takes milliseconds, and more would only hold the fonts twice.
const compileSheet = openSheetCompiler(JSON.parse(process.argv[2] ?? '[]') as readonly string[])

process.on('message', (sheet: Sheet) => {
  compileSheet(sheet).then(
    (result) => process.send!({ result }),
    (error: unknown) => process.send!({ failure: error instanceof Error ? error.message : String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
