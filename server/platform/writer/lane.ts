import { decideAhead } from './batch-ahead.ts'
import { answerAll, type Attempt, type Desk, runBatch } from './batch-run.ts'
import { saveAheadStatement } from './batch-save.ts'
import type { Waiting } from './command.ts'
import { RecentAnswers } from './recent-answers.ts'
import { SubjectCache } from './subject-cache.ts'

const mostCommands = 256
const mostBytes = 8 * 1024 * 1024
/** Batches sent and not yet answered: while one is on its way to the disk, the next is decided. */
const mostFlights = 3

/** From so many waiting commands on it pays to send them in two halves. */
const crowd = 8

/** The road of one bureau's commands into its book, in this process: waiting, decided, sent, answered, in one order. */
export interface Lane {
  add(waiting: Waiting): void
  /** Resolves when nothing waits and nothing is under way. */
  rest(): Promise<void>
}

export function openLane(desk: Desk, bureau: string, committed: (position: number) => void): Lane {
  const waiting: Waiting[] = []
  const cache = new SubjectCache()
  const answers = new RecentAnswers()
  /** The batches under way, oldest first. */
  const flights: { readonly commands: number; readonly result: Promise<unknown> }[] = []
  /** Grows with each failure: what was decided on an older memory may not be sent. */
  let memory = 0
  /** What failed is being done over: until its place in the book is certain, memory is mended, and nothing may be decided on it. */
  let mending = false
  let landed: Promise<void> = Promise.resolve()
  let running: Promise<void> | undefined
  let wake = () => {}

  function takeBatch(): Waiting[] {
    let bytes = 0
    let count = 0
    // With nothing on its way, half of a crowd goes first and the other half follows at once: then database and server work at the same time.
    const most = Math.min(mostCommands, flights.length === 0 && waiting.length >= crowd ? Math.ceil(waiting.length / 2) : waiting.length)
    while (count < most) {
      bytes += waiting[count]!.bytes
      if (count > 0 && bytes > mostBytes) break
      count++
    }
    return waiting.splice(0, count)
  }

  /** With batches on their way, the next one gathers as many commands first: many small ones would cost more than they gain. */
  const isWorthSending = (): boolean =>
    flights.length === 0 || (flights.length < mostFlights && waiting.length >= flights.reduce((sum, { commands }) => sum + commands, 0))

  async function carefully(batch: readonly Waiting[], before?: Parameters<typeof runBatch>[4]): Promise<void> {
    const was = cache.position
    await runBatch(desk, bureau, cache, batch, before)
    if (cache.position > was) committed(cache.position)
  }

  function send(batch: readonly Waiting[], attempt: Attempt): void {
    const from = cache.position
    const result = desk.database.sendTransaction(bureau, [saveAheadStatement(attempt.batch, attempt.keys, desk.makers, cache)]).then(
      () => undefined,
      (error: unknown) => ({ attempt, error }),
    )
    cache.keep(attempt.batch.slots, attempt.batch.position, attempt.batch.entries.at(-1)?.act_id)
    flights.push({ commands: batch.length, result })
    landed = landed.then(async () => {
      const failed = await result
      if (failed === undefined) {
        answerAll(batch, (n) => attempt.outcomes[n]!)
        if (attempt.batch.position > from) committed(attempt.batch.position)
      } else {
        memory++
        mending = true
        cache.forgetAll()
        answers.forgetAll()
        // What was sent behind it was decided on it, and fails too: not until that is certain may another take its place in the book.
        await Promise.all(flights.map((flight) => flight.result))
        // What wrote nothing has nothing by which to tell whether it stood: it is simply decided anew.
        const wrote = attempt.batch.entries.length > 0 || attempt.keys.length > 0
        await carefully(batch, wrote ? failed : undefined)
        mending = false
      }
      flights.shift()
      wake()
    })
  }

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      if (!isWorthSending()) {
        await new Promise<void>((resolve) => (wake = resolve))
        continue
      }
      const before = memory
      const batch = takeBatch()
      const attempt = cache.position < 0 || mending ? undefined : await decideAhead(desk, bureau, cache, answers, batch).catch(() => undefined)
      if (attempt !== undefined && before === memory) send(batch, attempt)
      else {
        await landed
        // What is not decided ahead may erase what was answered.
        answers.forgetAll()
        await carefully(batch)
      }
    }
    running = undefined
  }

  return {
    add(one) {
      waiting.push(one)
      if (running === undefined) running = work()
      else if (isWorthSending()) wake()
    },
    async rest() {
      await running
      await landed
    },
  }
}
