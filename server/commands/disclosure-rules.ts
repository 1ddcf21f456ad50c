import type { Readable, Writable } from 'node:stream'
import { ruleBook } from '../../rules/disclosure/audit/rule-book.ts'

/** `disclosure rules`: prints the rule book of `disclosure audit` as Markdown. */
export async function run(_input: Readable, output: Writable): Promise<number> {
  await new Promise<void>((resolve) => {
    output.once('error', () => resolve())
    output.write(ruleBook(), () => resolve())
  })
  return 0
}
