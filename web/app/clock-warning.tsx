import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { ClockAnswer } from '../../contract/people.ts'
import { call } from '../api.ts'
import { secondOf } from '../ui/instant.ts'

const spoken = (seconds: number): string => {
  const [[size, unit]] = (
    [
      [86_400, '天'],
      [3600, '小时'],
      [60, '分钟'],
      [1, '秒'],
    ] as const
  ).filter(([size]) => seconds >= size) as [[number, string]]
  return `${Math.round(seconds / size)} ${unit}`
}

/** For whoever keeps the server: its clock went back, so that new entries stand before older ones, or leapt forwards; days may be reckoned from a wrong one. */
export function ClockWarning() {
  const found = useQuery({ queryKey: ['clock'], queryFn: () => call<ClockAnswer>('/api/people/clock'), refetchInterval: 300_000 })
  if (found.data === undefined) return null
  const { behindSeconds, setBacks, leap } = found.data
  const [last] = setBacks
  if (behindSeconds > 0)
    return (
      <Alert
        showIcon
        role="alert"
        type="error"
        className="block no-print"
        title={`服务器的时钟比账簿里最晚的记录慢 ${spoken(behindSeconds)}。现在办理的会记成更早的时间，期限可能算错。请马上校准服务器时间，校准之前先不要收件、不要作决定。`}
      />
    )
  if (leap !== null)
    return (
      <Alert
        showIcon
        role="alert"
        type="warning"
        className="block no-print"
        title={`账簿从 ${leap.from} 一下到了 ${leap.to}，其间没有任何记录。如果不是停用了这么久，就是服务器的时钟被往前拨了，请马上校准。弄清之前不会按时限清理没填完的申请和登录记录。`}
      />
    )
  if (last === undefined) return null
  return (
    <Alert
      showIcon
      closable
      role="alert"
      type="warning"
      className="block no-print"
      title={`服务器的时钟被往回拨过${setBacks.length > 1 ? ` ${setBacks.length} 次，最近一次` : '：'}从 ${secondOf(last.from)} 拨到 ${secondOf(last.to)}。请核对这段时间里的办件期限，并检查服务器的时间同步。`}
    />
  )
}
