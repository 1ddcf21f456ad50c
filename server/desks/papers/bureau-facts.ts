import type { BureauFacts } from '../../../rules/paper/facts.ts'
import type { SealPlace } from '../../../rules/paper/sheet.ts'
import { type Bureau, sealOn } from '../../../rules/people/bureau.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { FileStore } from '../../platform/files/store.ts'

const seals = { demonstration: { draw: 'specimen', note: '演示用章\n无 效 力' }, byHand: { draw: 'place' } } as const

/** What kind of picture it is, by its first bytes. */
export function formatOf(bytes: Buffer): 'png' | 'jpg' | 'gif' | 'svg' {
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

/** What the bureau says of itself on a paper of that day; of remedies it speaks in general words until they are set. */
export async function bureauFactsOf(bureau: Bureau, day: PlainDate, files: FileStore): Promise<BureauFacts> {
  return {
    name: bureau.name,
    heading: bureau.heading,
    letterCode: bureau.letterCode,
    reviewOrgan: bureau.reviewOrgan || '本级人民政府',
    ...(bureau.onlineReview ? { onlineReview: bureau.onlineReview } : {}),
    court: bureau.court || '有管辖权的人民法院',
    address: bureau.address || '政务服务中心',
    phone: bureau.phone || '12345',
    seal: await sealFor(bureau, day, files),
    ...(bureau.demonstration ? { watermark: '样张 · 演示' } : {}),
  }
}
