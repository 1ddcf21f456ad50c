import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Static } from 'typebox'
import { versionStatusWords } from '../../../contract/catalogue-words.ts'
import type { VersionList } from '../../../contract/catalogue.ts'
import { call } from '../../api.ts'
import { Grid } from '../../ui/grid.tsx'
import { Narrow } from '../../ui/narrow.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useListKeys } from '../../ui/use-list-keys.ts'

type Line = Static<typeof VersionList>['versions'][number]
const roadTo = ({ code, version }: Pick<Line, 'code' | 'version'>) => `/catalogue/versions/${code}/${version}`

/** Drafts, proposals and what was published, newest first. */
export function Versions() {
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const status = search.get('status') ?? ''
  const found = useInfiniteQuery({
    queryKey: ['versions', status],
    queryFn: ({ pageParam, signal }) =>
      call<Static<typeof VersionList>>('/api/catalogue/versions', { query: { status, after: pageParam, limit: 50 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = found.data?.pages.flatMap((page) => page.versions) ?? []
  const here = useListKeys(rows.length, { open: (n) => navigate(roadTo(rows[n]!)) })
  return (
    <>
      <div className="tools">
        <Narrow
          label="状态"
          all="全部状态"
          value={status}
          onChange={(value) => setSearch(value === undefined ? { tab: 'versions' } : { tab: 'versions', status: value })}
          options={Object.entries(versionStatusWords).map(([value, label]) => ({ value, label }))}
          className="filter wide"
        />
      </div>
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.isPending ? (
        <Skeleton active />
      ) : (
        <Grid<Line>
          caption="事项版本"
          rows={rows}
          keyOf={({ code, version }) => `${code} ${version}`}
          here={here}
          onOpen={(line) => navigate(roadTo(line))}
          empty="没有这样的版本。"
          columns={[
            { title: '事项', lead: true, show: (line) => <Link to={roadTo(line)}>{line.name}</Link> },
            { title: '版本', tight: true, show: ({ version }) => `第${version}版` },
            { title: '状态', tight: true, show: ({ statusName }) => statusName },
            { title: '来源', tight: true, show: ({ sourceName }) => sourceName },
            { title: '起草', show: ({ draftedBy, draftedAt }) => `${draftedBy} ${draftedAt.slice(0, 10)}` },
            { title: '说明', show: ({ note }) => note || null },
            { title: '生效', tight: true, show: ({ effectiveFrom }) => effectiveFrom },
          ]}
        />
      )}
      {found.hasNextPage && (
        <Button block className="more" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          再看 50 个
        </Button>
      )}
    </>
  )
}
