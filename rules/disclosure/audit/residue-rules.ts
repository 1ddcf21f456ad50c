import { CONSISTENCY, type DocumentRule, PLAIN_WRITING, PUBLICATION_RULES } from './rule.ts'

/** Words that tell the drafter what to write: they belong in the guide, not in the paper. */
const INSTRUCTION =
  /应至少包括|应当?包括以下|可从.{0,30}?提取|结合本部门实际情况予以|并应与.{0,20}?保持一致|[（(【〔](?:请|此处|注：请)[^（()）】〕]{0,30}[）)】〕]|请(?:根据|按照|结合).{0,20}?填写|此处填写/

const instruction: DocumentRule = {
  id: 'TEMPLATE-RESIDUE',
  demands: '公开文件中没有模板里写给填写人的话',
  source: PUBLICATION_RULES,
  severity: 'error',
  certainty: 'certain',
  satisfy: '删去这段话，写本部门的情况',
  check({ prose }, report) {
    for (const { line, text } of prose) {
      const found = INSTRUCTION.exec(text)
      if (found) report({ line }, found[0], `“${found[0]}”是模板中写给填写人的话`)
    }
  },
}

const GENERIC = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．])?(反映本(?:部门|单位)当年(?:全部|各项)?(?:收入|支出|收支)(?:情况)?)/

const generic: DocumentRule = {
  id: 'TEMPLATE-PHRASE',
  demands: '说明写本部门的情况，不留模板中解释栏目的话',
  source: PUBLICATION_RULES,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '直接写本部门的数字',
  check({ prose }, report) {
    for (const { line, text } of prose) {
      const found = GENERIC.exec(text.trim())
      if (found) report({ line }, found[1]!, `“${found[1]}”是模板中解释栏目的话，不成句`)
    }
  },
}

// A run is tried from its first character only, or a long row of X would be gone over from each of them.
const SIGN = '(?<![XＸx×*＊_＿○〇])(?:[XＸ]{2,60}|x{2,60}|×{2,60}|[*＊]{2,60}|[_＿]{2,60}|○{2,60}|〇{2,60})'
/** Before a unit or a body's kind, alone in its cell, or behind a colon. A masked name (张××) or telephone number is none. */
const BLANK_TO_FILL = new RegExp(
  `${SIGN}(?= {0,3}(?:年|月|日|亿元|万元|元|部门|单位|局|中心|委员会|办公室|项目|个|项|辆|台|套|平方米|%|％))|(?<=^|[\\t：:] {0,3})${SIGN}(?= {0,3}(?:$|\\t|，|。))`,
)

const blank: DocumentRule = {
  id: 'TEMPLATE-BLANK',
  demands: '模板中的“XX”等待填处已填写',
  source: PUBLICATION_RULES,
  severity: 'error',
  certainty: 'certain',
  satisfy: '填上实际内容',
  check({ telling }, report) {
    for (const { line, text } of telling.toFill) {
      if (!/[XＸ×x*＊_＿○〇]{2}/.test(text)) continue
      const found = BLANK_TO_FILL.exec(text)
      if (found) report({ line }, found[0], `“${found[0]}”没有填写`)
    }
  },
}

const FIELD_CODE =
  /\bTC\s+["“]?[^\\\n]{0,120}\\[fnl]\b|\bPAGEREF\s+_?\w+|\bTOC\s+\\[a-z]|\bHYPERLINK\s+(?:\\l|")|\bMERGEFIELD\s|\bSEQ\s+\S+\s+\\|\\\*\s*MERGEFORMAT|\bREF\s+_Ref\w+/

const fieldCode: DocumentRule = {
  id: 'FIELD-CODE',
  demands: '正文中没有显示出来的Word域代码',
  source: CONSISTENCY,
  severity: 'error',
  certainty: 'certain',
  satisfy: '在Word中隐藏或更新域（Alt+F9、F9），再导出',
  check({ telling }, report) {
    for (const { line, text } of telling.capitals) {
      if (!/[A-Z]{2}/.test(text)) continue
      const found = FIELD_CODE.exec(text)
      if (found) report({ line }, text.slice(found.index).trim(), '域代码显示在正文中')
    }
  },
}

const DOUBLED = /([，。；：、])\1|[，、；：]。|。[，、；：]|，、|、，/

const punctuation: DocumentRule = {
  id: 'PUNCTUATION',
  demands: '标点不重叠',
  source: PLAIN_WRITING,
  severity: 'warning',
  certainty: 'likely',
  satisfy: '删去多余的标点',
  check({ prose }, report) {
    for (const { line, text } of prose) {
      const found = DOUBLED.exec(text)
      if (found) report({ line }, found[0], `标点“${found[0]}”重叠`)
    }
  },
}

export const residueRules: readonly DocumentRule[] = [instruction, generic, blank, fieldCode, punctuation]
