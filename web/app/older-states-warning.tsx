import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { HealthAnswer } from '../../contract/health.ts'
import { call } from '../api.ts'

/** For whoever keeps the server: after an upgrade what is shown is still as the earlier version made it from the book. */
export function OlderStatesWarning() {
  const found = useQuery({ queryKey: ['health'], queryFn: () => call<HealthAnswer>('/api/health'), refetchInterval: 300_000 })
  if (found.data?.states !== 'older') return null
  return (
    <Alert
      showIcon
      role="alert"
      type="warning"
      className="block no-print"
      title="程序升级过，而办件的状态和清单还是旧版本照账簿算的，可能缺新版本才有的内容。请找个空闲时间停下服务，运行 npm run oneseal -- journal refold --mend，再启动。账簿本身没有改动，办理不受影响。"
    />
  )
}
