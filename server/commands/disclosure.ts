import type { Readable, Writable } from 'node:stream'

type Command = (input: Readable, output: Writable, args: readonly string[]) => Promise<number>

/** The subcommands of `oneseal disclosure`, loaded only when called. */
const commands: Readonly<Record<string, () => Promise<{ readonly run: Command }>>> = {
  audit: () => import('./disclosure-audit.ts'),
  import: () => import('./disclosure-import.ts'),
  read: () => import('./disclosure-read.ts'),
  render: () => import('./disclosure-render.ts'),
  rules: () => import('./disclosure-rules.ts'),
}

/** `disclosure read FILE` and its sisters; an unknown word is answered on standard error with exit status 2. */
export async function run(input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const [name = '', ...rest] = args
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    process.stderr.write(`请写明要做什么：disclosure ${Object.keys(commands).join('、disclosure ')}\n`)
    return 2
  }
  return (await load()).run(input, output, rest)
}
