import { useSearchParams } from 'react-router'
import { PageTitle } from '../../ui/page-title.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useWho } from '../../ui/who.ts'
import { ItemsInForce } from './items-in-force.tsx'
import { Versions } from './versions.tsx'

/** The catalogue: what is in force for everybody, and every version for those who write and judge them. */
export default function Catalogue() {
  const { permissions } = useWho()
  const [search] = useSearchParams()
  const drafts = permissions.has('see-catalogue-drafts')
  const here = search.get('tab') ?? 'items'
  return (
    <>
      <PageTitle title="事项" />
      <Tabs label="事项" here={here} tabs={[['items', '现行事项'], ...(drafts ? ([['versions', '全部版本']] as const) : [])]} />
      {here === 'versions' && drafts ? <Versions /> : <ItemsInForce />}
    </>
  )
}
