import { bureauWords } from '../../../rules/case/papers/facts-of-paper.ts'
import type { BureauFacts } from '../../../rules/paper/facts/shared-facts.ts'
import type { SealPlace } from '../../../rules/paper/sheet.ts'
import { type Bureau, sealOn } from '../../../rules/people/bureau.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { FileStore } from '../../platform/files/store.ts'

const seals = { demonstration: { draw: 'specimen', note: '演示用章\n无 效 力' }, byHand: { draw: 'place' } } as const

/** What kind of picture it is, by its first bytes. */
function formatOf(bytes: Buffer): 'png' | 'jpg' | 'gif' | 'svg' {
  const begins = (hex: string) => bytes.subarray(0, hex.length / 2).toString('hex') === hex
  return begins('89504e47') ? 'png' : begins('ffd8ff') ? 'jpg' : begins('47494638') ? 'gif' : 'svg'
}

/** The seal in force on the day of the paper: the bureau's image, else room to stamp by hand; a demonstration's papers bear a specimen. */
async function sealFor(bureau: Bureau, day: PlainDate, files: FileStore): Promise<SealPlace> {
  if (bureau.demonstration) return seals.demonstration
  const image = sealOn(bureau, day)
  const stored = image && (await files.read(image.digest))
  if (!stored) return seals.byHand
  const bytes = Buffer.concat(await stored.stream.toArray())
  return { draw: 'image', format: formatOf(bytes), base64: bytes.toString('base64'), widthMm: 42 }
}

/** What the bureau says of itself on a paper of that day, with its seal. */
export async function bureauFactsOf(bureau: Bureau, day: PlainDate, files: FileStore): Promise<BureauFacts> {
  return { ...bureauWords(bureau), seal: await sealFor(bureau, day, files) }
}
