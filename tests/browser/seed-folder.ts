import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { readConfig } from '../../server/config.ts'
import { seedDemonstration } from '../../server/demonstration.ts'
import { type Served, serve } from '../../server/serve.ts'

/** Serves the demonstration from a data folder on a free port. */
export const serveDemonstration = (folder: string): Promise<Served> =>
  serve(readConfig({ ONESEAL_DATA: folder, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' }), seedDemonstration)

/**
 * A data folder of one's own with the demonstration in it. It is made once in `shared` by whichever file of the run comes first, and copied for each.
 */
export async function demonstrationFolder(shared: string): Promise<string> {
  const [made, ready] = [join(shared, 'made'), join(shared, 'ready')]
  if (mkdirSync(made, { recursive: true }) !== undefined) {
    await (await serveDemonstration(made)).stop()
    writeFileSync(ready, '')
  }
  while (!existsSync(ready)) await pause(100)
  const own = mkdtempSync(join(tmpdir(), 'oneseal-browser-'))
  cpSync(made, own, { recursive: true })
  return own
}
