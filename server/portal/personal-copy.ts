import { caseKind } from '../../rules/case/case-kind.ts'
import type { Citizen } from '../../rules/people/citizen.ts'
import { listCases } from '../desks/cases/public.ts'
import { statesOf, viewCitizen } from '../desks/people/public.ts'
import type { Door } from '../platform/http/door.ts'
import type { Visit } from '../platform/http/visit.ts'
import { readSubject } from '../platform/writer/subjects.ts'
import { openDrafts } from './drafts.ts'
import { todayOf } from './frame.ts'

/** All that is kept of this citizen, in words a program can read too, numbers unmasked: it is her own copy (个人信息保护法 45). */
export async function personalCopy(visit: Visit, door: Door): Promise<object> {
  const { bureau, actor } = visit
  const me = (await statesOf<Citizen>(door.database, bureau, 'citizen', [actor.id])).get(actor.id)!
  const { firms } = await viewCitizen(door, bureau, actor.id)
  const cases: object[] = []
  for (const id of await ownCaseIds(visit, door)) {
    const found = await readSubject(door.database, bureau, caseKind, id)
    if (found === undefined) continue
    const { number, item, origin, phase, applicant, answers, materials, papers } = found.state
    cases.push({
      办件编号: number,
      事项: item.name,
      收到日期: origin.receivedOn,
      状态: phase,
      申请人: applicant,
      填写内容: answers,
      材料: materials,
      文书: papers,
    })
  }
  const drafts = await openDrafts(door.database, bureau, actor.id)
  return {
    生成时间: door.now().toISOString(),
    账户: { 手机号: me.phone, 姓名: me.name, 身份证号码: me.residentId, 实名等级: me.level },
    单位: firms,
    办件: cases,
    未提交的申请: drafts.map(({ item, savedAt, contact, answers, materials }) => ({
      事项: item,
      保存时间: savedAt,
      联系方式: contact,
      填写内容: answers,
      材料: materials,
    })),
  }
}

async function ownCaseIds(visit: Visit, door: Door): Promise<readonly string[]> {
  const ids: string[] = []
  for (let after: string | undefined; ; ) {
    const { rows, next } = await listCases(door.database, {
      bureau: visit.bureau,
      scope: { kind: 'account', of: visit.actor.id },
      query: { limit: 200, sort: 'newest', ...(after === undefined ? {} : { after }) },
      me: visit.actor.id,
      today: todayOf(door),
    })
    ids.push(...rows.map(({ id }) => id))
    if (next === null) return ids
    after = next
  }
}
