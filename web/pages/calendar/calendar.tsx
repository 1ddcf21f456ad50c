import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { CalendarView } from '../../../contract/calendars.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { Grid } from '../../ui/grid.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'
import { dayFields, namedDays, yearFields } from './calendar-forms.ts'

type Year = CalendarView['years'][number]

/** Working days: each year's table with the notice it comes from, single days by document, and from when on dates are provisional. */
export default function CalendarPage() {
  const { permissions } = useWho()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [open, setOpen] = useState<'year' | 'day'>()
  const found = useQuery({ queryKey: ['calendars'], queryFn: () => call<CalendarView>('/api/calendars') })
  const done = async (sentence: string) => {
    setOpen(undefined)
    await client.invalidateQueries({ queryKey: ['calendars'] })
    void message.success(sentence, 5)
  }
  const next = (found.data?.years[0]?.year ?? new Date().getFullYear()) + 1
  return (
    <>
      <PageTitle title="工作日历">
        {permissions.has('administer-calendar') && (
          <>
            <Button type="primary" onClick={() => setOpen('year')}>
              录入一年的放假安排
            </Button>
            <Button onClick={() => setOpen('day')}>特殊日</Button>
          </>
        )}
      </PageTitle>
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.isPending && <Skeleton active paragraph={{ rows: 6 }} />}
      {found.data && (
        <>
          <p className="next">
            <strong>{found.data.provisionalFrom}</strong> 起没有已公布的放假安排，落在其后的期限只是暂定；录入新的通知后自动重算。
          </p>
          {found.data.extraordinary.length > 0 && (
            <section className="panel">
              <h2>特殊日</h2>
              <ul>
                {found.data.extraordinary.map(({ day, workday, document, reason }) => (
                  <li key={day}>
                    {day} 改为{workday ? '上班' : '休息'}：{reason}（{document}）
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Grid<Year>
            caption="各年放假安排"
            rows={found.data.years}
            keyOf={({ year }) => String(year)}
            empty="还没有日历。"
            columns={[
              { title: '年份', tight: true, lead: true, show: ({ year }) => year },
              { title: '工作日', tight: true, show: ({ workdays }) => `${workdays} 天` },
              {
                title: '通知',
                show: ({ notice, noticeTitle, noticeDate, own, amendments }) => (
                  <span>
                    {noticeTitle}（{notice}，{noticeDate}）{own && <span className="flagged">本局录入</span>}
                    {amendments > 0 && <span className="quiet"> 后有 {amendments} 次调整</span>}
                  </span>
                ),
              },
              {
                title: '放假和调休',
                show: ({ off, work }) => (
                  <details>
                    <summary>
                      放假 {off.length} 天，调休上班 {work.length} 天
                    </summary>
                    <p>放假：{off.map(({ day, name }) => `${day.slice(5)}${name}`).join('、')}</p>
                    <p>上班：{work.map(({ day }) => day.slice(5)).join('、') || '无'}</p>
                  </details>
                ),
              },
            ]}
          />
        </>
      )}
      {open === 'year' && (
        <FormDrawer
          title="录入一年的放假安排"
          says="照国务院办公厅的通知录入；在办件的期限随之重算，并各记一笔。"
          fields={yearFields(next)}
          press="录入"
          onClose={() => setOpen(undefined)}
          run={async ({ off, work, ...rest }) => {
            const body = { ...rest, source: 'read', off: namedDays(off), work: namedDays(work) }
            await call('/api/calendars/tables', { method: 'POST', key: newKey(), body })
            await done('已录入，在办件的期限正在重算。')
          }}
        />
      )}
      {open === 'day' && (
        <FormDrawer
          title="特殊日"
          says="依文件把某一天改为上班或者休息。"
          fields={dayFields}
          press="记入"
          onClose={() => setOpen(undefined)}
          run={async ({ kind, ...rest }) => {
            await call('/api/calendars/extraordinary-days', { method: 'POST', key: newKey(), body: { ...rest, workday: kind === 'work' } })
            await done('已记入，在办件的期限正在重算。')
          }}
        />
      )}
    </>
  )
}
