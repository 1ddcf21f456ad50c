import type { Place, TextLeaf } from '../document.ts'
import type { DocumentFacts } from './document-facts.ts'
import { rawOf, textOf } from './leaves.ts'
import { differenceOf, likelySlip } from './likeness.ts'
import { CONSISTENCY, type DocumentRule } from './rule.ts'
import { onceFor } from './once-for.ts'

interface NamedBody {
  readonly name: string
  readonly code: string
  readonly place: Place
  readonly quote: string
}

function bodiesIn({ document }: DocumentFacts): NamedBody[] {
  const bodies: NamedBody[] = []
  const add = (leaf: TextLeaf | null, code: TextLeaf | null = null): void => {
    const name = textOf(leaf).replace(/\s+/g, '')
    if (leaf && name !== '') bodies.push({ name, code: textOf(code), place: leaf.place, quote: rawOf(leaf) })
  }
  add(document.document.department)
  for (const institution of document.institutions) add(institution.name)
  for (const project of document.projects) add(project.unitName, project.unitCode)
  return bodies
}

const namedBodies = onceFor(bodiesIn)

const oneCodeTwoNames: DocumentRule = {
  id: 'NAME-CODE',
  demands: '一个单位编码对应一个单位名称',
  source: CONSISTENCY,
  severity: 'error',
  certainty: 'certain',
  satisfy: '统一单位名称，或改正编码',
  check(facts, report) {
    const first = new Map<string, NamedBody>()
    for (const body of namedBodies(facts)) {
      if (body.code === '') continue
      const before = first.get(body.code)
      if (!before) first.set(body.code, body)
      else if (!before.name.startsWith(body.name) && !body.name.startsWith(before.name))
        report(body.place, body.quote, `编码${body.code}在第${before.place.line}行是“${before.name}”，这里是“${body.name}”`)
    }
  },
}

/** How often a wording stands in the lines: the rarer of two names is the one to look at. */
function standing({ lines }: DocumentFacts, words: string): number {
  let count = 0
  for (const { text } of lines) if (text.length >= words.length && text.includes(words)) count++
  return count
}

const alike: DocumentRule = {
  id: 'NAME-SIMILAR',
  demands: '同一单位前后用同一个名称',
  source: CONSISTENCY,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '按机构编制文件核定名称，全文统一；确为两个单位的不必改',
  check(facts, report) {
    const bodies = namedBodies(facts)
    const names = [...new Set(bodies.map((body) => body.name))]
    for (const [index, name] of names.entries()) {
      for (const other of names.slice(index + 1)) {
        if (!likelySlip(name, other)) continue
        const { left, right } = differenceOf(name, other)
        // Compare by the part that differs with its ending: 政府服务中心 beside 政务服务中心.
        const tail = (whole: string, part: string): string => whole.slice(Math.max(0, whole.lastIndexOf(part) - 1))
        const rare = standing(facts, tail(name, left)) <= standing(facts, tail(other, right)) ? name : other
        const usual = rare === name ? other : name
        const [at, elsewhere] = [bodies.find((body) => body.name === rare)!, bodies.find((body) => body.name === usual)!]
        report(at.place, at.quote, `这里是“${rare}”，第${elsewhere.place.line}行是“${usual}”，疑为同一单位两种写法`)
      }
    }
  },
}

const FIELD = /(?:编制部门|编制单位|填报单位|填报部门|部门名称|单位名称|预算单位|主管部门|实施单位)\s*[：:]\s*([^\s：:]{4,40})/

const field: DocumentRule = {
  id: 'NAME-FIELD',
  demands: '表头中的编制部门写单位全称或规范简称',
  source: CONSISTENCY,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '改为单位全称',
  check(facts, report) {
    const names = new Set(namedBodies(facts).map((body) => body.name))
    if (names.size === 0) return
    for (const { line, text } of facts.telling.labelled) {
      if (text.length > 120 || !/部门|单位/.test(text)) continue
      const written = FIELD.exec(text)?.[1]
        ?.replace(/[（(].*$/, '')
        .replace(/^\d+/, '')
      if (!written || written.length < 4) continue
      if ([...names].some((name) => name.endsWith(written) || written.endsWith(name) || name.startsWith(written))) continue
      const like = [...names].find((name) => name.includes(written.slice(0, 4)))
      if (like) report({ line }, written, `“${written}”不是单位名称，疑为“${like}”`)
    }
  },
}

const variant: DocumentRule = {
  id: 'NAME-VARIANT',
  demands: '正文中的单位名称与机构设置一致',
  source: CONSISTENCY,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '改为单位全称',
  check(facts, report) {
    const names = [...new Set(namedBodies(facts).map((body) => body.name))].filter((name) => /(?:局|厅|处)$/.test(name) && name.length >= 8)
    for (const name of names) {
      const slip = `${name.slice(0, -1)}部门`
      for (const { line, text } of facts.prose) if (text.includes(slip)) report({ line }, slip, `“${slip}”与单位名称“${name}”不一致`)
    }
  },
}

const withoutForm = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)、.．]/, '')
    .replace(/(?:项目)?(?:支出)?(?:绩效目标(?:申报|自评)?表|绩效自评表)$/, '')

const title: DocumentRule = {
  id: 'NAME-TITLE',
  demands: '标题、目录域和表中的项目名称相同',
  source: CONSISTENCY,
  severity: 'error',
  certainty: 'certain',
  satisfy: '核定项目名称，各处改成一致',
  check({ prose, document }, report) {
    for (const { line, text } of prose) {
      const code = text.indexOf(' TC ')
      if (code < 0) continue
      const heading = withoutForm(text.slice(0, code))
      const inside = withoutForm(
        text
          .slice(code + 4)
          .replace(/\\[a-z].*$/i, '')
          .replace(/["“”]/g, ''),
      )
      if (heading === '' || inside === '' || heading === inside) continue
      const { left, right } = differenceOf(heading, inside)
      report({ line }, inside, `标题写“${heading}”，目录域写“${inside}”（“${left}”与“${right}”不同）`)
    }
    for (const project of document.projects) {
      const name = textOf(project.name).replace(/\s+/g, '')
      const at = project.number?.place.line
      const heading = prose.find(({ line }) => line === at)
      if (!heading || name === '') continue
      const written = withoutForm(heading.text.split(' TC ')[0]!)
      // One character for another; a title that leaves out 费 is short, not wrong.
      if (written.length === name.length && likelySlip(written, name))
        report({ line: heading.line }, heading.text.trim().split(' TC ')[0]!, `标题写“${written}”，表中项目名称是“${name}”`)
    }
  },
}

const otherYear: DocumentRule = {
  id: 'YEAR-OTHER',
  demands: '标题中的年度是本文件的年度',
  source: CONSISTENCY,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '改为本年度',
  check({ prose, year, kind }, report) {
    if (year === null) return
    const titled = kind === 'accounts' ? /(20\d\d)\s*年度?(?:部门|单位|本级)决算/ : /(20\d\d)\s*年度?(?:部门|单位|本级)预算/
    for (const { line, text } of prose) {
      const tight = text.trim()
      if (tight.length > 40 || /[。，；]|上年|对比|比较|增减|执行|结转|较|比/.test(tight)) continue
      const found = titled.exec(tight)
      if (found && Number(found[1]) !== year) report({ line }, tight, `标题写${found[1]}年，本文件是${year}年`)
    }
  },
}

const projectCode: DocumentRule = {
  id: 'CODE-PROJECT',
  demands: '项目编码不重复',
  source: CONSISTENCY,
  severity: 'error',
  certainty: 'certain',
  satisfy: '改正重复的项目编码',
  check({ projects }, report) {
    const first = new Map<string, { label: string; name: string }>()
    for (const { project, label, name } of projects) {
      const code = textOf(project.code)
      if (!project.code || !/[0-9A-Za-z]{4}/.test(code)) continue
      const before = first.get(code)
      if (!before) first.set(code, { label, name })
      // The same project may stand twice: once with its targets, once with what became of them.
      else if (before.name !== name)
        report(project.code.place, rawOf(project.code), `${label}“${name}”与${before.label}“${before.name}”的项目编码相同`)
    }
  },
}

export const nameRules: readonly DocumentRule[] = [oneCodeTwoNames, alike, field, variant, title, otherYear, projectCode]
