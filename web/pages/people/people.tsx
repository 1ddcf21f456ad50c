import { useSearchParams } from 'react-router'
import { PageTitle } from '../../ui/page-title.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Divisions } from './divisions.tsx'
import { Offices } from './offices.tsx'
import { StaffList } from './staff-list.tsx'

const tabs = [
  ['staff', '人员'],
  ['offices', '机构和科室'],
  ['divisions', '区划'],
] as const

/** The bureau's people, its offices, and the tree of places it serves. */
export default function People() {
  const [search] = useSearchParams()
  const here = search.get('tab') ?? 'staff'
  return (
    <>
      <PageTitle title="机构人员" />
      <Tabs label="机构人员" tabs={tabs} here={here} />
      {here === 'offices' ? <Offices /> : here === 'divisions' ? <Divisions /> : <StaffList />}
    </>
  )
}
