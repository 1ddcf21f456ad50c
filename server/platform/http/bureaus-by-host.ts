import type { Database } from '../database/database.ts'

interface Line {
  readonly bureau: string
  readonly hosts: readonly string[]
  readonly demonstration: boolean
}

const keptMs = 5000

/** Which bureau answers under a host name, and which are demonstrations: a handful of rows, kept for five seconds. */
export function bureausByHost(database: Database, configured: string) {
  let known: Promise<readonly Line[]> | undefined
  let until = 0
  const lines = (): Promise<readonly Line[]> => {
    if (known === undefined || performance.now() > until) {
      until = performance.now() + keptMs
      known = database.query<Line>('select bureau, hosts, demonstration from bureau').then(({ rows }) => rows)
      known.catch(() => {
        known = undefined
      })
    }
    return known
  }
  return {
    bureauOf: async (hostname: string): Promise<string> =>
      (await lines()).find(({ hosts }) => hosts.includes(hostname.toLowerCase()))?.bureau ?? configured,
    isDemonstration: async (bureau: string): Promise<boolean> => (await lines()).find((line) => line.bureau === bureau)?.demonstration ?? false,
    forget: (): void => {
      known = undefined
    },
  }
}
