import type { Readable, Writable } from 'node:stream'

/** A command: reads `input`, writes nothing but its answers to `output`, and may resolve to an exit status. */
type Command = (input: Readable, output: Writable, args: readonly string[]) => Promise<unknown>

/** Loaded only when called, so that a small command starts fast. */
const commands: Readonly<Record<string, () => Promise<{ readonly run: Command }>>> = {
  catalogue: () => import('./commands/catalogue.ts'),
  demo: () => import('./commands/demo.ts'),
  disclosure: () => import('./commands/disclosure.ts'),
  due: () => import('./commands/due.ts'),
  identify: () => import('./commands/identify.ts'),
  init: () => import('./commands/init.ts'),
  journal: () => import('./commands/journal.ts'),
  verify: () => import('./commands/verify.ts'),
}

const [name = '', ...args] = process.argv.slice(2)
const load = Object.hasOwn(commands, name) ? commands[name] : undefined
if (load === undefined) {
  process.stderr.write(`${name === '' ? '请写明命令' : `没有这个命令：${name}`}。可用的命令：${Object.keys(commands).join('、')}\n`)
  process.exitCode = 2
} else {
  const { run } = await load()
  try {
    const status = await run(process.stdin, process.stdout, args)
    process.exitCode = typeof status === 'number' ? status : 0
  } catch (error) {
    const { troubleSentence } = await import('./platform/trouble-sentence.ts')
    const sentence = troubleSentence(error)
    if (sentence === undefined) throw error
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
  }
}
