import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BatchAnswer, BatchPreview } from '../../../contract/case-batch.ts'
import type { CaseRow } from '../../../contract/cases.ts'
import { call, newKey } from '../../api.ts'
import type { BatchAct } from './batch-acts.ts'

/** One of the cases: in whose name it is done, or why it is not. */
export interface Foreseen {
  readonly row: CaseRow
  readonly onBehalfOf: BatchPreview['lines'][number]['onBehalfOf']
  readonly fault: string | null
}

const portion = 10
const portionsOf = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / portion) }, (_, n) => all.slice(n * portion, (n + 1) * portion))

/** As many commands as cases, a portion at a time, so that one sees it go on; each portion may be sent again under its key. */
export function useBatchActs(act: BatchAct, cases: readonly CaseRow[]) {
  const client = useQueryClient()
  const [answers, setAnswers] = useState<readonly Foreseen[]>([])
  const [running, setRunning] = useState(false)
  // What was ticked when the dialog opened: the list behind it may be read anew meanwhile.
  const [chosen] = useState(cases)
  const preview = useQuery({
    queryKey: ['batch-preview', act, chosen.map(({ id }) => id)],
    queryFn: () => call<BatchPreview>('/api/cases/batch/preview', { method: 'POST', body: { act, cases: chosen.map(({ id }) => id) } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const foreseen = (preview.data?.lines ?? []).map(
    ({ onBehalfOf, refusal }, n): Foreseen => ({ row: chosen[n]!, onBehalfOf, fault: refusal?.sentence ?? null }),
  )
  const run = async (input: object) => {
    setRunning(true)
    const done = foreseen.filter(({ fault }) => fault !== null)
    setAnswers([...done])
    for (const part of portionsOf(foreseen.filter(({ fault }) => fault === null))) {
      const body = { act, cases: part.map(({ row, onBehalfOf }) => ({ id: row.id, onBehalfOf: onBehalfOf?.id ?? null })), input }
      const lines = await call<BatchAnswer>('/api/cases/batch', { method: 'POST', key: newKey(), body }).then(
        (answer) => answer.lines.map(({ line, onBehalfOf, refusal }) => ({ row: part[line]!.row, onBehalfOf, fault: refusal?.sentence ?? null })),
        (error: Error) => part.map(({ row }) => ({ row, onBehalfOf: null, fault: error.message })),
      )
      done.push(...lines)
      setAnswers([...done])
    }
    setRunning(false)
    await client.invalidateQueries({ queryKey: ['cases'] })
    await client.invalidateQueries({ queryKey: ['case-counts'] })
  }
  return { preview, foreseen, run, running, answers, total: chosen.length }
}
