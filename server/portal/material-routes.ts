import { Type } from 'typebox'
import { sentenceOf } from '../../contract/refusal-texts.ts'
import { type Refusal, refused } from '../../rules/refusal.ts'
import { no, seeOther } from '../platform/http/answer.ts'
import { defineRoute, type RouteRow } from '../platform/http/route-row.ts'
import { statusOf } from '../platform/refusal-status.ts'
import { changeFiles, mostFiles } from './draft-materials.ts'
import { withDraft } from './draft-routes.ts'
import { addressOf } from './draft-steps.ts'
import { show } from './frame.ts'
import { materialsPage } from './materials-page.ts'

const Id = Type.String({ minLength: 1, maxLength: 80 })
const OfDraft = Type.Object({ id: Id })
const OfMaterial = Type.Object({ id: Id, material: Id })

/** Uploading and taking away the files of a draft. */
export const materialRoutes: readonly RouteRow[] = [
  defineRoute({
    method: 'GET',
    path: '/drafts/:id/materials',
    permission: 'citizen',
    audit: 'look-at-draft',
    summary: '上传材料',
    schema: { params: OfDraft, response: 'page' },
    handler: (visit, door) => withDraft(visit, door, (open) => show(visit, door, materialsPage(open, visit.csrf, door.settings.uploadLimitBytes))),
  }),
  defineRoute({
    method: 'POST',
    path: '/drafts/:id/materials/:material',
    permission: 'citizen',
    audit: 'upload-material',
    summary: '上传一项材料的文件',
    triesPerMinute: 600,
    schema: { params: OfMaterial, body: 'multipart', response: 'see-other' },
    handler: (visit, door) =>
      withDraft(visit, door, async (open) => {
        const { material } = visit.params
        if (!open.wanted.some(({ id }) => id === material)) return no(refused('page-not-found').refusal)
        const again = (refusal: Refusal) =>
          show(visit, door, materialsPage(open, visit.csrf, door.settings.uploadLimitBytes, { at: `f-${material}`, words: sentenceOf(refusal) }), {
            status: statusOf(refusal.code),
          })
        const parts = await visit.receiveParts()
        if (!parts.ok) return parts.refusal.code === 'csrf' ? no(parts.refusal) : again(parts.refusal)
        if (parts.files.length === 0) return again(refused('file-missing').refusal)
        if ((open.draft.materials[material]?.length ?? 0) + parts.files.length > mostFiles) return again(refused('too-many-files').refusal)
        const brought = parts.files.map(({ digest, name, size, mediaType }) => ({ digest, name, size, mediaType }))
        const add = (files: (typeof brought)[number][]) => [
          ...files.filter(({ digest }) => !brought.some((one) => one.digest === digest)),
          ...brought,
        ]
        await changeFiles(door.database, visit.bureau, open.draft, material, (files) => add([...files]), door.now())
        return seeOther(`${addressOf(open.draft, 'materials')}#m-${material}`)
      }),
  }),
  defineRoute({
    method: 'POST',
    path: '/drafts/:id/materials/:material/remove',
    permission: 'citizen',
    audit: 'remove-material',
    summary: '去掉一个文件',
    schema: { params: OfMaterial, body: Type.Object({ digest: Type.String({ maxLength: 64 }) }), response: 'see-other' },
    handler: (visit, door) =>
      withDraft(visit, door, async (open) => {
        const { material } = visit.params
        await changeFiles(
          door.database,
          visit.bureau,
          open.draft,
          material,
          (files) => files.filter(({ digest }) => digest !== visit.body.digest),
          door.now(),
        )
        return seeOther(`${addressOf(open.draft, 'materials')}#m-${material}`)
      }),
  }),
]
