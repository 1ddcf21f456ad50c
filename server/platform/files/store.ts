import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { accepted, type Result, refused } from '../../../rules/refusal.ts'
import { harmlessName } from './harmless-name.ts'
import type { StoredFile } from './receive-parts.ts'
import { sniff } from './sniff.ts'

/** Files by the SM3 of their content, on disk before anything names them. The same bytes are kept once. */
export interface FileStore {
  readonly limitBytes: number
  /** Takes what a person sends: measured, hashed and sniffed while it arrives. Refuses what is too large or of a kind not allowed. */
  take(bytes: AsyncIterable<Uint8Array>, name: string): Promise<Result<StoredFile>>
  /** Keeps what the house itself made (a typeset paper); answers the digest. */
  keep(bytes: Uint8Array): Promise<string>
  /** The content, or undefined where the store has no such file. */
  read(digest: string): Promise<{ readonly size: number; readonly stream: Readable } | undefined>
  /** Takes the bytes away for good. Not finding them is no fault. */
  forget(digest: string): Promise<void>
  /** Where the file lies, for programs that want a path. */
  pathOf(digest: string): string
}

const digestShape = /^[0-9a-f]{64}$/

export function openFileStore(folder: string, limitBytes: number): FileStore {
  const pathOf = (digest: string): string => {
    if (!digestShape.test(digest)) throw new Error('not a digest')
    return join(folder, digest.slice(0, 2), digest.slice(2, 4), digest)
  }
  const settle = async (incoming: string, digest: string): Promise<void> => {
    const path = pathOf(digest)
    await mkdir(dirname(path), { recursive: true })
    await rename(incoming, path)
    // The new name must outlive a power cut as the bytes do.
    const parent = await open(dirname(path))
    await parent.sync().finally(() => parent.close())
  }
  /**
   * All that is sent is read to its end, whatever comes of it: a sender that is cut off in the middle never sees the sentence, and what was left unread
   * would stand before the next request on the same connection. So a fault of the disk is thrown only then.
   */
  const write = async (incoming: string, bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, limit: number) => {
    const hash = createHash('sm3')
    let size = 0
    let fault: unknown
    const unless = async <A>(work: () => Promise<A>): Promise<A | undefined> => {
      if (fault !== undefined) return undefined
      return work().catch((error: unknown) => {
        fault = error
        return undefined
      })
    }
    await unless(() => mkdir(dirname(incoming), { recursive: true }))
    const file = await unless(() => open(incoming, 'wx', 0o600))
    try {
      for await (const chunk of bytes) {
        size += chunk.length
        if (size > limit || fault !== undefined) continue
        hash.update(chunk)
        // Not `write`: on a disk that is nearly full that keeps a part of the chunk and says nothing.
        await unless(() => file!.appendFile(chunk))
      }
      await unless(() => file!.sync())
    } finally {
      await file?.close()
    }
    if (fault !== undefined) throw fault
    return { size, digest: hash.digest('hex') }
  }
  const incomingPath = () => join(folder, '.incoming', randomUUID())

  return {
    limitBytes,
    pathOf,
    async take(bytes, name) {
      const incoming = incomingPath()
      try {
        const { size, digest } = await write(incoming, bytes, limitBytes)
        const shown = harmlessName(name)
        if (size > limitBytes) return refused('file-too-large', { detail: { limit: Math.floor(limitBytes / 1024 / 1024), name: shown } })
        if (size === 0) return refused('file-empty', { detail: { name: shown } })
        const kind = await sniff(incoming, shown)
        if (!kind.ok) return kind
        await settle(incoming, digest)
        return accepted({ digest, name: shown, size, mediaType: kind.value })
      } finally {
        await rm(incoming, { force: true })
      }
    },
    async keep(bytes) {
      const incoming = incomingPath()
      const { digest } = await write(incoming, [bytes], Number.POSITIVE_INFINITY)
      await settle(incoming, digest)
      return digest
    },
    async forget(digest) {
      await rm(pathOf(digest), { force: true })
    },
    async read(digest) {
      if (!digestShape.test(digest)) return undefined
      const path = pathOf(digest)
      const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw error
      })
      return found === undefined ? undefined : { size: found.size, stream: createReadStream(path) }
    },
  }
}
