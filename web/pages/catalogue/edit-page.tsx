import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button, Input, Skeleton } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Static } from 'typebox'
import type { OfficeLine } from '../../../contract/people.ts'
import type { Json } from '../../../rules/act.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { validateItem } from '../../../rules/service-item/validate.ts'
import { call, newKey, Problem } from '../../api.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { Findings } from './findings.tsx'
import type { OwnChoices } from './item-choices.ts'
import { TreeForm } from './tree-form.tsx'
import { type Page, useItemDraft } from './use-item-draft.ts'

/** Changes a draft, or begins a new one from a published version. The rules speak while one writes. */
export default function EditPage() {
  const { code = '', version = '' } = useParams()
  const found = useQuery({
    queryKey: ['version', code, version],
    queryFn: () => call<Page>(`/api/catalogue/versions/${code}/${version}`),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (found.data === undefined)
    return (
      <>
        <PageTitle title="编辑事项" />
        {found.isPending ? <Skeleton active paragraph={{ rows: 10 }} /> : <Trouble error={found.error} retry={() => found.refetch()} />}
      </>
    )
  return <Editor page={found.data} />
}

function Editor({ page }: { readonly page: Page }) {
  const navigate = useNavigate()
  const { item, base, meeting, put, meet, takeTheirs } = useItemDraft(page)
  const [text, setText] = useState<string>()
  const [note, setNote] = useState('')
  const key = useRef(newKey())
  const draft = page.status === 'draft'
  const { code, version } = page.item
  const broken = useMemo(() => {
    if (text === undefined) return ''
    try {
      JSON.parse(text)
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }, [text])
  const offices = useQuery({ queryKey: ['offices'], staleTime: 300_000, queryFn: () => call<Static<typeof OfficeLine>[]>('/api/people/offices') })
  const own = useMemo((): OwnChoices => {
    const open = (offices.data ?? []).filter(({ closed }) => !closed)
    const words = (kind: string, code: (one: (typeof open)[number]) => string) =>
      Object.fromEntries(open.filter((one) => one.kind === kind).map((one) => [code(one), one.name]))
    return offices.data
      ? { institution: words('institution', ({ unitCode, id }) => unitCode || id), office: words('department', ({ id }) => id) }
      : {}
  }, [offices.data])
  const findings = useMemo(() => validateItem(item), [item])
  const faults = useMemo(() => {
    const byPath = new Map<string, string[]>()
    for (const { path, sentence } of findings) byPath.set(path, [...(byPath.get(path) ?? []), sentence])
    return byPath
  }, [findings])
  const save = useMutation({
    mutationFn: () =>
      draft
        ? call<{ code: string; version: number }>(`/api/catalogue/versions/${code}/${version}`, {
            method: 'PUT',
            key: key.current,
            body: { item, note, seq: base.seq },
          })
        : call<{ code: string; version: number }>('/api/catalogue/versions', { method: 'POST', key: key.current, body: { item, note } }),
    onSuccess: (saved) => navigate(`/catalogue/versions/${saved.code}/${saved.version}`),
    onError: async (error) => {
      key.current = newKey()
      if (!(error instanceof Problem) || error.code !== 'subject-changed-since-seen') return
      const newest = await call<Page>(`/api/catalogue/versions/${code}/${version}`).catch(() => undefined)
      if (newest?.status !== 'draft') return
      meet(newest, String(error.detail.by))
      setText(undefined)
      save.reset()
    },
  })
  const go = (path: string) => {
    const box = document.getElementById(`field-${path}`)
    for (let part = box?.closest('details'); part; part = part.parentElement?.closest('details')) part.open = true
    box?.scrollIntoView({ block: 'center' })
    box?.focus()
  }
  const toggle = () => {
    if (text === undefined) setText(JSON.stringify(item, null, 2))
    else if (broken === '') setText(undefined)
  }
  return (
    <>
      <PageTitle title={`${draft ? '修改草稿' : '起草新版本'}：${page.item.name}`}>
        <Button onClick={toggle} disabled={broken !== ''}>
          {text === undefined ? '改用 JSON 编辑' : '改用表单编辑'}
        </Button>
      </PageTitle>
      <div className="case-columns">
        <section className="panel">
          {text === undefined ? (
            <TreeForm
              value={item as unknown as Json}
              path=""
              label="事项"
              faults={faults}
              own={own}
              onChange={(value) => put(value as unknown as ServiceItem)}
            />
          ) : (
            <>
              <label className="label" htmlFor="json">
                事项内容（JSON）
              </label>
              <textarea
                id="json"
                className="box json"
                rows={36}
                spellCheck={false}
                value={text}
                aria-invalid={broken !== ''}
                onChange={(event) => {
                  setText(event.target.value)
                  try {
                    put(JSON.parse(event.target.value) as ServiceItem)
                  } catch {
                    // Said below the box; the last sound content stays until it can be read again.
                  }
                }}
              />
              {broken !== '' && <p className="fault">⚠ 还不是完整的 JSON：{broken}</p>}
            </>
          )}
        </section>
        <aside className="aside">
          <section className="panel">
            <h2>规则检查</h2>
            <Findings findings={findings} {...(text === undefined ? { onGo: go } : {})} />
          </section>
          <section className="panel">
            <Trouble error={save.error} />
            {meeting && <Met {...meeting} takeTheirs={takeTheirs} />}
            <label className="label" htmlFor="note">
              这次改了什么、为什么
            </label>
            <Input.TextArea id="note" value={note} maxLength={500} autoSize={{ minRows: 2 }} onChange={(event) => setNote(event.target.value)} />
            <div className="foot">
              <Button type="primary" loading={save.isPending} disabled={note.trim() === '' || broken !== ''} onClick={() => save.mutate()}>
                保存草稿
              </Button>
              <Button onClick={() => navigate(-1)}>取消</Button>
            </div>
            <p className="quiet">保存后提交审核，由另一人审核、发布。</p>
          </section>
        </aside>
      </div>
    </>
  )
}

/** What became of the two editors' changes, before they are saved. */
function Met({ by, differently, takeTheirs }: NonNullable<ReturnType<typeof useItemDraft>['meeting']> & { readonly takeTheirs: () => void }) {
  return (
    <Alert
      showIcon
      role="alert"
      type="warning"
      className="block"
      title={`您编辑的时候，${by} 保存了这份草稿。两人改的已经并在一起，还没有保存，请看过再按“保存草稿”。`}
      description={
        differently.length > 0 && (
          <>
            <p>同一处两人改得不一样，现在是您改的：</p>
            <ul>
              {differently.map(({ path, title, before, after }) => (
                <li key={path}>
                  {title}：{by} 改成“{before ?? '（没有）'}”，您改成“{after ?? '（没有）'}”
                </li>
              ))}
            </ul>
            <Button size="small" onClick={takeTheirs}>
              这几处用{by}的
            </Button>
          </>
        )
      }
    />
  )
}
