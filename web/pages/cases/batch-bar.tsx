import { Button } from 'antd'
import { useState } from 'react'
import type { CaseRow } from '../../../contract/cases.ts'
import { useWho } from '../../ui/who.ts'
import { type BatchAct, batchActsOf, batchTitles } from './batch-acts.ts'
import { BatchDialog } from './batch-dialog.tsx'

interface Props {
  readonly cases: readonly CaseRow[]
  readonly onClose: () => void
}

/** What can be done with the cases that are ticked. */
export function BatchBar({ cases, onClose }: Props) {
  const { permissions } = useWho()
  const [act, setAct] = useState<BatchAct>()
  return (
    <section className="batch" aria-label="批量办理">
      <span>已选 {cases.length} 件</span>
      {batchActsOf(permissions).map((one) => (
        <Button key={one} size="small" onClick={() => setAct(one)}>
          批量{batchTitles[one]}
        </Button>
      ))}
      <Button size="small" type="link" onClick={onClose}>
        取消选择
      </Button>
      {act !== undefined && <BatchDialog act={act} cases={cases} onCancel={() => setAct(undefined)} onDone={onClose} />}
    </section>
  )
}
