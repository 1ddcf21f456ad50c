import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { Static } from 'typebox'
import type { VersionPage as VersionPageShape } from '../../../contract/catalogue.ts'
import { call, newKey } from '../../api.ts'
import type { Field } from '../../ui/field.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'
import { Findings } from './findings.tsx'

type Page = Static<typeof VersionPageShape>

interface Press {
  readonly act: string
  readonly path: string
  /** What it acts on, where that is the whole item. */
  readonly ofItem?: true
  readonly title: string
  readonly says: string
  readonly fields: readonly Field[]
}

const reason: readonly Field[] = [{ kind: 'words', name: 'reason', label: '原因', most: 500 }]
const presses: readonly Press[] = [
  { act: 'propose-item-version', path: 'propose', title: '提交审核', says: '提交后由另一人审核，其间不能修改。', fields: [] },
  { act: 'approve-item-version', path: 'approve', title: '审核通过', says: '您确认已逐项看过内容和差别。', fields: [] },
  {
    act: 'publish-item-version',
    path: 'publish',
    title: '发布',
    says: '自生效之日起，新的申请按这一版本办理；在办的件仍按原版本。',
    fields: [{ kind: 'day', name: 'effectiveFrom', label: '生效日期' }],
  },
  { act: 'return-item-version', path: 'return', title: '退回修改', says: '退回起草人修改。', fields: reason },
  { act: 'retire-item-version', path: 'retire', title: '作废', says: '作废后不再使用，记录仍在。', fields: reason },
  {
    act: 'propose-item-retirement',
    path: 'propose-retirement',
    ofItem: true,
    title: '提出停办',
    says: '由另一人审核同意后，自停办之日起不再收新的申请；在办的件继续办完。',
    fields: [{ kind: 'day', name: 'from', label: '停办日期' }, ...reason],
  },
  { act: 'retire-item', path: 'retire', ofItem: true, title: '同意停办', says: '自停办之日起不再收新的申请；在办的件继续办完。', fields: [] },
  { act: 'drop-item-retirement', path: 'drop-retirement', ofItem: true, title: '不停办', says: '撤下停办的提议，事项照常办理。', fields: reason },
]

/** The end of the item in one line: proposed or decided. */
function saysOfRetirement(retirement: Page['retirement']): string | undefined {
  if (retirement === null) return undefined
  const { from, by, reason: because } = retirement
  return by === null ? `自 ${from} 起停止办理` : `${by.name}提出自 ${from} 起停办，等另一人审核：${because ?? ''}`
}

/** One version before the second person: what it says, what the rules find, what differs from the one in force. */
export default function VersionPage() {
  const { code = '', version = '' } = useParams()
  const { permissions } = useWho()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [press, setPress] = useState<Press>()
  const road = `/api/catalogue/versions/${code}/${version}`
  const found = useQuery({ queryKey: ['version', code, version], queryFn: () => call<Page>(road) })
  const page = found.data
  if (page === undefined)
    return (
      <>
        <PageTitle title="事项版本" />
        {found.isPending ? <Skeleton active paragraph={{ rows: 10 }} /> : <Trouble error={found.error} retry={() => found.refetch()} />}
      </>
    )
  return (
    <>
      <PageTitle title={`${page.item.name} 第${version}版`}>
        {presses
          .filter(({ act }) => page.mayDo.includes(act))
          .map((one) => (
            <Button
              key={one.act}
              type={one.act === 'approve-item-version' || one.act === 'publish-item-version' ? 'primary' : 'default'}
              onClick={() => setPress(one)}
            >
              {one.title}
            </Button>
          ))}
        {page.mayDo.includes('draft-item-version') && <Button onClick={() => navigate(`/catalogue/edit/${code}/${version}`)}>修改草稿</Button>}
        {permissions.has('edit-catalogue') && page.status === 'published' && (
          <Button onClick={() => navigate(`/catalogue/edit/${code}/${version}`)}>起草新版本</Button>
        )}
      </PageTitle>
      <section className="panel">
        <dl className="facts">
          {(
            [
              ['状态', page.statusName],
              ['来源', page.sourceName],
              ['起草', page.writers.map(({ name }) => name).join('、')],
              ['提交', page.proposedBy?.name],
              ['审核', page.approvedBy?.name],
              ['发布', page.publishedBy?.name],
              ['生效', page.effectiveFrom],
              ['说明', page.note],
              ['退回或作废原因', page.reason],
              ['停办', saysOfRetirement(page.retirement)],
            ] as const
          ).map(
            ([label, value]) =>
              value && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </section>
      <section className="panel">
        <h2>规则检查</h2>
        <Findings findings={page.findings} />
      </section>
      {page.comparedWith !== null && (
        <section className="panel">
          <h2>与现行第{page.comparedWith}版的差别</h2>
          {page.differences.length === 0 && <p className="quiet">内容相同。</p>}
          <ul className="differences">
            {page.differences.map((one) => (
              <li key={one.path + one.kind}>
                <strong>{one.title}</strong> <span className="quiet">{one.kind === 'added' ? '新增' : one.kind === 'removed' ? '删去' : '修改'}</span>
                {one.before !== undefined && (
                  <p>
                    <del>{one.before}</del>
                  </p>
                )}
                {one.after !== undefined && (
                  <p>
                    <ins>{one.after}</ins>
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="panel">
        <h2>各版本</h2>
        <ul>
          {page.others.map((one) => (
            <li key={one.version}>
              <Link to={`/catalogue/versions/${code}/${one.version}`}>第{one.version}版</Link> {one.statusName} {one.effectiveFrom ?? ''}
            </li>
          ))}
        </ul>
      </section>
      <details className="panel">
        <summary>完整内容（JSON）</summary>
        <pre className="json">{JSON.stringify(page.item, null, 2)}</pre>
      </details>
      <Link to="/catalogue?tab=versions">回到全部版本</Link>
      {press && (
        <FormDrawer
          title={press.title}
          says={press.says}
          fields={press.fields}
          press={press.title}
          onClose={() => setPress(undefined)}
          run={async (values) => {
            const [on, seq] = press.ofItem ? [`/api/catalogue/items/${code}`, {}] : [road, { seq: page.seq }]
            await call(`${on}/${press.path}`, { method: 'POST', key: newKey(), body: { ...seq, ...values } })
            setPress(undefined)
            await client.invalidateQueries({ queryKey: ['version', code] })
            void client.invalidateQueries({ queryKey: ['versions'] })
            void message.success(`${press.title}，已办成。`, 4)
          }}
        />
      )}
    </>
  )
}
