import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { BlockCell, DisclosureBlock, TableBlock } from '../../../../rules/budget/disclosure-block.ts'
import { withFontFallbacks } from './docx-fonts.ts'
import { startsPage, titleLines } from './page-breaks.ts'

/** Word takes “ ” … — for Western text, and sets them narrow, where the run does not say that it is Chinese. */
const CHINESE = { hint: 'eastAsia' } as const
/** Faces of a formal document (GB/T 9704-2012); what stands in their place where they are missing is told in the font table. */
const face = (eastAsia: string) => ({ eastAsia, ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', ...CHINESE })
const BODY = face('仿宋_GB2312')
const TITLE = face('方正小标宋简体')
const BLACK = face('黑体')
const KAI = face('楷体_GB2312')
const SONG = face('宋体')

/** Text area of 156 × 225 mm on A4, as the standard has it. */
const MARGIN = { top: 37, right: 26, bottom: 35, left: 28 }
const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const
const INK = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

/** An editable Word document: heading styles, real tables whose heads come again on each page, page numbers. Tables too wide for the page lie across. */
export async function docxFile(blocks: readonly DisclosureBlock[], title: string, publisher: string): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: publisher,
    lastModifiedBy: publisher,
    styles: {
      default: {
        document: { run: { font: BODY, size: 32, language: { eastAsia: 'zh-CN', value: 'zh-CN' } } },
        title: {
          run: { font: TITLE, size: 44, bold: false, color: '000000' },
          paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 480 } },
        },
        heading1: heading(1, TITLE, 36, AlignmentType.CENTER, 0),
        heading2: heading(2, BLACK, 32, AlignmentType.LEFT, 640),
        heading3: heading(3, KAI, 32, AlignmentType.LEFT, 640),
      },
    },
    sections: sectionsOf(blocks),
  })
  return withFontFallbacks(new Uint8Array(await Packer.toBuffer(document)))
}

const heading = (
  level: number,
  font: ReturnType<typeof face>,
  size: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  firstLine: number,
) => ({
  run: { font, size, bold: false, color: '000000' },
  paragraph: {
    outlineLevel: level - 1,
    alignment,
    spacing: { before: 200, after: 120, line: 560, lineRule: LineRuleType.AT_LEAST },
    keepNext: true,
    ...(firstLine > 0 ? { indent: { firstLine } } : {}),
  },
})

function sectionsOf(blocks: readonly DisclosureBlock[]): ISectionOptions[] {
  const sections: { landscape: boolean; children: (Paragraph | Table)[] }[] = []
  for (const [at, block] of blocks.entries()) {
    const landscape = block.kind === 'table' && block.widths.length > 8
    let open = sections.at(-1)
    if (open === undefined || open.landscape !== landscape) {
      open = { landscape, children: [] }
      sections.push(open)
    }
    if (block.kind === 'table') open.children.push(...tableOf(block, landscape, blocks[at + 1]?.kind !== 'heading'))
    else open.children.push(lineOf(block, startsPage(blocks, at)))
  }
  return sections.map(({ landscape, children }) => ({
    properties: {
      page: {
        size: {
          width: convertMillimetersToTwip(210),
          height: convertMillimetersToTwip(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: Object.fromEntries(Object.entries(MARGIN).map(([side, mm]) => [side, convertMillimetersToTwip(mm)])),
      },
    },
    footers: { default: pageNumber() },
    children,
  }))
}

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ font: SONG, size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  })

function lineOf(block: Exclude<DisclosureBlock, TableBlock>, { newPage, centred }: ReturnType<typeof startsPage>): Paragraph {
  if (block.kind === 'title') {
    const lines = titleLines(block.text).map((text, index) => new TextRun({ text, font: CHINESE, ...(index > 0 ? { break: 1 } : {}) }))
    return new Paragraph({ children: lines, heading: HeadingLevel.TITLE })
  }
  if (block.kind === 'heading') {
    const level = block.level === 1 ? HeadingLevel.HEADING_1 : block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3
    return new Paragraph({
      children: [new TextRun({ text: block.text, font: CHINESE })],
      heading: level,
      pageBreakBefore: newPage,
      ...(centred ? { indent: { firstLine: 0 }, alignment: AlignmentType.CENTER } : {}),
    })
  }
  return new Paragraph({
    children: [new TextRun({ text: block.text, font: CHINESE })],
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 640 },
    spacing: { ...LINE, before: 0, after: 0 },
  })
}

function tableOf(table: TableBlock, landscape: boolean, parted: boolean): (Paragraph | Table)[] {
  const across = convertMillimetersToTwip((landscape ? 297 : 210) - MARGIN.left - MARGIN.right)
  const total = table.widths.reduce((sum, width) => sum + width, 0)
  const widths = table.widths.map((width) => Math.floor((across * width) / total))
  const size = table.widths.length > 8 ? 18 : 21
  const rows = table.rows.map(
    (row, at) =>
      new TableRow({
        tableHeader: at < table.headRows,
        cantSplit: true,
        children: row.map((cell) => cellOf(cell, size)),
      }),
  )
  const body = new Table({
    width: { size: across, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    rows,
  })
  const above: Paragraph[] = []
  if (table.captionPrinted) above.push(small(table.caption, BLACK, 28, AlignmentType.CENTER, 120))
  if (table.unit !== null) above.push(small(`单位：${table.unit}`, SONG, 21, AlignmentType.RIGHT, 0))
  // Word joins tables that follow each other without a paragraph between them.
  return [...above, body, ...(parted ? [small('', BODY, 16, AlignmentType.LEFT, 0)] : [])]
}

const small = (
  text: string,
  font: ReturnType<typeof face>,
  size: number,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
  after: number,
): Paragraph => new Paragraph({ alignment, keepNext: text !== '', spacing: { before: 0, after }, children: [new TextRun({ text, font, size })] })

function cellOf({ text, columns = 1, rows = 1, head = false, align = 'left' }: BlockCell, size: number): TableCell {
  const alignment = align === 'center' ? AlignmentType.CENTER : align === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT
  const look = { font: head ? BLACK : SONG, size }
  const lines = text.split('\n').map(
    (line) =>
      new Paragraph({
        alignment,
        spacing: { before: 20, after: 20, line: 260, lineRule: LineRuleType.AT_LEAST },
        // An empty cell is as high as the size of its paragraph mark.
        run: look,
        children: [new TextRun({ text: line, ...look })],
      }),
  )
  return new TableCell({
    children: lines,
    columnSpan: columns,
    rowSpan: rows,
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 70, right: 70, top: 20, bottom: 20 },
    borders: { top: INK, bottom: INK, left: INK, right: INK },
    ...(head ? { shading: { fill: 'F2F2F2' } } : {}),
  })
}
