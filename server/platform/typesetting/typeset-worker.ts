import { parentPort, workerData } from 'node:worker_threads'
import type { Sheet } from '../../../rules/paper/sheet.ts'
import { openSheetCompiler } from './compile-sheet.ts'

// One sheet at a time: typesetting takes milliseconds, and more workers would only hold the fonts twice.
const { fontFolders } = workerData as { fontFolders: readonly string[] }
const compileSheet = openSheetCompiler(fontFolders)

parentPort!.on('message', (sheet: Sheet) => {
  compileSheet(sheet).then(
    (result) => parentPort!.postMessage({ result }, result.ok ? [result.value.buffer as ArrayBuffer] : []),
    (error: unknown) => parentPort!.postMessage({ failure: error instanceof Error ? error.message : String(error) }),
  )
})
