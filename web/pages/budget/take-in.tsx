import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { BudgetReading } from '../../../contract/budget.ts'
import type { BudgetDocument } from '../../../rules/budget/budget-document.ts'
import { compareBudgets } from '../../../rules/budget/compare-budgets.ts'
import { takenIn } from '../../../rules/budget/take-in-file.ts'
import { call } from '../../api.ts'

interface Props {
  readonly path: string
  readonly draft: BudgetDocument
  readonly put: (content: BudgetDocument) => void
}

/** A file that was filled in elsewhere: what is other in it becomes unsaved changes of the draft, to be looked at before they are saved. */
export function TakeIn({ path, draft, put }: Props) {
  const { message } = App.useApp()
  const go = useNavigate()
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const take = async (file: File) => {
    setBusy(true)
    try {
      const form = new FormData()
      form.append('file', file, file.name)
      const { content } = await call<BudgetReading>(`${path}/readings`, { method: 'POST', form })
      const next = takenIn(draft, content)
      const differences = compareBudgets(draft, next).length
      if (differences === 0) void message.info(`“${file.name}”与现在的内容没有差别。`, 6)
      else {
        put(next)
        void message.success(`“${file.name}”有 ${differences} 处不同，已填入草稿，核对后保存。`, 6)
        await go('?tab=changes&from=unsaved')
      }
    } catch (error) {
      void message.error(error instanceof Error ? error.message : '文件没有读成。', 8)
    }
    setBusy(false)
  }
  return (
    <>
      <Button loading={busy} title="下载的表格填好后从这里取回；文件里没有的内容不受影响" onClick={() => picker.current?.click()}>
        取回填好的文件
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label="填好的文件"
        accept=".xlsx,.docx,.csv,.json,.txt,.pdf,.html"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          if (file) void take(file)
          target.value = ''
        }}
      />
    </>
  )
}
