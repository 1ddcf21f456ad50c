/**
 * A slow, plain checker of the 2020 document's arithmetic, written apart from the rules: it looks for figures in the page's text by its own
 * patterns, reckons in ten-thousandths of 万元 as whole numbers, and names every identity that does not hold.
 */

interface Figure {
  /** In 0.0001 万元. */
  readonly units: bigint
  /** The worth of the last printed decimal, in the same units. */
  readonly step: bigint
}

const WIDE = '０１２３４５６７８９'

function figure(written: string | undefined): Figure | null {
  if (written === undefined) return null
  const plain = [...written.trim()]
    .map((char) => (WIDE.includes(char) ? String(WIDE.indexOf(char)) : char === '．' ? '.' : char))
    .filter((char) => char !== ',' && char !== '，')
  const match = /^(\d+)(?:\.(\d{1,4}))?$/.exec(plain.join(''))
  if (!match) return null
  const decimals = match[2] ?? ''
  const units = BigInt(match[1]! + decimals.padEnd(4, '0'))
  return { units, step: units === 0n ? 0n : 10n ** BigInt(4 - decimals.length) }
}

const inOrder = (steps: readonly bigint[]): bigint[] => [...steps].sort((a, b) => (a < b ? -1 : 1))
const distance = (a: bigint, b: bigint): bigint => (a > b ? a - b : b - a)

/** Twice the difference may be as great as one finest step for each figure that was rounded. */
function adds(parts: readonly Figure[], total: Figure): boolean {
  const steps = [...parts, total].map(({ step }) => step).filter((step) => step > 0n)
  const finest = inOrder(steps)[0] ?? 1n
  const rounded = BigInt(parts.length === 1 ? 1 : parts.length + 1)
  return (
    distance(
      parts.reduce((sum, { units }) => sum + units, 0n),
      total.units,
    ) *
      2n <=
    finest * rounded
  )
}

const N = '([\\d.,，．０-９]+)'
const inText = (page: string, pattern: string): Figure | null => figure(new RegExp(pattern.replace('#', N)).exec(page)?.[1])

interface Form {
  readonly number: number
  readonly total: string
  readonly fiscal: string
  readonly other: string
  readonly plan: readonly string[]
}

function forms(lines: readonly string[]): Form[] {
  const starts = lines.flatMap((line, at) => (/^\d+、.*绩效目标表 TC/.test(line) ? [at] : []))
  return starts.map((start, index) => {
    const block = lines.slice(start, starts[index + 1] ?? lines.length)
    const behind = (label: string): string => block[block.indexOf(`\t${label}`) + 1]!.trim()
    const planAt = block.indexOf('\t12月底') + 2
    return {
      number: Number.parseInt(block[0]!, 10),
      total: behind('预算数'),
      fiscal: behind('其中：财政资金'),
      other: behind('其他资金'),
      plan: block.slice(planAt + 1, planAt + 5).map((cell) => cell.trim()),
    }
  })
}

function planFails(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '').map((cell) => figure(cell))
  if (filled.length === 0 || filled.some((one) => one === null)) return false
  const values = filled.map((one) => one!.units)
  const hundred = 1_000_000n
  const near = (value: bigint): boolean => distance(value, hundred) <= 500n
  const inParts = near(values.reduce((sum, value) => sum + value, 0n))
  const running = near(values.at(-1)!) && values.every((value, at) => at === 0 || value >= values[at - 1]!)
  return !inParts && !running
}

function assetsFail(lines: readonly string[]): boolean {
  const cells = lines.slice(lines.indexOf('\t资产总额'), lines.indexOf('七、名词解释'))
  const total = figure(cells[2])
  const rest = ['\t1、房屋（平方米）', '\t2、车辆（台、辆）', '\t3、单价在20万元以上的设备', '\t4、其他固定资产'].map((label) =>
    figure(cells[cells.indexOf(label) + 2]),
  )
  const known = rest.filter((one): one is Figure => one !== null)
  if (!total || known.length === 0) return false
  const sum = known.reduce((all, { units }) => all + units, 0n)
  // A class left blank may hold the difference only where nothing stands in the catch-all class.
  return (
    !adds(known.length === 1 ? [...known, { units: 0n, step: 0n }] : known, total) &&
    (sum > total.units || rest.at(-1) !== null || known.length === rest.length)
  )
}

/** The names of the identities that fail on this page. */
export function brokenIdentities(page: string): Set<string> {
  const lines = page.split('\n')
  const broken = new Set<string>()
  const say = (name: string, holds: boolean): void => void (holds || broken.add(name))
  const income = inText(page, '一般公共预算拨款收入#万元')
  const expenditure = inText(page, '部门支出预算为#万元')
  const basic = inText(page, '其中基本支出#万元')
  const personnel = inText(page, '包括人员经费#万元')
  const publicFunds = inText(page, '日常公用经费#万元')
  const project = inText(page, '；项目支出#万元')
  if (income && expenditure) say('income = expenditure', adds([income], expenditure))
  if (basic && project && expenditure) say('basic + project', adds([basic, project], expenditure))
  if (personnel && publicFunds && basic) say('personnel + public', adds([personnel, publicFunds], basic))

  const all = forms(lines)
  for (const { number, total, fiscal, other, plan } of all) {
    const [sum, parts] = [figure(total), [figure(fiscal), figure(other)].filter((one): one is Figure => one !== null)]
    if (sum && parts.length > 0) say(`project ${number}`, adds(parts, sum))
    if (planFails(plan)) broken.add(`plan ${number}`)
  }
  const totals = all.map((form) => figure(form.total))
  if (project && totals.every((one) => one !== null)) say('projects', adds(totals as Figure[], project))

  const years: [string, Figure | null, (Figure | null)[]][] = []
  for (const [year, head] of [
    ['2020', '部门2020年“三公经费”为'],
    ['2019', '2019年三公经费为'],
  ] as const) {
    const text = page.slice(page.indexOf(head))
    years.push([
      year,
      inText(text, `三公经费”?为#万元`),
      ['公务出国#万元', '公务用车购置费#万元', '公务用车运行费#万元', '公务接待#万元'].map((part) => inText(text, part)),
    ])
  }
  for (const [year, total, parts] of years) if (total && parts.every((part) => part !== null)) say(`三公 ${year}`, adds(parts as Figure[], total))
  const [now, then] = years
  const differences: [string, Figure | null, Figure | null, Figure | null][] = [
    ['三公 total', now![1], then![1], inText(page, '2020年三公经费减少#')],
    ['三公 running', now![2][2]!, then![2][2]!, inText(page, '公务用车运行维护费减少#万元')],
  ]
  for (const [name, a, b, told] of differences) {
    if (!a || !b || !told) continue
    const steps = [a, b, told].map(({ step }) => step).filter((step) => step > 0n)
    const finest = inOrder(steps)[0] ?? 0n
    say(name, a.units <= b.units && distance(distance(a.units, b.units), told.units) * 100n <= finest * 151n)
  }
  if (assetsFail(lines)) broken.add('assets')
  const procurement = inText(page, '政府采购安排#万元')
  const first = totals[0]
  // The text names no project: nothing binds the two figures.
  if (
    procurement &&
    first &&
    /政府采购安排[^，]*，为2019年叫号系统/.test(page) &&
    procurement.units * 2n > first.units * 2n + inOrder([procurement.step, first.step])[1]!
  )
    broken.add('procurement')
  return broken
}
