// Reading and auditing a published budget document against unzip-and-scan: the standard library finding text and table structure only, on one core, in the
// same run. 1,000 generated variants as .txt and .docx; counted only if every output equals what was written. Processor time, not the clock's, for
// the machine may be busy; product and scan take turns in each round. `npm run bench` runs it too.  node bench/disclosure.mjs [variants] [rounds]
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { accountCodes } from '../data/account-codes/load-account-codes.ts'
import { auditDisclosure } from '../rules/disclosure/audit/audit-disclosure.ts'
import { readDisclosure } from '../rules/disclosure/read/read-disclosure.ts'
import { sourceLines } from '../rules/disclosure/read/source-lines.ts'
import { sourceBlocks } from '../server/desks/disclosure/read-file.ts'
import { differences, modelOf, valuesOf } from '../tests/fixtures/disclosure/model.ts'
import { pageOf, plainStyle } from '../tests/fixtures/disclosure/page.ts'
import { docxFile } from '../tests/fixtures/disclosure/render-office.ts'
import { stackedText } from '../tests/fixtures/disclosure/render-text.ts'
import { median } from './post.mjs'

const [variants = 1000, rounds = 7] = process.argv.slice(2).map(Number)
const original = readDisclosure((await sourceBlocks(readFileSync(new URL('../tests/fixtures/disclosure/budget-2020.txt', import.meta.url)))).value)
/** The published document with other amounts, codes, names and targets: as long as the original, never the same twice. */
const variantOf = (model, n) => ({
  ...model,
  projects: model.projects.map((project, of) => ({
    ...project,
    code: `442-${String(1000 + ((n * 7 + of) % 9000))}-YBN-${String(n).padStart(4, '0')}`,
    name: `${project.name}（${n + 1}）`,
    total: (n + 1) * 10_000 + of * 1_000_000,
    fiscal: (n + 1) * 10_000 + of * 1_000_000,
    indicators: project.indicators.map((row, at) => ({ ...row, target: row.target && `≥${60 + ((n + at + of) % 40)}%` })),
  })),
})
const models = Array.from({ length: Math.ceil(variants / 2) }, (_, n) => variantOf(modelOf(original), n))
const files = { txt: [], docx: [] }
for (const model of models) {
  const page = pageOf(model, plainStyle)
  files.txt.push({ model, bytes: Buffer.from(stackedText(page)) })
  files.docx.push({ model, bytes: await docxFile(page) })
}
const kinds = Object.keys(files)

/** The least that could be called reading: the text of each cell and paragraph, and where rows and tables begin. */
function scan(bytes) {
  if (bytes[0] !== 0x50)
    return bytes
      .toString('utf8')
      .split('\n')
      .map((line) => line.split('\t')).length
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  let at = bytes.readUInt32LE(end + 16)
  for (;;) {
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    if (bytes.toString('latin1', at + 46, at + 46 + nameLength) === 'word/document.xml') break
    at += 46 + nameLength + extra + comment
  }
  const local = bytes.readUInt32LE(at + 42)
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const xml = inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20))).toString('utf8')
  let marks = 0
  for (const _ of xml.matchAll(/<w:(tbl|tr|tc|p)[ >]|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)) marks++
  return marks
}
async function readAndAudit(bytes) {
  const blocks = await sourceBlocks(bytes)
  if (!blocks.ok) throw new Error(blocks.refusal.code)
  const document = readDisclosure(blocks.value)
  return { document, findings: auditDisclosure({ document, lines: sourceLines(blocks.value), accountCodes }) }
}

let wrong = 0
/** Findings of each kind's documents together: a round that finds other than the checked reading did is no measure of it. */
const found = { txt: 0, docx: 0 }
for (const kind of kinds) {
  for (const { model, bytes } of files[kind]) {
    const { document, findings } = await readAndAudit(bytes)
    if (differences(valuesOf(document), model, false).length > 0) wrong++
    found[kind] += findings.length
  }
}

const secondsOf = async (work) => {
  const began = process.cpuUsage()
  await work()
  const used = process.cpuUsage(began)
  return (used.user + used.system) / 1e6
}
const times = { txt: { scan: [], product: [] }, docx: { scan: [], product: [] } }
const memory = []
for (let round = 0; round < rounds; round++) {
  for (const kind of kinds) {
    const scanned = () => {
      for (const { bytes } of files[kind]) scan(bytes)
    }
    const read = async () => {
      let findings = 0
      for (const { bytes } of files[kind]) findings += (await readAndAudit(bytes)).findings.length
      if (findings !== found[kind]) throw new Error(`${kind}: ${findings} findings, not ${found[kind]}`)
    }
    const turns = [
      ['scan', scanned],
      ['product', read],
    ]
    for (const [what, work] of round % 2 === 0 ? turns : turns.toReversed()) times[kind][what].push(await secondsOf(work))
  }
  memory.push(Math.round(process.memoryUsage().rss / 1e6))
}

/** Documents a second of each, and the median over the rounds of how the two compare. */
const compared = (count, scan, product) => ({
  documents: count,
  perSecond: count / median(product),
  scanPerSecond: count / median(scan),
  share: median(scan.map((seconds, round) => seconds / product[round])),
})
const together = (what) => times.txt[what].map((seconds, round) => seconds + times.docx[what][round])
const measured = {
  rounds,
  wrong,
  txt: compared(files.txt.length, times.txt.scan, times.txt.product),
  docx: compared(files.docx.length, times.docx.scan, times.docx.product),
  together: compared(files.txt.length + files.docx.length, together('scan'), together('product')),
  memory,
}
process.stdout.write(`${JSON.stringify(measured)}\n`)
