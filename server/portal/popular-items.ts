import type { Door } from '../platform/http/door.ts'

/** Codes of the items that were applied for most over the portal in the last ninety days, at most six, the most first. */
export async function popularItems({ database, now }: Pick<Door, 'database' | 'now'>, bureau: string): Promise<readonly string[]> {
  const since = new Date(now().getTime() - 90 * 86_400_000).toISOString()
  const { rows } = await database.query<{ item: string }>(
    `select item from draft where bureau = $1 and submitted is not null and case_id is null and saved_at > $2
     group by item order by count(*) desc, item limit 6`,
    [bureau, since],
  )
  return rows.map(({ item }) => item)
}
