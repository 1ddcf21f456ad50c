/**
 * Gathers the questions of one turn of the event loop into one query, and keeps answers for `keepMs` (measured on the machine's steady clock).
 * `ask` answers undefined for what does not exist; that is kept too. `forget` makes the next question go to the database.
 */
export function batchedLookup<Value>(ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>, keepMs: number, most = 10_000) {
  const kept = new Map<string, { value: Value | undefined; until: number }>()
  let waiting: Map<string, { resolve: (value: Value | undefined) => void; reject: (error: unknown) => void }[]> | undefined

  const run = async (): Promise<void> => {
    const asked = waiting!
    waiting = undefined
    try {
      const found = await ask([...asked.keys()])
      if (kept.size > most) kept.clear()
      for (const [key, callers] of asked) {
        const value = found.get(key)
        kept.set(key, { value, until: performance.now() + keepMs })
        for (const caller of callers) caller.resolve(value)
      }
    } catch (error) {
      for (const callers of asked.values()) for (const caller of callers) caller.reject(error)
    }
  }

  return {
    find(key: string): Promise<Value | undefined> {
      const known = kept.get(key)
      if (known !== undefined && known.until > performance.now()) return Promise.resolve(known.value)
      return new Promise((resolve, reject) => {
        if (waiting === undefined) {
          waiting = new Map()
          setImmediate(() => void run())
        }
        const callers = waiting.get(key)
        if (callers === undefined) waiting.set(key, [{ resolve, reject }])
        else callers.push({ resolve, reject })
      })
    },
    forget(which: (value: Value) => boolean): void {
      for (const [key, { value }] of kept) if (value === undefined || which(value)) kept.delete(key)
    },
  }
}
