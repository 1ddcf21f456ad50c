import type { Database } from '../database/database.ts'

interface Line {
  readonly bureau: string
  readonly hosts: readonly string[]
  readonly demonstration: boolean
  readonly name: string
}

const keptMs = 5000

/** Which bureau answers under a host name, and which are demonstrations: a handful of rows, kept for five seconds. */
export function bureausByHost(database: Database, configured: string) {
  let known: Promise<readonly Line[]> | undefined
  let until = 0
  let last: readonly Line[] = []
  const lines = (): Promise<readonly Line[]> => {
    if (known === undefined || performance.now() > until) {
      until = performance.now() + keptMs
      known = database.query<Line>('select bureau, hosts, demonstration, name from bureau order by bureau').then(({ rows }) => rows)
      known
        .then((rows) => {
          last = rows
        })
        .catch(() => {
          known = undefined
        })
    }
    return known
  }
  const at = (hostname: string, among: readonly Line[]): string =>
    among.find(({ hosts }) => hosts.includes(hostname.toLowerCase()))?.bureau ?? configured
  return {
    /** As last known while the database is away: what was tried meanwhile belongs into that bureau's audit. Rejects before it was ever known. */
    bureauOf: async (hostname: string): Promise<string> =>
      at(
        hostname,
        await lines().catch((error: unknown) => {
          if (last.length > 0) return last
          throw error
        }),
      ),
    /** From memory, where the database may be what is broken; undefined before it was ever asked. */
    nameAt: (hostname: string): string | undefined => {
      const here = at(hostname, last)
      return last.find(({ bureau }) => bureau === here)?.name
    },
    isDemonstration: async (bureau: string): Promise<boolean> => (await lines()).find((line) => line.bureau === bureau)?.demonstration ?? false,
    forget: (): void => {
      known = undefined
    },
  }
}
