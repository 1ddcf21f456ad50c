import type { FastifyRequest } from 'fastify'
import { isOwnOrigin } from './pass-door.ts'
import { wantsPage } from './refuse.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The fields of a form as they were sent, where its page must be able to send them once more. */
    postedForm: PostedForm | undefined
  }
}

export type PostedForm = Readonly<Record<string, string | readonly string[]>>

const longest = 1024 * 1024

export const isForm = (request: FastifyRequest): boolean => (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')

/**
 * Reads a form that was turned away before its body was read, so that nothing typed is lost with it. Another site's is left alone: its fields must not come
 * back as our own.
 */
export async function keepPostedForm(request: FastifyRequest): Promise<void> {
  if (request.postedForm !== undefined || !wantsPage(request) || !isForm(request) || !isOwnOrigin(request) || request.raw.readableEnded) return
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request.raw as AsyncIterable<Buffer>) {
    size += piece.length
    if (size > longest) return
    pieces.push(piece)
  }
  const sent = new URLSearchParams(Buffer.concat(pieces).toString('utf8'))
  request.postedForm = Object.fromEntries([...new Set(sent.keys())].map((name) => [name, sent.getAll(name)]))
}
