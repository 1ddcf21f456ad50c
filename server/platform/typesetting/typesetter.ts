import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Sheet } from '../../../rules/paper/sheet.ts'
import type { Result } from '../../../rules/refusal.ts'

export interface Typesetter {
  /**
   * Sets one sheet as PDF: same sheet and same fonts, same bytes. Refuses `glyph-missing` { codePoint, character } and
   * `character-unprintable` { codePoint }; rejects where the sheet cannot be set at all or the worker dies.
   */
  typeset(sheet: Sheet): Promise<Result<Uint8Array>>
  /** Ends the worker process; what still waits is rejected. */
  close(): Promise<void>
}

/** The house is shutting down: no fault of the sheet. */
export class TypesetterClosed extends Error {}

interface Job {
  readonly sheet: Sheet
  readonly resolve: (result: Result<Uint8Array>) => void
  readonly reject: (error: Error) => void
}

const workerFile = fileURLToPath(new URL('./typeset-worker.ts', import.meta.url))

/** A paper may wait a moment, a clerk may not: the worker takes what processor time the answers leave. */
function yieldToClerks(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW)
  } catch {
    // Where priorities may not be set the worker runs like everybody else.
  }
}

type Answer = { readonly result: Result<Uint8Array> } | { readonly failure: string }

/** Sheets wait in order; one is with the worker at a time, so a sheet that kills the worker takes no other with it. A sheet longer than `timeLimitMs` is given up. */
export const createTypesetter = (settings: { readonly fontFolders: readonly string[]; readonly timeLimitMs?: number }): Typesetter => {
  const waiting: Job[] = []
  let current: { readonly job: Job; readonly timer: NodeJS.Timeout } | undefined
  let worker: ChildProcess | undefined
  let closed = false

  const settle = (end: (job: Job) => void): void => {
    if (current === undefined) return
    clearTimeout(current.timer)
    const { job } = current
    current = undefined
    worker?.channel?.unref()
    end(job)
    next()
  }

  const fail = (of: ChildProcess, message: string): void => {
    if (worker !== of) return
    worker = undefined
    settle((job) => job.reject(new Error(`typesetting failed: ${message}`)))
  }

  const startWorker = (): ChildProcess => {
    const started = fork(workerFile, [JSON.stringify(settings.fontFolders)], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    if (started.pid !== undefined) yieldToClerks(started.pid)
    started.unref()
    started.channel?.unref()
    started.on('message', (answer: Answer) =>
      settle((job) => ('result' in answer ? job.resolve(answer.result) : job.reject(new Error(answer.failure)))),
    )
    started.on('error', (error) => fail(started, error.message))
    started.on('exit', (code, signal) => fail(started, `worker ended with ${code ?? signal}`))
    return started
  }

  const giveUp = (): void => {
    const stuck = worker
    if (stuck === undefined) return
    fail(stuck, 'took too long')
    stuck.kill('SIGKILL')
  }

  const next = (): void => {
    if (closed || current !== undefined) return
    const job = waiting.shift()
    if (job === undefined) return
    worker ??= startWorker()
    current = { job, timer: setTimeout(giveUp, settings.timeLimitMs ?? 60_000) }
    // While a sheet is being set the process stays; an idle worker keeps nobody alive.
    worker.channel?.ref()
    worker.send(job.sheet)
  }

  return {
    typeset: (sheet) =>
      new Promise((resolve, reject) => {
        if (closed) reject(new TypesetterClosed('the typesetter is closed'))
        waiting.push({ sheet, resolve, reject })
        next()
      }),
    close: async () => {
      closed = true
      const running = worker
      worker = undefined
      settle((job) => job.reject(new TypesetterClosed('the typesetter is closed')))
      for (const job of waiting.splice(0)) job.reject(new TypesetterClosed('the typesetter is closed'))
      running?.kill('SIGKILL')
    },
  }
}
