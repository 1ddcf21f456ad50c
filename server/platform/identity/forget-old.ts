import { steadyNow } from '../book/steady-clock.ts'
import type { Tx } from '../database/database.ts'

/**
 * Takes away what no one can use any more: sessions over for thirty days (until then an administrator can still see them in the table), codes of
 * yesterday, and failures whose lock is past. Small statements by bureau, so that none holds the database.
 */
export async function forgetOldSecrets(tx: Tx, at: Date): Promise<void> {
  const { rows } = await tx.query<{ bureau: string }>('select bureau from bureau')
  for (const { bureau } of rows) {
    const values = [bureau, (await steadyNow(tx, bureau, at)).toISOString()]
    await tx.query("delete from session where bureau = $1 and coalesce(ended_at, expires_at) < $2::timestamptz - interval '30 days'", values)
    await tx.query("delete from sign_in_code where bureau = $1 and sent_at < $2::timestamptz - interval '2 days'", values)
    await tx.query("delete from sign_in_failure where bureau = $1 and last_at < $2::timestamptz - interval '1 day'", values)
  }
}
