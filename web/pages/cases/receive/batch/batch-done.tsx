import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { applicantOf } from '../../../../../contract/receipt-form.ts'
import { fetchFile, Problem } from '../../../../api.ts'
import type { BatchRow } from './use-batch.ts'

/** A receipt is set within moments of the case; a long batch takes its turn. */
const patience = 60_000

async function paper(id: string): Promise<Uint8Array> {
  const until = Date.now() + patience
  for (;;) {
    try {
      return await fetchFile(`/api/papers/${id}`, { query: { inline: true } })
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'paper-not-ready' || Date.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, 500))
    }
  }
}

const quoted = (cell: string): string => `"${cell.replace(/"/g, '""')}"`

/** What came of the batch: all receipts in one printing, and a list of the numbers to keep. */
export function BatchDone({ rows }: { readonly rows: readonly BatchRow[] }) {
  const [ready, setReady] = useState(0)
  const receipts = rows.flatMap(({ answer }) => answer?.papers.filter(({ kind }) => kind === 'receipt') ?? [])
  const turnedAway = rows.filter(({ answer }) => answer?.phase === 'declined')
  const print = useMutation({
    mutationFn: async () => {
      setReady(0)
      const { printPdfs } = await import('../../../../ui/print-pdfs.ts')
      const files: Uint8Array[] = []
      for (const { id } of receipts) {
        files.push(await paper(id))
        setReady(files.length)
      }
      await printPdfs(files, `收件凭证 ${files.length} 份`)
    },
  })
  const list = () => {
    const lines = rows.map(({ line, read, answer }) => [String(line), applicantOf(read.applicant).applicant.name ?? '', answer?.number ?? ''])
    const text = [['行', '申请人', '办件编号'], ...lines]
      .map((cells) => cells.map((cell) => quoted(/^\d{12,}$/.test(cell) ? `\t${cell}` : cell)).join(','))
      .join('\r\n')
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/csv' }))
    link.download = '批量收件结果.csv'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <section className="panel" aria-label="批量收件结果">
      <div className="page-tools">
        <strong>已收 {rows.length} 件</strong>
        {turnedAway.length > 0 && (
          <strong className="fault">其中 {turnedAway.length} 件申请人在限制期内，已当场不予受理，请打开办件交付决定书</strong>
        )}
        <Button loading={print.isPending} onClick={() => print.mutate()}>
          一起打印收件凭证（{receipts.length} 份）
        </Button>
        <Button onClick={list}>下载编号清单</Button>
        <span role="status" className={print.error ? 'fault' : 'quiet'}>
          {print.error ? print.error.message : print.isPending ? `收件凭证已排好 ${ready} / ${receipts.length}` : ''}
        </span>
      </div>
    </section>
  )
}
