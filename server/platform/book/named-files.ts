import { personalErased } from '../writer/personal-changes.ts'
import { digestsIn } from './digests-in.ts'
import type { SealedEntry } from './export-lines.ts'

/** The files that a book names, against those that came with it: one that is left out altogether breaks no digest. */
export class NamedFiles {
  readonly #types: ReadonlySet<string>
  /** Where each file that has not come yet was named first. */
  readonly #awaited = new Map<string, number>()
  #erasures = false

  /** `types`: entries whose digests name files. */
  constructor(types: readonly string[]) {
    this.#types = new Set(types)
  }

  see(entry: SealedEntry): void {
    if (entry.type === personalErased) this.#erasures = true
    if (!this.#types.has(entry.type)) return
    for (const digest of digestsIn(entry.data)) if (!this.#awaited.has(digest)) this.#awaited.set(digest, entry.position)
  }

  came(digest: string): void {
    this.#awaited.delete(digest)
  }

  /** What is to be said of files that did not come; empty where all did. The bytes of a file may lawfully be gone, but only with the personal data. */
  get sentence(): string {
    if (this.#awaited.size === 0) return ''
    // Entries come in order, and so does what they name.
    const [first] = this.#awaited.values()
    const why = this.#erasures ? '其中随个人信息依法删除的不再附上，其余是缺失的' : '账簿里没有删除个人信息的条目，这些文件是缺失的'
    return `账簿提到的文件有 ${this.#awaited.size} 个没有附上，最早的在第 ${first} 条：${why}。`
  }
}
