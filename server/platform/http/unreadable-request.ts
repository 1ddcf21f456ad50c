import type { Socket } from 'node:net'
import { refused } from '../../../rules/refusal.ts'
import { problemOf } from './problem.ts'

const codes: Readonly<Record<string, string>> = { HPE_HEADER_OVERFLOW: 'request-too-long', ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow' }

/** A request whose head breaks the rules of HTTP never reaches the house: the connection itself gets the sentence, and is closed. */
export function answerUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return
  const problem = problemOf(refused(codes[error.code ?? ''] ?? 'bad-request').refusal)
  const body = JSON.stringify(problem)
  const head = ['content-type: application/problem+json; charset=utf-8', `content-length: ${Buffer.byteLength(body)}`, 'connection: close']
  socket.end(`HTTP/1.1 ${problem.status} \r\n${head.join('\r\n')}\r\n\r\n${body}`)
}
