import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { DisclosureBlock } from '../../../../rules/budget/disclosure-block.ts'
import { baseFontFolders, chooseFonts } from '../../../platform/typesetting/font-chain.ts'
import { startsPage, titleLines } from './page-breaks.ts'

/** The document typeset on A4 with selectable text, an outline and page numbers. `fontFolders` are the bureau's own fonts. */
export function pdfFile(blocks: readonly DisclosureBlock[], title: string, publisher: string, fontFolders: readonly string[]): Uint8Array {
  const workspace = import.meta.dirname
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [...baseFontFolders(), ...fontFolders] }] })
  const { chains } = chooseFonts(fontFolders, (families) => knownFamilies(compiler, families))
  const placed = blocks.map((block, at) => {
    if (block.kind === 'title') return { ...block, text: titleLines(block.text).join('\n') }
    return block.kind === 'heading' ? { ...block, ...startsPage(blocks, at) } : block
  })
  const compiled = compiler.compile({
    mainFilePath: join(workspace, 'disclosure.typ'),
    inputs: { document: JSON.stringify({ title, publisher, blocks: placed }), fonts: JSON.stringify(chains) },
  })
  const document = compiled.result
  if (document === null) {
    const error = compiled.takeError()
    throw new Error(`disclosure does not compile: ${error === null ? 'no reason given' : JSON.stringify(compiler.fetchDiagnostics(error))}`)
  }
  return new Uint8Array(compiler.pdf(document))
}

/** The compiler itself is asked: it says which families it does not know. */
function knownFamilies(compiler: NodeCompiler, families: readonly string[]): string[] {
  const compiled = compiler.compile({
    mainFileContent: '#set text(font: json(bytes(sys.inputs.families)), fallback: false)\nx',
    inputs: { families: JSON.stringify(families) },
  })
  const warnings = compiled.takeWarnings()
  const messages = warnings === null ? [] : compiler.fetchDiagnostics(warnings).map((each: { message: string }) => each.message)
  const unknown = new Set(messages.map((message) => message.replace('unknown font family: ', '')))
  return families.filter((family) => !unknown.has(family.toLowerCase()))
}
