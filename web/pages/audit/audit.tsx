import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Select, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { Static } from 'typebox'
import type { StaffLine } from '../../../contract/people.ts'
import { call } from '../../api.ts'
import { Grid } from '../../ui/grid.tsx'
import { secondOf } from '../../ui/instant.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'

interface Line {
  readonly id: string
  readonly at: string
  readonly actorKind: string
  readonly actorId: string
  readonly actorName: string
  readonly door: string
  readonly doorTitle: string
  readonly method: string
  readonly path: string
  readonly subject: string
  readonly status: number
  readonly code: string
  readonly ip: string
}

const kinds: Readonly<Record<string, string>> = { staff: '', citizen: '群众', stranger: '未登录', agent: '系统', system: '系统' }

/** What a status means, in a word. */
const noes: Readonly<Record<number, string>> = {
  400: '填写有误',
  401: '没有登录',
  403: '没有权限',
  404: '没有找到',
  409: '情况已变',
  422: '不合规定',
  429: '过于频繁',
}
const noOf = (status: number): string => noes[status] ?? (status >= 500 ? '系统差错' : '没有办成')

const asked = ['actor', 'door', 'subject', 'ip', 'from', 'until', 'refused'] as const

/** Who looked at or tried what, when, from where. Looking here is recorded too. */
export default function AuditPage() {
  const [search, setSearch] = useSearchParams()
  const query = Object.fromEntries(search)
  const found = useInfiniteQuery({
    queryKey: ['audit', query],
    queryFn: ({ pageParam, signal }) =>
      call<{ lines: Line[]; next: string | null }>('/api/audit', {
        query: { ...query, refused: query.refused === 'true' ? true : undefined, after: pageParam, limit: 100 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchOnWindowFocus: false,
  })
  const lines = found.data?.pages.flatMap((page) => page.lines) ?? []
  const ask = (values: Record<string, string | boolean | undefined>) =>
    setSearch(Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value ? [[name, String(value).trim()]] : []))))
  const narrow = (name: (typeof asked)[number], value: string, shown: ReactNode) =>
    value === '' || query[name] === value ? (
      shown
    ) : (
      <button type="button" className="as-link plain" title="只看这一个" onClick={() => setSearch({ ...query, [name]: value })}>
        {shown}
      </button>
    )
  const staff = useQuery({
    queryKey: ['audited-people'],
    staleTime: 300_000,
    queryFn: async () => {
      const lists = await Promise.all([false, true].map((left) => call<Static<typeof StaffLine>[]>('/api/people/staff', { query: { left } })))
      return lists.flat().map(({ id, name, login, officeName }) => ({ value: id, label: `${name}　${login}　${officeName}` }))
    },
  })
  const people = staff.data ?? []
  const other = query.actor !== undefined && !people.some(({ value }) => value === query.actor)
  const doorTitle = lines.find(({ door }) => door === query.door)?.doorTitle ?? query.door
  return (
    <>
      <PageTitle title="审计" />
      <Form
        key={search.toString()}
        name="audit"
        layout="vertical"
        className="asking"
        initialValues={{ ...query, refused: query.refused === 'true' }}
        onFinish={ask}
      >
        <Form.Item name="actor" label="谁">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="全部人员"
            popupMatchSelectWidth={false}
            options={[...people, ...(other ? [{ value: query.actor!, label: lines[0]?.actorName || query.actor! }] : [])]}
          />
        </Form.Item>
        {query.door !== undefined && (
          <Form.Item name="door" label="做什么">
            <Select allowClear options={[{ value: query.door, label: doorTitle }]} />
          </Form.Item>
        )}
        <Form.Item name="subject" label="对象">
          <Input placeholder="办件编号、文件等" />
        </Form.Item>
        <Form.Item name="ip" label="来源地址">
          <Input />
        </Form.Item>
        <Form.Item name="from" label="从">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label="到">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="refused" label="结果" valuePropName="checked">
          <Checkbox>只看被拒绝的</Checkbox>
        </Form.Item>
        <Form.Item label=" " colon={false}>
          <Button type="primary" htmlType="submit">
            检索
          </Button>
          {asked.some((name) => query[name]) && (
            <Button type="link" onClick={() => setSearch({})}>
              清除条件
            </Button>
          )}
        </Form.Item>
      </Form>
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.isPending ? (
        <Skeleton active paragraph={{ rows: 8 }} />
      ) : (
        !found.isError && (
          <Grid<Line>
            caption="审计记录"
            rows={lines}
            keyOf={({ id }) => id}
            empty="没有符合条件的记录。"
            columns={[
              { title: '时间', tight: true, show: ({ at }) => secondOf(at) },
              {
                title: '谁',
                tight: true,
                show: ({ actorName, actorId, actorKind }) =>
                  narrow('actor', actorId, `${kinds[actorKind] ?? ''}${actorName || actorId}` || <span className="quiet">未登录</span>),
              },
              {
                title: '做什么',
                lead: true,
                show: ({ door, doorTitle: title, path, method }) => narrow('door', door, <span title={`${method} ${path}`}>{title}</span>),
              },
              { title: '对象', show: ({ subject }) => (subject ? narrow('subject', subject, subject) : null) },
              {
                title: '结果',
                tight: true,
                show: ({ status, code }) =>
                  code === 'audit-lost' ? (
                    <span className="fault">有缺</span>
                  ) : status < 400 ? (
                    <span className="good">成功</span>
                  ) : (
                    <span className="fault" title={`${status} ${code}`}>
                      {noOf(status)}
                    </span>
                  ),
              },
              { title: '来源', tight: true, show: ({ ip }) => narrow('ip', ip, ip) },
            ]}
          />
        )
      )}
      {found.hasNextPage && (
        <Button block className="more" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          再看 100 条
        </Button>
      )}
    </>
  )
}
