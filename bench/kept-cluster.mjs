// A PostgreSQL of the benchmark's own, fsync on, in a folder that is kept between runs: a million cases take long to make.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { homedir, totalmem } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { root } from '../scripts/dependencies.mjs'
import { startPostgres } from '../scripts/postgres.mjs'

/** The system's folder for what can be made again. PostgreSQL refuses to run as root, and its own user may not look into root's home. */
function cacheFolder() {
  if (process.getuid?.() === 0) return '/var/cache/oneseal-bench'
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'oneseal-bench')
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'oneseal-bench')
}

/** Changes when the generated histories would: where a file is imported from says nothing of them. Newer tables need no new ones: whoever opens the database brings it up to date. */
function versionOfCases() {
  const digest = createHash('sha256')
  for (const name of readdirSync(join(root, 'server/demo')).sort()) {
    const lines = readFileSync(join(root, 'server/demo', name), 'utf8').split('\n')
    digest.update(lines.filter((line) => !/^import |^\} from /.test(line)).join('\n'))
  }
  return digest.digest('hex').slice(0, 8)
}

export async function openKeptCluster() {
  const folder = cacheFolder()
  const gigabytes = Math.max(1, Math.min(4, Math.floor(totalmem() / 2 ** 32)))
  const settings = { shared_buffers: `${gigabytes}GB`, max_wal_size: '8GB', checkpoint_timeout: '30min' }
  const server = await startPostgres({ folder, fsync: true, settings })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  const urlOf = (name) => server.url.replace(/postgres$/, name)
  const version = versionOfCases()
  return {
    folder,
    settings,
    version: (await client.query('show server_version')).rows[0].server_version,
    /** An empty database, whatever stood under the name before. */
    async fresh(name) {
      await client.query(`drop database if exists ${name} with (force)`)
      await client.query(`create database ${name}`)
      return urlOf(name)
    },
    /** The database that keeps so many cases; databases of other versions of the tables go. */
    async kept(cases) {
      const name = `cases_${cases}_${version}`
      const { rows } = await client.query(`select datname from pg_database where datname like 'cases\\_%'`)
      for (const { datname } of rows) if (!datname.endsWith(`_${version}`)) await client.query(`drop database ${datname} with (force)`)
      if (!rows.some(({ datname }) => datname === name)) await client.query(`create database ${name}`)
      return urlOf(name)
    },
    async close() {
      await client.end()
      await server.stop()
    },
  }
}
