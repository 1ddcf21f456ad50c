import type { FormTitle } from './form-draft.ts'
import { narrow } from '../../money.ts'
import { key, withoutFieldCode } from './plain-words.ts'
import { leaf, type Token } from './token.ts'

const TITLE = /(绩效目标(申报|批复)?|自评)表(\([^()]*\))?$/

/** "3、软件升级费绩效目标表" and its like; null when the line is not the title of one project's form. */
export function formTitle(token: Token): FormTitle | null {
  if (!token.key.includes('表')) return null
  const plain = withoutFieldCode(token.text).trim()
  const body = key(plain)
  if (body.length > 160 || /[。；]/.test(plain) || !TITLE.test(body) || isWholeDepartment(body)) return null
  const numbered = /^\s*\(?(\d{1,3})\)?\s*[、.,]\s*/.exec(narrow(plain))
  const name = plain.slice(numbered ? numbered[0].length : 0).replace(/(项目)?(支出)?绩效(目标|自评)?(申报|批复)?表.*$|自评表.*$/, '')
  const generic = /^(\d{4}年(度)?)?(部门)?(预算|决算)?(项目|专项|专项资金)?(支出)?(预算)?(绩效)?$/.test(key(name))
  return {
    number: numbered ? leaf(token, Number(numbered[1]), plain.slice(numbered[0].indexOf(numbered[1]!)).slice(0, numbered[1]!.length)) : null,
    name: generic ? null : leaf(token, name.trim(), name.trim()),
  }
}

/** 部门整体支出绩效目标表 and its like speak of the whole department, not of a project. */
export function isWholeDepartment(body: string): boolean {
  return /整体(支出)?(绩效)?|部门(预算)?绩效目标表/.test(body)
}
