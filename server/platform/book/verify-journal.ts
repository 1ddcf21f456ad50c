import { createHash, type Hash } from 'node:crypto'
import {
  closingOf,
  type ExportHeader,
  entryOf,
  filePartOf,
  headerOf,
  parseExactLine,
  type SealedEntry,
  type WithheldEntry,
  withheldOf,
} from './export-lines.ts'
import { commitmentOf } from '../writer/personal.ts'
import { isDrawn, isVeiled } from '../writer/veil.ts'
import { personalCorrected, personalErased } from '../writer/personal-changes.ts'
import { NamedFiles } from './named-files.ts'
import { beforeFirst, digestOf, type SealHead } from './seal.ts'

type Fault = 'altered' | 'removed' | 'inserted' | 'reordered' | 'head' | 'personal' | 'header' | 'file'

export type Verified =
  | {
      readonly ok: true
      readonly header: ExportHeader
      readonly heads: number
      readonly lastHead: number
      readonly files: number
      readonly withheld: number
      /** Files that entries name and that lawfully should have come along. */
      readonly missing: number
      readonly sentence: string
    }
  | { readonly ok: false; readonly fault: Fault; readonly position: number; readonly sentence: string }

const no = (fault: Fault, position: number, sentence: string): Verified => ({ ok: false, fault, position, sentence })

/**
 * Checks an exported book with nothing but the file, and the published heads where there are any. Names the first entry that was altered, removed,
 * inserted or put elsewhere. Without heads it can only say that the book agrees with itself: whoever rewrites all of it can also seal all of it.
 * Where the entries that name files are known (`fileEntries`), it says before all else how many of these did not come along.
 */
export async function verifyLines(
  lines: AsyncIterable<string>,
  heads: readonly SealHead[] = [],
  fileEntries: readonly string[] = [],
): Promise<Verified> {
  const iterator = lines[Symbol.asyncIterator]()
  const next = async (): Promise<string | undefined> => {
    const { done, value } = await iterator.next()
    return done ? undefined : value
  }
  const first = await next()
  const header = first === undefined ? undefined : headerOf(parseExactLine(first))
  if (header === undefined) return no('header', 0, '这不是本系统导出的账簿：首行不是账簿的表头。')
  const named = new NamedFiles(header.public ? [] : fileEntries)
  const chain = new Chain(header, heads, named)
  let line = await next()
  for (; line !== undefined; line = await next()) {
    const value = parseExactLine(line)
    if (filePartOf(value) !== undefined || closingOf(value) !== undefined) break
    const withheld = withheldOf(value)
    const fault = withheld === undefined ? await chain.check(entryOf(value), next) : await chain.pass(withheld, next)
    if (fault !== undefined) return fault
  }
  const fault = chain.end()
  if (fault !== undefined) return fault
  const files = new Files(header.closed === true, named)
  for (; line !== undefined; line = await next()) {
    const broken = files.check(parseExactLine(line))
    if (broken !== undefined) return broken
  }
  return files.end() ?? chain.verdict(files.count)
}

class Chain {
  readonly #header: ExportHeader
  readonly #named: NamedFiles
  readonly #heads: SealHead[]
  readonly #headCount: number
  #previous = beforeFirst
  #position = 0
  #lastHead = 0
  /** Positions whose personal data is not there: lawful only where a later entry says that it was erased. */
  readonly #missing = new Set<number>()
  readonly #withheld: number[] = []
  /** Corrected personal data by the position of the correcting entry: what its commitment must be. */
  readonly #corrections = new Map<number, { position: number; commitment: string }[]>()

  constructor(header: ExportHeader, heads: readonly SealHead[], named: NamedFiles) {
    this.#header = header
    this.#named = named
    this.#heads = [...heads].sort((a, b) => a.position - b.position)
    this.#headCount = heads.length
  }

  async check(entry: SealedEntry | undefined, next: () => Promise<string | undefined>): Promise<Verified | undefined> {
    const expected = this.#position + 1
    if (entry === undefined) return no('altered', expected, `第 ${expected} 条被改动：这一行已不是账簿的条目。`)
    if (entry.position !== expected) return this.#outOfPlace(entry.position, expected, next)
    const { digest, ...sealed } = entry
    if (digestOf(this.#previous, this.#header.bureau, sealed) !== digest) return this.#differs(entry, next)
    if (expected > this.#header.entries) return no('inserted', expected, `第 ${expected} 条是多出来的：表头说共 ${this.#header.entries} 条。`)
    this.#named.see(entry)
    return this.#checkPersonal(entry) ?? this.#checkVeil(entry) ?? this.#goOn(expected, digest)
  }

  /** What the public edition does not show: the chain goes through its digest, which the next entry and the heads hold fast. */
  async pass({ position, digest }: WithheldEntry, next: () => Promise<string | undefined>): Promise<Verified | undefined> {
    const expected = this.#position + 1
    if (position !== expected) return this.#outOfPlace(position, expected, next)
    if (!this.#header.public) return no('removed', expected, `第 ${expected} 条的内容被删去：只有公开版才可以略去条目的内容。`)
    this.#withheld.push(expected)
    return this.#goOn(expected, digest)
  }

  #goOn(expected: number, digest: string): Verified | undefined {
    while (this.#heads[0]?.position === expected) {
      const head = this.#heads.shift()!
      if (head.digest !== digest) return this.#besidesHead(head)
      this.#lastHead = expected
    }
    this.#previous = digest
    this.#position = expected
    return undefined
  }

  async #outOfPlace(found: number, expected: number, next: () => Promise<string | undefined>): Promise<Verified> {
    if (found < expected) return no('inserted', expected, `第 ${expected} 条处多出一条（标作第 ${found} 条）。`)
    for (let line = await next(); line !== undefined; line = await next()) {
      if (entryOf(parseExactLine(line))?.position === expected) return no('reordered', expected, `第 ${expected} 条被调换了次序：它排到了后面。`)
    }
    return no('removed', expected, `第 ${expected} 条被删去。`)
  }

  /** The digest does not fit. When the line after it is the true entry of this place, this one was put in. */
  async #differs(entry: SealedEntry, next: () => Promise<string | undefined>): Promise<Verified> {
    const expected = entry.position
    const line = await next()
    const after = line === undefined ? undefined : entryOf(parseExactLine(line))
    if (after !== undefined) {
      const { digest, ...sealed } = after
      if (digestOf(this.#previous, this.#header.bureau, { ...sealed, position: expected }) === digest)
        return no('inserted', expected, `第 ${expected} 条是插入的：真正的第 ${expected} 条排在它后面。`)
    }
    const from = this.#firstWithheldBefore(expected)
    const where = from === expected ? `第 ${expected} 条` : `第 ${from} 条到第 ${expected} 条之间`
    return no('altered', from, `${where}被改动：内容与封存的摘要不符。`)
  }

  /** Where the run of withheld entries just before a position begins: a false digest of theirs shows only in the entry after them. */
  #firstWithheldBefore(position: number): number {
    let from = position
    for (let n = this.#withheld.length - 1; n >= 0 && this.#withheld[n] === from - 1; n--) from--
    return from
  }

  #besidesHead(head: SealHead): Verified {
    const from = this.#lastHead + 1
    const where = from === head.position ? `第 ${from} 条` : `第 ${from} 条到第 ${head.position} 条之间`
    return no('head', from, `${where}被改写过：与 ${head.day} 公布的封存值不符，而账簿自身前后一致，说明改写者重新计算了摘要。`)
  }

  #checkVeil({ position, data }: SealedEntry): Verified | undefined {
    if (!isVeiled(data) || isDrawn(data) === this.#header.public) return undefined
    return this.#header.public
      ? no('header', position, `表头被改动：写的是公开版，第 ${position} 条却带有应当遮去的文字。`)
      : no('personal', position, `第 ${position} 条的文字被遮去：只有公开版才可以遮去。`)
  }

  #checkPersonal(entry: SealedEntry): Verified | undefined {
    const { position, personalCommitment: commitment, personal } = entry
    for (const { position: corrected, commitment: given } of this.#corrections.get(position) ?? [])
      if (entry.type !== personalCorrected || commitment !== given)
        return no('personal', corrected, `第 ${corrected} 条的个人信息被改动：第 ${position} 条没有这样更正。`)
    this.#corrections.delete(position)
    if (entry.type === personalErased) for (const erased of (entry.data as { positions?: number[] }).positions ?? []) this.#missing.delete(erased)
    if (personal === undefined) {
      if (commitment !== null && !this.#header.public) this.#missing.add(position)
      return undefined
    }
    if (this.#header.public) return no('header', position, `表头被改动：写的是公开版，第 ${position} 条却带有个人信息。`)
    const given = commitmentOf(personal)
    if (typeof personal.correctedBy === 'number' && personal.correctedBy > position && commitment !== null) {
      const list = this.#corrections.get(personal.correctedBy) ?? []
      this.#corrections.set(personal.correctedBy, [...list, { position, commitment: given }])
      return undefined
    }
    return given === commitment && personal.correctedBy === null
      ? undefined
      : no('personal', position, `第 ${position} 条的个人信息被改动：与条目中的承诺值不符。`)
  }

  /** After the last entry: was the end cut off, are there heads beyond it, is personal data gone without a word? */
  end(): Verified | undefined {
    const { entries, digest } = this.#header
    if (this.#position < entries)
      return no('removed', this.#position + 1, `第 ${this.#position + 1} 条起被删去：表头说共 ${entries} 条，只剩 ${this.#position} 条。`)
    const beyond = this.#heads[0]
    if (beyond !== undefined)
      return no('removed', this.#position + 1, `第 ${this.#position + 1} 条起缺失：${beyond.day} 公布的封存值说明当时已有 ${beyond.position} 条。`)
    if (digest !== this.#previous) return no('header', 0, '表头被改动：所记的末条摘要与账簿不符。')
    const corrected = [...this.#corrections.values()].flat()[0]
    if (corrected !== undefined) return no('personal', corrected.position, `第 ${corrected.position} 条的个人信息被改动：账簿里没有更正它的条目。`)
    const missing = Math.min(...this.#missing)
    return this.#missing.size > 0 ? no('personal', missing, `第 ${missing} 条的个人信息缺失，而账簿里没有删除它的条目。`) : undefined
  }

  verdict(files: number): Verified {
    const { entries, public: forAnyone } = this.#header
    const edition = forAnyone ? '（公开版，不含个人信息、自由填写的文字和文件）' : ''
    const withFiles = files > 0 ? `，附文件 ${files} 个` : ''
    const { missing, first, erased } = this.#named.left()
    const lacking = missing === 0 ? '' : `附件不全：账簿提到的文件缺 ${missing} 个，最早的在第 ${first} 条。`
    const sentence =
      this.#headCount === 0
        ? `账簿${edition}前后一致，共 ${entries} 条${withFiles}（consistent up to ${entries}）。未对照公布的封存值，不能排除整本重写。`
        : this.#lastHead === entries
          ? `账簿${edition}${missing === 0 ? '完整无误' : '的条目无误'}，共 ${entries} 条${withFiles}，与公布的 ${this.#headCount} 个封存值相符。`
          : `账簿${edition}第 1 条到第 ${this.#lastHead} 条与公布的 ${this.#headCount} 个封存值相符；其后到第 ${entries} 条前后一致${withFiles}。`
    const withheld = this.#withheld.length
    const silent = withheld === 0 ? '' : `其中 ${withheld} 条没有公开内容，只核对了它们在链上的封存值。`
    const gone = erased === 0 ? '' : `另有 ${erased} 个文件已随个人信息依法删除。`
    return {
      ok: true,
      header: this.#header,
      heads: this.#headCount,
      lastHead: this.#lastHead,
      files,
      withheld,
      missing,
      sentence: `${lacking}${sentence}${silent}${gone}`,
    }
  }
}

class Files {
  count = 0
  readonly #mustClose: boolean
  readonly #named: NamedFiles
  #closed = false
  #open: { readonly file: string; readonly parts: number; readonly hash: Hash; part: number } | undefined

  constructor(mustClose: boolean, named: NamedFiles) {
    this.#mustClose = mustClose
    this.#named = named
  }

  check(value: unknown): Verified | undefined {
    if (this.#closed) return no('file', 0, '账簿收尾之后还有多出来的内容。')
    const closing = this.#open === undefined ? closingOf(value) : undefined
    if (closing !== undefined) {
      this.#closed = true
      return closing === this.count
        ? undefined
        : no('file', 0, `附件${closing > this.count ? '不全' : '有多余的'}：应有 ${closing} 个文件，实有 ${this.count} 个。`)
    }
    const part = filePartOf(value)
    if (part === undefined) return no('file', 0, '附件部分有一行被改动。')
    const open = part.part === 0 && this.#open === undefined ? { file: part.file, parts: part.parts, hash: createHash('sm3'), part: 0 } : this.#open
    if (open === undefined || open.file !== part.file || open.part !== part.part || open.parts !== part.parts)
      return no('file', 0, `文件 ${part.file} 的内容缺了一段。`)
    open.hash.update(Buffer.from(part.base64, 'base64'))
    open.part++
    this.#open = open
    if (open.part < open.parts) return undefined
    this.#open = undefined
    this.count++
    this.#named.came(open.file)
    return open.hash.digest('hex') === open.file ? undefined : no('file', 0, `文件 ${open.file} 被改动：内容与摘要不符。`)
  }

  end(): Verified | undefined {
    if (this.#open !== undefined) return no('file', 0, `文件 ${this.#open.file} 的内容不全。`)
    return this.#closed || !this.#mustClose ? undefined : no('file', 0, '账簿的末尾不全：没有收尾的一行，后面的文件可能缺失。')
  }
}
