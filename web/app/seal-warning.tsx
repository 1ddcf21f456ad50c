import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { BureauAnswer } from '../../contract/people.ts'
import { sealedUntil } from '../../rules/people/sealed-until.ts'
import { daysBetween, type PlainDate } from '../../rules/time/plain-date.ts'
import { call } from '../api.ts'
import { todayHere } from '../ui/today-here.ts'

/** Days ahead: time enough to have a new seal made. */
const warnedAhead = 30

/** For whoever keeps the bureau's settings: from some day on papers will bear no seal image, only the place for one. */
export function SealWarning() {
  const found = useQuery({ queryKey: ['bureau'], queryFn: () => call<BureauAnswer>('/api/people/bureau'), staleTime: 300_000 })
  const bureau = found.data
  if (bureau === undefined || bureau.demonstration || bureau.seals.length === 0) return null
  const today = todayHere() as PlainDate
  const seals = bureau.seals.map(({ from, until }) => ({ from: from as PlainDate, until: until as PlainDate | null }))
  const until = sealedUntil(seals, today)
  if (until === null || (until !== undefined && daysBetween(today, until) > warnedAhead)) return null
  return (
    <Alert
      showIcon
      role="alert"
      type={until === undefined ? 'error' : 'warning'}
      className="block no-print"
      title={`${until === undefined ? '现在没有启用中的印章图样' : `印章图样用到 ${until}，之后没有接上的`}，出具的文书只标盖章位置，要打印出来手工盖章。请在“本局设置”启用新的图样。`}
    />
  )
}
