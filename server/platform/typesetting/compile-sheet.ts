import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import qrcode from 'qrcode'
import type { Sheet } from '../../../rules/paper/sheet.ts'
import { accepted, type Result } from '../../../rules/refusal.ts'
import { chooseFonts, baseFontFolders } from './font-chain.ts'
import { findUnprintable } from './printable.ts'

const layouts = import.meta.dirname
const layoutOf = { official: 'formal.typ', letter: 'formal.typ', slip: 'slip.typ' } as const

/** Line pitches in points: the standard's own first, then closer ones, taken only where they spare a page. */
const pitches = ['28.95', '27', '25'] as const

export type CompileSheet = (sheet: Sheet) => Promise<Result<Uint8Array>>

/** Opens the typst compiler over the base fonts and the bureau's folders. Slow (a quarter of a second): once per worker. */
export const openSheetCompiler = (fontFolders: readonly string[]): CompileSheet => {
  const compiler = NodeCompiler.create({ workspace: layouts, fontArgs: [{ fontPaths: [...baseFontFolders(), ...fontFolders] }] })
  const fonts = chooseFonts(fontFolders, (families) => knownFamilies(compiler, families))
  const fontInput = JSON.stringify(fonts.chains)

  return async (sheet) => {
    const { seal, signature, qr, ...text } = sheet
    const printed = { ...text, organ: signature.organ, sealNote: seal.draw === 'specimen' ? seal.note : '', caption: qr?.caption ?? '' }
    const unprintable = findUnprintable(printed, fonts.codePoints)
    if (unprintable !== undefined) return { ok: false, refusal: unprintable }

    if (seal.draw === 'image') compiler.mapShadow(join(layouts, `seal.${seal.format}`), Buffer.from(seal.base64, 'base64'))
    const inputs: Record<string, string> = { sheet: JSON.stringify(withoutImage(sheet)), fonts: fontInput }
    if (qr !== undefined) inputs.qr = await qrcode.toString(qr.text, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 })
    const document = fewestPages(pitches.map((pitch) => () => compile(compiler, layoutOf[sheet.form], { ...inputs, pitch })))
    const pdf = compiler.pdf(document)
    compiler.evictCache(30)
    return accepted(new Uint8Array(pdf))
  }
}

/** The first of the documents unless a later one has fewer pages; a single page is not tried again. */
const fewestPages = (attempts: readonly (() => NodeTypstDocument)[]): NodeTypstDocument => {
  const first = attempts[0]!()
  if (first.numOfPages === 1) return first
  for (const attempt of attempts.slice(1)) {
    const closer = attempt()
    if (closer.numOfPages < first.numOfPages) return closer
  }
  return first
}

const compile = (compiler: NodeCompiler, layout: string, inputs: Record<string, string>): NodeTypstDocument => {
  const compiled = compiler.compile({ mainFilePath: join(layouts, layout), inputs })
  const document = compiled.result
  if (document === null) throw new Error(`sheet does not compile: ${explain(compiler, compiled)}`)
  return document
}

const withoutImage = (sheet: Sheet): unknown => (sheet.seal.draw === 'image' ? { ...sheet, seal: { ...sheet.seal, base64: '' } } : sheet)

/** The compiler itself is asked: it says which families it does not know. */
const knownFamilies = (compiler: NodeCompiler, families: readonly string[]): string[] => {
  const compiled = compiler.compile({
    mainFileContent: '#set text(font: json(bytes(sys.inputs.families)), fallback: false)\nx',
    inputs: { families: JSON.stringify(families) },
  })
  const warnings = compiled.takeWarnings()
  const messages = warnings === null ? [] : compiler.fetchDiagnostics(warnings).map((each: { message: string }) => each.message)
  const unknown = new Set(messages.map((message) => message.replace('unknown font family: ', '')))
  return families.filter((family) => !unknown.has(family.toLowerCase()))
}

const explain = (compiler: NodeCompiler, compiled: ReturnType<NodeCompiler['compile']>): string => {
  const error = compiled.takeError()
  return error === null ? 'no reason given' : JSON.stringify(compiler.fetchDiagnostics(error))
}
