import { Type } from 'typebox'
import {
  AnswersCheck,
  EligibilityAnswers,
  EligibilityOutcome,
  Export,
  FormAnswers,
  Guide,
  ItemCode,
  ItemList,
  ItemListQuery,
  RawItem,
  VersionNumber,
} from '../../../contract/catalogue.ts'
import { sentenceOfFault } from '../../../contract/catalogue-words.ts'
import { refused } from '../../../rules/refusal.ts'
import { checkAnswers } from '../../../rules/service-item/check-answers.ts'
import type { Answers } from '../../../rules/service-item/condition.ts'
import { checkEligibility } from '../../../rules/service-item/eligibility.ts'
import { requiredMaterials } from '../../../rules/service-item/required-materials.ts'
import { visibleFields } from '../../../rules/service-item/visible-form.ts'
import { json, no } from '../../platform/http/answer.ts'
import type { Door } from '../../platform/http/door.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { guideOf, materialView } from './guide-view.ts'
import { listItems } from './item-list-view.ts'
import { publishedVersion, shelfOf } from './shelf.ts'
import { todayOf } from './today.ts'

const ByCode = Type.Object({ code: ItemCode })
const notHere = (code: string) => no(refused('item-not-found', { detail: { code } }).refusal)
const shelf = (door: Door, bureau: string) => shelfOf(door.database, bureau, todayOf(door))

/** What everybody may know: the catalogue in force, its guides, and what one's own answers lead to. */
export const publicRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/catalogue/items',
    permission: 'public',
    audit: 'look-at-items',
    summary: '事项清单：可按平常话、拼音、首字母搜索，可按领域、服务对象筛选',
    schema: { query: ItemListQuery, response: ItemList },
    handler: async (visit, door) => json(listItems(await shelf(door, visit.bureau), visit.query)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/catalogue/items/:code',
    permission: 'public',
    audit: 'look-at-guide',
    summary: '办事指南：现行版本',
    schema: { params: ByCode, response: Guide },
    handler: async (visit, door) => {
      const item = (await shelf(door, visit.bureau)).items.get(visit.params.code)
      return item ? json(guideOf(item)) : notHere(visit.params.code)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/catalogue/items/:code/versions/:version',
    permission: 'public',
    audit: 'look-at-item-version',
    summary: '事项的某一个已发布版本，完整内容',
    schema: { params: Type.Object({ code: ItemCode, version: VersionNumber }), response: RawItem },
    handler: async (visit, door) => {
      const item = await publishedVersion(door.database, visit.bureau, visit.params.code, visit.params.version)
      return item ? json(item) : no(refused('item-version-not-found', { detail: visit.params }).refusal)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/items/:code/eligibility',
    permission: 'public',
    audit: 'check-eligibility',
    summary: '办前自测：按回答告知能否申请、为什么',
    schema: { params: ByCode, body: EligibilityAnswers, response: EligibilityOutcome },
    handler: async (visit, door) => {
      const item = (await shelf(door, visit.bureau)).items.get(visit.params.code)
      return item ? json(checkEligibility(item.eligibility, visit.body.answers)) : notHere(visit.params.code)
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/catalogue/items/:code/answers',
    permission: 'public',
    audit: 'check-answers',
    summary: '检查填写内容：哪些不对、要回答哪些问题、需要哪些材料（不保存）',
    schema: { params: ByCode, body: FormAnswers, response: AnswersCheck },
    handler: async (visit, door) => {
      const item = (await shelf(door, visit.bureau)).items.get(visit.params.code)
      if (!item) return notHere(visit.params.code)
      const answers = visit.body.answers as Answers
      return json({
        faults: checkAnswers(item.form, answers).map((fault) => ({ path: fault.path, code: fault.code, sentence: sentenceOfFault(fault) })),
        questions: visibleFields(item.form, answers).map((field) => field.id),
        materials: requiredMaterials(item, answers).map((material) => materialView(material, item)),
      })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/catalogue/export',
    permission: 'public',
    audit: 'export-catalogue',
    summary: '导出现行目录（JSON），可供其他系统导入',
    schema: { response: Export },
    handler: async (visit, door) => {
      const { items, day } = await shelf(door, visit.bureau)
      return json(
        { bureau: visit.bureau, on: day, items: [...items.values()] },
        { headers: { 'content-disposition': `attachment; filename="catalogue-${day}.json"` } },
      )
    },
  }),
]
