import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { addressOf } from '../../api.ts'

/** The list as it is filtered now, as a spreadsheet. */
export function ExportButton({ query }: { readonly query: Readonly<Record<string, string>> }) {
  return (
    <Button icon={<DownloadOutlined />} href={addressOf('/api/cases/export', query)} download>
      导出 XLSX
    </Button>
  )
}
