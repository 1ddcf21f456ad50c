// What was measured, as the text of docs/performance.md: each figure beside its bound, met or not, said plainly.
import { cpus, loadavg, totalmem } from 'node:os'

const number = (value, digits = 2) => value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
const verdict = (met) => (met ? '达到' : '**未达到**')

const classes = {
  number: '办件编号',
  name: '自然人姓名，按出现多少抽取',
  initials: '姓名拼音首字母',
  'commonest pair': '最常见的两个字',
  'word of half the firms': '约一半企业都有的词',
  miss: '没有人用的字',
}

const row = (cells) => `| ${cells.join(' | ')} |`
const DISCLOSURE_TITLE = '## 读取和检查预算公开文件'

/** The section on reading and auditing budget documents. */
export function disclosureSection({ rounds, pinned, wrong, txt, docx, together, memory }) {
  const line = (name, { documents, perSecond, scanPerSecond, share }, ...judged) =>
    row([name, documents.toLocaleString('en-US'), number(perSecond, 0), number(scanPerSecond, 0), number(share), ...judged])
  return `${DISCLOSURE_TITLE}

${new Date().toISOString().slice(0, 10)}，${rounds} 轮取中位数，${pinned ? '固定在一个核上' : '未能固定在一个核上'}，按处理器时间计（机器上有别的程序时也可比）。
产品 = \`disclosure read\` 加 \`audit\` 的全部规则；扫描（\`bench/disclosure.mjs\`）只解压并找出文字和表格的位置，什么也不理解。文件是 2020 年公开文件的变体，各不相同。

${row(['', '份数', '产品 每秒', '扫描 每秒', '比值', '要求', ''])}
|---|---|---|---|---|---|---|
${line('.txt', txt, '', '')}
${line('.docx', docx, '', '')}
${line('合计', together, '≥ 0.2', verdict(together.share >= 0.2 && wrong === 0))}

读出的内容与写入的不符：${wrong} 份${wrong === 0 ? '' : '（**因此比值不算数**）'}。各轮结束时占用内存（MB）：${memory.join('、')}。
`
}

/** The report with this section in the place of its older self, or before the last section where there was none. */
export function withSection(report, section) {
  const at = report.indexOf(`\n${DISCLOSURE_TITLE}`) + 1 || report.lastIndexOf('\n## ') + 1
  const rest = report.slice(at)
  const end = rest.startsWith(DISCLOSURE_TITLE) ? rest.indexOf('\n## ') + 1 || rest.length : 0
  return `${report.slice(0, at)}${section}\n${rest.slice(end)}`
}

export function reportOf({ acts, lists, disclosure, rounds, seconds, postgres, settings }) {
  const growth = (what) => lists[what].growth
  const worst = lists.searches.reduce((one, other) => (other.p95 > one.p95 ? other : one))
  const full = lists.cases >= 1_000_000
  return `# 性能 · Performance

由 \`npm run bench\` 写成，请勿手改。${new Date().toISOString().slice(0, 10)}，Node ${process.versions.node}，PostgreSQL ${postgres}（fsync 开，${Object.entries(
    settings,
  )
    .map(([name, value]) => `${name}=${value}`)
    .join('，')}）。
机器：${cpus()[0]?.model.trim() || '未知处理器'}，${cpus().length} 核，内存 ${number(totalmem() / 2 ** 30, 0)} GiB；测完时一分钟平均负载 ${number(loadavg()[0], 1)}。
负载高于核数说明机器上还有别的程序：绝对数字不可取，只看同一轮里交替测得的比值。${rounds} 轮，每轮每项约 ${seconds} 秒，取中位数。客户端、服务和数据库在同一台机器上。

## 办理动作

一次答复的动作 = 解析、会话、权限、校验、规则、时钟、记录、状态、清单行、定时、幂等键，落盘后才答复。
极限（\`bench/limit-server.mjs\`）只解析 JSON，用一条语句写办件行、日志和待发件，多个请求合用一次提交。
产品办的是整件：收件、受理、现场勘验、审查、准予、送达，六个动作里五个出文书、取编号，一个动作平均写三条账目；极限每步写一条。量一方时另一方停住。

${row(['', '产品', '极限', '比值', '要求', ''])}
|---|---|---|---|---|---|
${row(['32 个客户端，每秒动作', number(acts.at32.product, 0), number(acts.at32.limit, 0), number(acts.at32.share), '≥ 0.5', verdict(acts.at32.share >= 0.5)])}
${row(['1 个客户端，p50 毫秒', number(acts.at1.product), number(acts.at1.limit), number(acts.at1.ratio), '≤ 2.5', verdict(acts.at1.ratio <= 2.5)])}

## 清单和办件页

${lists.cases.toLocaleString('en-US')} 件${full ? '' : '（**少于要求的 1,000,000 件**：本次用 `--cases` 缩小，下面的结论只对这个规模成立）'}，8 个客户端；清单 50 行，本科室范围，按承诺时限排列。
最小服务（\`bench/least-lists.mjs\`）用同一索引取同样的行，不登录、不算灯、不记审计。

${row(['', '产品 每秒', '最小服务 每秒', '比值', '要求', '', `p50 与 ${lists.smallCases.toLocaleString('en-US')} 件时之比`, '要求', ''])}
|---|---|---|---|---|---|---|---|---|
${row(['清单', number(lists.list.product, 0), number(lists.list.least, 0), number(lists.list.share), '≥ 0.5', verdict(lists.list.share >= 0.5), number(growth('list')), '≤ 1.5', verdict(growth('list') <= 1.5)])}
${row(['办件页', number(lists.page.product, 0), number(lists.page.least, 0), number(lists.page.share), '≥ 0.5', verdict(lists.page.share >= 0.5), number(growth('page')), '≤ 1.5', verdict(growth('page') <= 1.5)])}

## 查找

一个客户端，新的在前，一次一查，每个词事先查过一遍；经 HTTP，含会话、权限和审计。p95 最差的一类：${classes[worst.name]}，${number(worst.p95)} 毫秒。

${row(['查什么', 'p50 毫秒', 'p95 毫秒', '要求', '', `p50 与 ${lists.smallCases.toLocaleString('en-US')} 件时之比`, '要求', ''])}
|---|---|---|---|---|---|---|---|
${lists.searches.map((one) => row([classes[one.name], number(one.p50), number(one.p95), '< 10', verdict(one.p95 < 10), number(one.growth), '≤ 1.5', verdict(one.growth <= 1.5)])).join('\n')}

${disclosureSection(disclosure)}
## 怎样重测

\`npm run bench\`（需要本机装有 PostgreSQL 15 以上的程序）。第一次要用 \`oneseal demo generate\` 生成一百万件的历史，存放在系统的缓存文件夹里，以后重用；
\`npm run bench -- --cases 20000\` 用较小的规模，报告里会写明。
\`npm run bench -- --only disclosure\` 只重测预算公开文件一节，不需要数据库。
`
}
