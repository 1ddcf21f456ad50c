import type { BureauFacts } from '../../../rules/paper/facts.ts'
import type { SealPlace } from '../../../rules/paper/sheet.ts'
import { type Bureau, sealOn } from '../../../rules/people/bureau.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { FileStore } from '../../platform/files/store.ts'

const seals = { demonstration: { draw: 'specimen', note: '演示用章\n无 效 力' }, byHand: { draw: 'place' } } as const

/** The seal in force on the day of the paper: the bureau's image, else room to stamp by hand; a demonstration's papers bear a specimen. */
async function sealFor(bureau: Bureau, day: PlainDate, files: FileStore): Promise<SealPlace> {
  if (bureau.demonstration) return seals.demonstration
  const image = sealOn(bureau, day)
  const stored = image && (await files.read(image.digest))
  if (!stored) return seals.byHand
  const bytes = Buffer.concat(await stored.stream.toArray())
  const format = bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47])) ? 'png' : 'svg'
  return { draw: 'image', format, base64: bytes.toString('base64'), widthMm: 42 }
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
