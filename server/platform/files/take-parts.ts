import { existsSync } from 'node:fs'
import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../../rules/act.ts'
import { type Refusal, refused } from '../../../rules/refusal.ts'
import type { Database } from '../database/database.ts'
import type { ReceivedParts, StoredFile } from './receive-parts.ts'
import { recordUpload } from './file-table.ts'
import type { FileStore } from './store.ts'

interface Receiving {
  readonly database: Database
  readonly files: FileStore
  readonly now: () => Date
  readonly bureau: string
  readonly actor: Actor
  /** Judges the form token that came as a field before any file. */
  readonly tokenIsRight: (token: string) => boolean
  readonly formTokenSeen: boolean
}

/**
 * Takes a multipart body part by part. Without a form token in the header, the first part must be the field `csrf`; nothing is stored before it is right.
 * Every file that was taken is recorded as brought by this person. The first refusal ends the taking.
 */
export async function takeParts(request: FastifyRequest, house: Receiving): Promise<ReceivedParts> {
  if (!request.isMultipart()) return refused('body-type-not-allowed')
  try {
    return await takeEach(request, house)
  } catch (error) {
    if (error instanceof Error && brokenOff.test(error.message)) return refused('bad-multipart')
    throw error
  }
}

/** What the parser says of a body that ends too early or is cut wrongly. */
const brokenOff = /^(Unexpected end of|Part terminated early|Malformed|Multipart: Boundary not found)/

async function takeEach(request: FastifyRequest, house: Receiving): Promise<ReceivedParts> {
  const fields: Record<string, string> = {}
  const files: (StoredFile & { field: string })[] = []
  let tokenSeen = house.formTokenSeen
  let refusal: Refusal | undefined
  let fault: unknown
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      const value = String(part.value)
      if (part.fieldname === 'csrf') tokenSeen ||= house.tokenIsRight(value)
      else if (!value.isWellFormed() || value.includes('\0')) refusal ??= refused('bad-character', { detail: { field: '提交的内容' } }).refusal
      else fields[part.fieldname] = value
      if (!tokenSeen) refusal ??= refused('csrf').refusal
      continue
    }
    if (!tokenSeen) refusal ??= refused('csrf').refusal
    // A form may leave a file field empty: no name, no bytes.
    if (refusal !== undefined || fault !== undefined || (part.filename ?? '') === '') {
      part.file.resume()
      continue
    }
    // The parts after a fault of the disk are read too: left in the connection, they would stand before the next request.
    const taken = await house.files.take(part.file, part.filename).catch((error: unknown) => {
      fault = error
    })
    if (taken === undefined) continue
    if (!taken.ok) refusal ??= taken.refusal
    else files.push({ ...taken.value, field: part.fieldname })
  }
  if (fault !== undefined) throw fault
  if (refusal !== undefined) return { ok: false, refusal }
  for (const file of files) await recordUpload(house.database, house.bureau, house.actor, file, house.now())
  // An erasure may have taken the same bytes away while they were written down.
  if (files.some(({ digest }) => !existsSync(house.files.pathOf(digest)))) return refused('bad-multipart')
  return { ok: true, fields, files }
}
