// npm run bench: a PostgreSQL of its own with fsync on, the limit and the product on it, measured in turns; prints a table and writes docs/performance.md.
// After them the reading of budget documents. --only disclosure: that alone, written into the report as it stands.
// --cases N: how large the bureau of the lists is (1,000,000 when absent; made once by `oneseal demo generate` and kept). --rounds, --seconds: 7 and 4.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../scripts/dependencies.mjs'
import { measureActs } from './acts.mjs'
import { openKeptCluster } from './kept-cluster.mjs'
import { measureLists } from './lists.mjs'
import { measureDisclosure } from './measure-disclosure.mjs'
import { generateCases, startProduct, startServer } from './product.mjs'
import { disclosureSection, reportOf, withSection } from './report.mjs'

const { values } = parseArgs({
  options: { only: { type: 'string' }, cases: { type: 'string' }, rounds: { type: 'string' }, seconds: { type: 'string' } },
})
const whole = (text, fallback, least) => {
  const number = Number(text ?? fallback)
  if (!Number.isInteger(number) || number < least) throw new Error(`not a whole number of at least ${least}: ${text}`)
  return number
}
const cases = whole(values.cases, 1_000_000, 1000)
const rounds = whole(values.rounds, 7, 1)
const seconds = whole(values.seconds, 4, 1)
const small = Math.min(10_000, cases)
const told = (line) => process.stderr.write(`${line}\n`)
const reportFile = join(root, 'docs', 'performance.md')
const disclosure = () => measureDisclosure({ variants: 1000, rounds, told })

if (values.only !== undefined && values.only !== 'disclosure') throw new Error(`nothing is measured by that name: ${values.only}`)
if (values.only === 'disclosure') {
  const section = disclosureSection(disclosure())
  writeFileSync(reportFile, withSection(readFileSync(reportFile, 'utf8'), section))
  process.stdout.write(section)
  process.exit(0)
}

// The servers head process groups of their own: whoever breaks off ends them too.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
const cluster = await openKeptCluster()
try {
  told(`PostgreSQL ${cluster.version}, ${cluster.folder}`)
  const acts = await (async () => {
    const [productUrl, limitUrl] = [await cluster.fresh('product'), await cluster.fresh('least')]
    const [product, limit] = [
      await startProduct(productUrl),
      await startServer((port) => ['bench/limit-server.mjs', String(port)], { DATABASE_URL: limitUrl }),
    ]
    const measured = await measureActs({ productServer: product, limitServer: limit, rounds, seconds, told })
    await Promise.all([product.stop(), limit.stop()])
    return measured
  })()
  const [largeUrl, smallUrl] = [await cluster.kept(cases), await cluster.kept(small)]
  for (const [url, count] of [
    [largeUrl, cases],
    [smallUrl, small],
  ])
    generateCases(url, count)
  const [large, few] = [await startProduct(largeUrl), await startProduct(smallUrl)]
  const least = await startServer((port) => ['bench/least-lists.mjs', String(port)], { DATABASE_URL: largeUrl })
  const lists = await measureLists({
    large: { databaseUrl: largeUrl, port: large.port },
    small: { databaseUrl: smallUrl, port: few.port },
    leastPort: least.port,
    rounds,
    seconds: Math.max(1, Math.ceil(seconds / 2)),
    told,
  })
  await Promise.all([large.stop(), few.stop(), least.stop()])
  const report = reportOf({ acts, lists, disclosure: disclosure(), rounds, seconds, postgres: cluster.version, settings: cluster.settings })
  writeFileSync(reportFile, report)
  process.stdout.write(report)
} finally {
  await cluster.close()
}
process.exit(0)
