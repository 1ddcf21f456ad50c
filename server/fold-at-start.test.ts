import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { foldAnewAtStart } from './fold-at-start.ts'
import { foldedAs } from './folded-as.ts'
import { openBookDatabase, openBureauHouse } from './serve.ts'

const home = mkdtempSync(join(tmpdir(), 'oneseal-fold-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const settings = readConfig({ ONESEAL_DATA: home, ONESEAL_BUREAU: 'haigang', LOG_LEVEL: 'silent' })

it('folds a short book anew when the rules are others than those of its states, and says what to do where it may not', async () => {
  const details = ['--bureau', 'haigang', '--name', '海港区行政审批局', '--letter-code', '海审批', '--region', '130302', '--unit-code', '500001']
  const people = ['--admin-name', '甲某', '--security-name', '乙某', '--audit-name', '丙某']
  const cli = new URL('cli.ts', import.meta.url).pathname
  const env = { PATH: process.env.PATH, ONESEAL_DATA: home, TZ: 'Asia/Shanghai' }
  expect(spawnSync(process.execPath, [cli, 'init', ...details, ...people], { input: '', env }).status).toBe(0)

  const database = await openBookDatabase(settings)
  const house = await openBureauHouse(settings, database)
  const said: string[] = []
  const start = (longest?: number) => foldAnewAtStart(database, (line) => said.push(line), longest)
  const states = async () => ((await house.app.inject('/api/health')).json() as { states: string }).states
  const nameOfBureau = async () =>
    (await database.query<{ name: string }>(`SELECT state ->> 'name' AS name FROM subject WHERE kind = 'bureau'`)).rows[0]!.name
  const beOlder = () => database.query(`UPDATE folded SET folded_as = '0 older'`)
  await start()
  expect([await states(), said]).toEqual(['current', []])

  await database.query(`UPDATE subject SET state = (state::jsonb || '{"name": "旧"}')::json WHERE kind = 'bureau'`)
  await beOlder()
  await start(3)
  expect([await states(), said.splice(0)]).toEqual(['older', [expect.stringContaining('journal refold --mend --bureau haigang')]])

  const held = `INSERT INTO checkpoint (bureau, follower, agent, holder, held_until) VALUES ('haigang', 'x', true, 'p', now() + interval '10 minutes')`
  await database.query(held)
  await start()
  expect([await states(), await nameOfBureau(), said.splice(0)]).toEqual(['older', '旧', [expect.stringContaining('另有服务正在办理')]])

  await database.query(`DELETE FROM checkpoint WHERE follower = 'x'`)
  await start()
  expect([await states(), await nameOfBureau()]).toEqual(['current', '海港区行政审批局'])
  expect(said.splice(0)).toEqual([expect.stringMatching(/^新版本的规则：照账簿重算了审批局 haigang 的 \d+ 个主体，更新了 1 个。$/)])
  expect((await database.query<{ as: string }>('SELECT folded_as AS "as" FROM folded')).rows).toEqual([{ as: foldedAs }])

  // From before this was kept.
  await database.query('DELETE FROM folded')
  await start()
  expect([await states(), said]).toEqual(['current', []])
  await house.close()
  await database.close()
})
