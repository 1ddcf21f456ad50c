import { Type } from 'typebox'
import { Id } from '../../../contract/case-parts.ts'
import { paperKindOfSubject } from '../../../rules/case/papers/paper-kind.ts'
import { paperRef } from '../../../rules/case/papers/paper-issue.ts'
import { paperKinds } from '../../../rules/paper/paper-kinds.ts'
import { refused } from '../../../rules/refusal.ts'
import { headersOf } from '../../platform/files/file-routes.ts'
import { no, stream } from '../../platform/http/answer.ts'
import type { Desk } from '../../platform/http/desk.ts'
import { defineRoute } from '../../platform/http/route-row.ts'
import { readSubject } from '../../platform/writer/subjects.ts'
import { createTypesetter } from '../../platform/typesetting/typesetter.ts'
import { mayLook, openCaseFor } from '../cases/public.ts'
import { typesetAgent } from './typeset-agent.ts'

const ById = Type.Object({ id: Id })

const lookAtPaper = defineRoute({
  method: 'GET',
  path: '/api/papers/:id',
  permission: 'signed-in',
  audit: 'look-at-paper',
  auditing: 'personal',
  summary: '文书的 PDF；inline=true 时在页面中预览',
  schema: { params: ById, query: Type.Object({ inline: Type.Optional(Type.Boolean()) }), response: 'file' },
  handler: async (visit, door) => {
    const { id } = visit.params
    const paper = mayLook(visit) ? (await readSubject(door.database, visit.bureau, paperKindOfSubject, id))?.state : undefined
    // Whoever may see the case may see its papers.
    const theCase = paper && (await openCaseFor(door.database, visit, paper.case.id))
    if (!paper || !theCase) return no(refused('paper-not-found').refusal)
    if (paper.digest === null) return no(refused('paper-not-ready').refusal)
    const file = await door.files.read(paper.digest)
    if (!file) return no(refused(paper.applicant === null ? 'personal-data-erased' : 'file-not-found').refusal)
    await visit.looked(paperRef(id))
    return stream(
      file.stream,
      headersOf('application/pdf', `${paperKinds[paper.kind].title} ${paper.number}.pdf`, file.size, visit.query.inline === true),
    )
  },
})

const setAgain = defineRoute({
  method: 'POST',
  path: '/api/papers/:id/set-again',
  permission: 'see-cases',
  audit: 'set-paper-again',
  act: 'set-paper-again',
  summary: '重新生成没有生成成功的文书',
  schema: { params: ById, body: Type.Object({}), response: Type.Object({ id: Type.String() }) },
})

/** 文书: sets what the cases desk issues, and hands it out to whoever may see the case. */
export const papersDesk: Desk = {
  name: 'papers',
  kinds: [],
  acts: [],
  rows: [],
  routes: [lookAtPaper, setAgain],
  agents: (ground) => [typesetAgent(ground, createTypesetter({ fontFolders: ground.settings.fontFolders }))],
}
