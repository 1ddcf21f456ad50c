import type { SubjectKind } from '../../../rules/act.ts'
import type { Database } from '../database/database.ts'
import { digestsIn } from './digests-in.ts'
import type { ExportHeader, FilePart, SealedEntry, WithheldEntry } from './export-lines.ts'
import { lastPosition, readEntries } from '../writer/journal.ts'
import { catchUp } from '../writer/projections.ts'
import { personalCorrected, personalErased } from '../writer/personal-changes.ts'
import { drawVeil } from '../writer/veil.ts'
import { opennessOf } from './open-texts.ts'
import { sealAt, sealer } from './seal.ts'

/** Where files are found by their digest; undefined where the store has none of this digest. */
type FileReader = (digest: string) => Promise<{ readonly mediaType: string; readonly bytes: AsyncIterable<Uint8Array> } | undefined>

export interface ExportOptions {
  readonly publicOnly: boolean
  /** They say which texts the public edition may show; without them it shows no entry in which a text stands. */
  readonly kinds?: readonly SubjectKind[]
  readonly files?: FileReader | undefined
}

const chunk = 500
const partBytes = 768 * 1024
const sealsOf = 'SELECT position, digest FROM seal WHERE bureau = $1 AND position > $2::bigint AND position <= $3::bigint'
const agentsOf = 'SELECT follower, position FROM checkpoint WHERE bureau = $1 AND agent ORDER BY follower'

/**
 * Writes the book of a bureau as lines (see `ExportHeader`), sealed to its end first. In short reads, so the bureau may go on working: what comes
 * after the start is not in it. Answers how many entries and files went out, how many entries the public edition withholds, and whether personal data was
 * corrected or erased meanwhile: then what went out is not whole.
 */
export async function exportJournal(
  database: Database,
  bureau: string,
  write: (line: string) => Promise<void> | void,
  options: ExportOptions,
): Promise<{ entries: number; files: number; withheld: number; overtaken: boolean }> {
  // The end is taken first: what is written while the sealer catches up may not be sealed yet.
  const end = await lastPosition(database, bureau)
  await catchUp(database, sealer, bureau)
  const agents = (await database.query<{ follower: string; position: number }>(agentsOf, [bureau])).rows
  const header: ExportHeader = {
    journal: 'oneseal',
    format: 1,
    bureau,
    entries: end,
    digest: (await sealAt(database, bureau, end))!,
    public: options.publicOnly,
    closed: true,
    ...(!options.publicOnly && { agents: Object.fromEntries(agents.map(({ follower, position }) => [follower, Math.min(position, end)])) }),
  }
  await write(JSON.stringify(header))
  const named = new Set<string>()
  const isOpen = opennessOf(options.kinds ?? [])
  let withheld = 0
  for (let after = 0; after < end; after += chunk) {
    const through = Math.min(end, after + chunk)
    const entries = await readEntries(database, bureau, { after, through })
    const seals = new Map(
      (await database.query<{ position: number; digest: string }>(sealsOf, [bureau, after, through])).rows.map((row) => [row.position, row.digest]),
    )
    for (const entry of entries) {
      const { personal, ...bare } = entry
      const digest = seals.get(entry.position) ?? ''
      if (options.publicOnly) {
        const drawn = { ...bare, data: drawVeil(entry.data) }
        const shown = isOpen(drawn)
        if (!shown) withheld++
        const line: SealedEntry | WithheldEntry = shown ? { ...drawn, digest } : { position: entry.position, withheld: true, digest }
        await write(JSON.stringify(line))
        continue
      }
      const line: SealedEntry = { ...bare, digest, ...(personal && { personal }) }
      await write(JSON.stringify(line))
      if (options.files) {
        digestsIn(entry.data, named)
        if (personal) digestsIn(personal.data, named)
      }
    }
  }
  const files = options.files ? await writeFiles(named, options.files, write) : 0
  await write(JSON.stringify({ files }))
  return { entries: end, files, withheld, overtaken: !options.publicOnly && (await personalChangedAfter(database, bureau, end)) }
}

async function personalChangedAfter(database: Database, bureau: string, after: number): Promise<boolean> {
  const types = [personalCorrected, personalErased]
  return (await readEntries(database, bureau, { after, through: await lastPosition(database, bureau), types, personal: false })).length > 0
}

async function writeFiles(digests: ReadonlySet<string>, read: FileReader, write: (line: string) => Promise<void> | void): Promise<number> {
  let files = 0
  for (const file of digests) {
    const found = await read(file)
    if (found === undefined) continue
    files++
    const parts = await partsOf(found.bytes)
    for (const [part, bytes] of parts.entries()) {
      const line: FilePart = { file, part, parts: parts.length, mediaType: found.mediaType, base64: bytes.toString('base64') }
      await write(JSON.stringify(line))
    }
  }
  return files
}

async function partsOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer[]> {
  const whole: Uint8Array[] = []
  for await (const piece of bytes) whole.push(piece)
  const all = Buffer.concat(whole)
  return Array.from({ length: Math.max(1, Math.ceil(all.length / partBytes)) }, (_, n) => all.subarray(n * partBytes, (n + 1) * partBytes))
}
