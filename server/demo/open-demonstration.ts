import { seedDemonstration } from '../demonstration.ts'
import type { Database } from '../platform/database/database.ts'
import type { Settings } from '../platform/settings.ts'
import { openBureauHouse } from '../serve.ts'

/** Opens the demonstration bureau under the given code where it is not open yet: people, offices, catalogue; no cases. */
export async function openDemonstration(settings: Settings, database: Database, bureau: string): Promise<void> {
  const house = await openBureauHouse({ ...settings, bureau }, database)
  await seedDemonstration(house, database, { cases: 0 })
  await house.close()
}
