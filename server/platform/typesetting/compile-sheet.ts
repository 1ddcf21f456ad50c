import { join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import qrcode from 'qrcode'
import type { Sheet } from '../../../rules/paper/sheet.ts'
import { accepted, type Result } from '../../../rules/refusal.ts'
import { chooseFonts, baseFontFolders } from './font-chain.ts'
import { findUnprintable, tidied } from './printable.ts'

const layouts = import.meta.dirname
const layoutOf = { official: 'formal.typ', letter: 'formal.typ', slip: 'slip.typ' } as const

/** Ways to set a formal paper, the standard's own line pitch (in points) first. `hold` keeps a long last paragraph whole, with the signature. */
const standardWay = { pitch: '28.95', hold: 'no' }
const closerWays = ['27', '25', '24'].map((pitch) => ({ pitch, hold: 'no' }))
const widerWays = ['30', '32', '34'].map((pitch) => ({ pitch, hold: 'no' }))
const heldWay = { pitch: '28.95', hold: 'yes' }

export type CompileSheet = (sheet: Sheet) => Promise<Result<Uint8Array>>

/** Opens the typst compiler over the base fonts and the bureau's folders. Slow (a quarter of a second): once per worker. */
export const openSheetCompiler = (fontFolders: readonly string[]): CompileSheet => {
  const compiler = NodeCompiler.create({ workspace: layouts, fontArgs: [{ fontPaths: [...baseFontFolders(), ...fontFolders] }] })
  const fonts = chooseFonts(fontFolders, (families) => knownFamilies(compiler, families))
  const fontInput = JSON.stringify(fonts.chains)

  return async (given) => {
    const sheet = tidied(given)
    const { seal, signature, qr, ...text } = sheet
    const printed = { ...text, organ: signature.organ, sealNote: seal.draw === 'specimen' ? seal.note : '', caption: qr?.caption ?? '' }
    const unprintable = findUnprintable(printed, fonts.codePoints)
    if (unprintable !== undefined) return { ok: false, refusal: unprintable }

    if (seal.draw === 'image') compiler.mapShadow(join(layouts, `seal.${seal.format}`), Buffer.from(seal.base64, 'base64'))
    const inputs: Record<string, string> = { sheet: JSON.stringify(withoutImage(sheet)), fonts: fontInput }
    if (qr !== undefined) inputs.qr = await qrcode.toString(qr.text, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 })
    const document = choose(compiler, (way) => compile(compiler, layoutOf[sheet.form], { ...inputs, ...way }))
    const pdf = compiler.pdf(document)
    compiler.evictCache(30)
    return accepted(new Uint8Array(pdf))
  }
}

/**
 * The standard pitch, unless lines set closer spare a page or the signature would stand on a page without text (GB/T 9704-2012 7.3.5.5:
 * line and character pitch may be adjusted, 此页无正文 may not be used).
 */
const choose = (compiler: NodeCompiler, attempt: (way: Record<string, string>) => NodeTypstDocument): NodeTypstDocument => {
  const standard = attempt(standardWay)
  const whole = isWhole(compiler, standard)
  if (whole && standard.numOfPages === 1) return standard
  for (const way of closerWays) {
    const closer = attempt(way)
    if (closer.numOfPages < standard.numOfPages && isWhole(compiler, closer)) return closer
  }
  if (whole) return standard
  for (const way of [...widerWays, heldWay]) {
    const other = attempt(way)
    if (isWhole(compiler, other)) return other
  }
  return standard
}

/** Whether the text ends on the page that bears the signature. Layouts that do not mark their ends are always whole. */
const isWhole = (compiler: NodeCompiler, document: NodeTypstDocument): boolean => {
  const ends: readonly { name: string; page: number }[] = compiler.query(document, { selector: '<end>', field: 'value' })
  return new Set(ends.map((end) => end.page)).size <= 1
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
