import { connectionFailed, diskFull } from './database/database-faults.ts'
import { CommitUnknown } from './database/tx.ts'

type Tell = (what: string, error: unknown) => void

const minute = 60_000

/** What the world does to the house: everybody meets it at once, again and again, until somebody puts it right. */
const troubleIn = (error: unknown): string | undefined =>
  diskFull(error) ? 'the disk is full' : connectionFailed(error) || error instanceof CommitUnknown ? 'the database cannot be reached' : undefined

/**
 * Tells of a full disk and of a database that is away once, whole, and then once a minute how often it was met since; of everything else each time. Without
 * this a refused act each would fill the log, and the disk with it.
 */
export function troubleLog(tell: Tell): Tell {
  const met = new Map<string, number>()
  const again = (trouble: string): void => {
    const times = met.get(trouble)!
    if (times === 0) {
      met.delete(trouble)
      return
    }
    tell(`${trouble}: met ${times} more times within a minute`, undefined)
    watch(trouble)
  }
  const watch = (trouble: string): void => {
    met.set(trouble, 0)
    setTimeout(again, minute, trouble).unref()
  }
  return (what, error) => {
    const trouble = troubleIn(error)
    const times = trouble === undefined ? undefined : met.get(trouble)
    if (trouble !== undefined && times !== undefined) {
      met.set(trouble, times + 1)
      return
    }
    tell(what, error)
    if (trouble !== undefined) watch(trouble)
  }
}
