import { CaseBoard } from '../../../contract/case-board.ts'
import { json } from '../../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../../platform/http/route-row.ts'
import { caseBoard } from './board-view.ts'
import { todayOf } from './look-routes.ts'

export const boardRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/api/cases/board',
    permission: 'see-statistics',
    audit: 'look-at-case-board',
    summary: '领导看板：全局在办件按科室、事项、灯号',
    schema: { response: CaseBoard },
    handler: async (visit, door) => json(await caseBoard(door.database, visit.bureau, todayOf(door))),
  }),
]
