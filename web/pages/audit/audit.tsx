import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Skeleton } from 'antd'
import { useSearchParams } from 'react-router'
import { call } from '../../api.ts'
import { Grid } from '../../ui/grid.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'

interface Line {
  readonly id: string
  readonly at: string
  readonly actorKind: string
  readonly actorId: string
  readonly actorName: string
  readonly doorTitle: string
  readonly method: string
  readonly path: string
  readonly subject: string
  readonly status: number
  readonly code: string
  readonly ip: string
}

const when = (instant: string): string =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' }).format(new Date(instant))
const kinds: Readonly<Record<string, string>> = { staff: '', citizen: '群众', stranger: '未登录', agent: '系统', system: '系统' }

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
        <Form.Item name="actor" label="人员编号">
          <Input placeholder="s-…" />
        </Form.Item>
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
              { title: '时间', tight: true, show: ({ at }) => when(at) },
              { title: '谁', show: ({ actorName, actorId, actorKind }) => `${kinds[actorKind] ?? ''}${actorName || actorId || '—'}` },
              { title: '做什么', show: ({ doorTitle, path, method }) => <span title={`${method} ${path}`}>{doorTitle}</span> },
              { title: '对象', show: ({ subject }) => subject || '—' },
              {
                title: '结果',
                tight: true,
                show: ({ status, code }) =>
                  status < 400 ? (
                    <span className="good">成功</span>
                  ) : (
                    <span className="fault">
                      拒绝 {status} {code}
                    </span>
                  ),
              },
              { title: '来源', tight: true, show: ({ ip }) => ip },
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
