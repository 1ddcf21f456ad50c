import { personalErased } from '../writer/personal-changes.ts'
import { keyOf } from '../writer/subject-cache.ts'
import { digestsIn } from './digests-in.ts'
import type { SealedEntry } from './export-lines.ts'

interface Naming {
  readonly subject: string
  readonly position: number
}

/** The files that a book names, against those that came with it: one that is left out altogether breaks no digest. */
export class NamedFiles {
  readonly #types: ReadonlySet<string>
  /** Who named each file that has not come yet. */
  readonly #awaited = new Map<string, Naming[]>()
  /** Whose personal data is not there, by the position of the entry. */
  readonly #bare = new Map<number, string>()
  /** The subjects whose personal data was erased, with the last entry that says so. */
  readonly #erased = new Map<string, number>()

  /** `types`: entries whose digests name files. */
  constructor(types: readonly string[]) {
    this.#types = new Set(types)
  }

  see(entry: SealedEntry): void {
    const subject = keyOf(entry.subject)
    if (entry.personalCommitment !== null && entry.personal === undefined) this.#bare.set(entry.position, subject)
    if (entry.type === personalErased) this.#erase(entry)
    if (!this.#types.has(entry.type)) return
    for (const digest of digestsIn(entry.data)) {
      const naming = this.#awaited.get(digest) ?? []
      const last = naming.at(-1)
      if (last?.subject !== subject || this.#isLawful(last)) this.#awaited.set(digest, [...naming, { subject, position: entry.position }])
    }
  }

  #erase({ position, data }: SealedEntry): void {
    for (const erased of (data as { positions?: number[] }).positions ?? []) {
      const subject = this.#bare.get(erased)
      if (subject !== undefined) this.#erased.set(subject, position)
      this.#bare.delete(erased)
    }
  }

  came(digest: string): void {
    this.#awaited.delete(digest)
  }

  /** Gone with the personal data of the subject that named it, which was erased afterwards. */
  #isLawful({ subject, position }: Naming): boolean {
    return (this.#erased.get(subject) ?? 0) > position
  }

  /** A file that several subjects named lawfully went only with the personal data of all of them. */
  left(): { readonly missing: number; readonly first: number; readonly erased: number } {
    // Entries come in order, and so does what they name.
    const missing = [...this.#awaited.values()].flatMap((namings) => namings.find((naming) => !this.#isLawful(naming)) ?? [])
    return { missing: missing.length, first: missing[0]?.position ?? 0, erased: this.#awaited.size - missing.length }
  }
}
