// Reading and auditing a published budget document against unzip-and-scan: the standard library finding text and table structure only, on one core, in the
// same run. 1,000 generated variants as .txt and .docx; counted only if every output equals what was written.  node bench/disclosure.mjs [variants] [rounds]
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
const files = []
for (const model of models) {
  const page = pageOf(model, plainStyle)
  files.push({ model, bytes: Buffer.from(stackedText(page)) }, { model, bytes: await docxFile(page) })
}

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
for (const { model, bytes } of files) if (differences(valuesOf((await readAndAudit(bytes)).document), model, false).length > 0) wrong++
const times = { scan: [], product: [] }
const memory = []
for (let round = 0; round < rounds; round++) {
  let began = process.cpuUsage()
  for (const { bytes } of files) scan(bytes)
  let used = process.cpuUsage(began)
  times.scan.push((used.user + used.system) / 1e6)
  began = process.cpuUsage()
  for (const { bytes } of files) await readAndAudit(bytes)
  used = process.cpuUsage(began)
  times.product.push((used.user + used.system) / 1e6)
  memory.push(Math.round(process.memoryUsage().rss / 1e6))
}
const share = median(times.scan.map((scanned, n) => scanned / times.product[n]))
process.stdout.write(
  `${JSON.stringify({ documents: files.length, wrong, perSecond: files.length / median(times.product), scanPerSecond: files.length / median(times.scan), share, memory })}\n`,
)
