import type { SourceLine } from './input.ts'

const SECTIONS = [
  { name: '部门职责', words: /职责|职能/ },
  { name: '机构设置', words: /机构设置|单位构成|机构情况|机构构成|预算单位/ },
  { name: '收支总体情况', words: /收支|收入说明|支出说明|收入预算|支出预算|收入支出|总体情况|收入决算/ },
  { name: '机关运行经费', words: /机关运行经费/ },
  { name: '“三公”经费', words: /三公/ },
  { name: '政府采购', words: /政府采购/ },
  { name: '国有资产', words: /国有资产|固定资产|资产占用/ },
  { name: '名词解释', words: /名词解释|专业名词|名词说明/ },
  { name: '绩效', words: /绩效/ },
] as const satisfies readonly { readonly name: string; readonly words: RegExp }[]

export type SectionName = (typeof SECTIONS)[number]['name']
export const SECTION_NAMES: readonly SectionName[] = SECTIONS.map(({ name }) => name)

/** A heading, or a sentence that says something of it (a figure, or that there is none). A definition alone does not tell the public anything. */
function speaksOf(text: string, words: RegExp): boolean {
  const tight = text.trim()
  const at = tight.search(words)
  if (at < 0) return false
  const behind = tight.replace(/^[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]/, '')
  if (/[：:](?:是?指|纳入|反映)/.test(behind)) return false
  return tight.length <= 45 || /\d|无|没有|未|不涉及/.test(behind)
}

/** The sections a document's lines speak of. */
export const sectionsIn = (lines: readonly SourceLine[]): ReadonlySet<SectionName> =>
  new Set(SECTIONS.filter(({ words }) => lines.some(({ text }) => words.test(text) && speaksOf(text, words))).map(({ name }) => name))
