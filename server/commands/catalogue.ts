import type { Readable, Writable } from 'node:stream'

const usage = `用法：
  oneseal catalogue import 文件.csv --mapping 映射.json [--bureau 代号] [--report 前缀] [--rehearse]
      把别的系统导出的事项目录收进本局目录，成为草稿，由事项编辑补充后提交审核。
      --report    把逐行报告存为 前缀.csv 和 前缀.json（默认为 文件.import-report）
      --rehearse  只读只查，不写入
  oneseal catalogue draft-shipped [--bureau 代号] [--institution 单位编码] [--office 科室代号或名称]
      把随产品附带的事项放进本局目录，成为草稿；写明科室的，都先归给它；单位不写就是本局。已在目录里的不动。
`

/** `oneseal catalogue import | draft-shipped`. Exit status 1 with a sentence when it could not be done, 2 for a wrong call. */
export async function run(_input: Readable, output: Writable, args: readonly string[]): Promise<number> {
  const [what, ...rest] = args
  const done =
    what === 'import'
      ? await (await import('./catalogue-import.ts')).importFile(output, rest)
      : what === 'draft-shipped'
        ? await (await import('./catalogue-shipped.ts')).draftShipped(output, rest)
        : undefined
  if (done === undefined) process.stderr.write(usage)
  return done ?? 2
}
