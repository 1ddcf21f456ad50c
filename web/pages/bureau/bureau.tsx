import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Static } from 'typebox'
import type { BureauAnswer, OfficeLine } from '../../../contract/people.ts'
import { spokenDays } from '../../../contract/reason-texts.ts'
import { usualSupplement } from '../../../rules/case/receiving/supplement-days.ts'
import { call, newKey } from '../../api.ts'
import { FormDrawer } from '../../ui/form-drawer.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import type { StoredFile } from '../../ui/uploader.ts'

const supplementWords = ({ supplementDays, supplementDayType }: Pick<BureauAnswer, 'supplementDays' | 'supplementDayType'>): string =>
  `${spokenDays({ days: supplementDays ?? usualSupplement.days, dayType: supplementDayType ?? usualSupplement.dayType })}（惯例，法律没有规定；事项自己有规定的按事项）`

/** The bureau's own name, heading, codes and seals. */
export default function BureauPage() {
  const client = useQueryClient()
  const { message } = App.useApp()
  const [open, setOpen] = useState<'change' | 'seal'>()
  const found = useQuery({ queryKey: ['bureau'], queryFn: () => call<BureauAnswer>('/api/people/bureau') })
  const offices = useQuery({ queryKey: ['offices'], queryFn: () => call<Static<typeof OfficeLine>[]>('/api/people/offices') })
  const done = async (sentence: string) => {
    setOpen(undefined)
    await client.invalidateQueries({ queryKey: ['bureau'] })
    void client.invalidateQueries({ queryKey: ['session'] })
    void message.success(sentence, 4)
  }
  const now = found.data
  const receiving = offices.data?.find(({ id }) => id === now?.receivingOffice)?.name ?? '未设定'
  return (
    <>
      <PageTitle title="本局设置">
        {now && <Button onClick={() => setOpen('change')}>修改</Button>}
        {now && <Button onClick={() => setOpen('seal')}>启用印章图样</Button>}
      </PageTitle>
      <Trouble error={found.error} retry={() => found.refetch()} />
      {found.isPending && <Skeleton active />}
      {now && (
        <>
          <section className="panel">
            <dl className="facts">
              {(
                [
                  ['名称', now.name],
                  ['发文机关标志', now.heading],
                  ['机关代字', now.letterCode],
                  ['区划代码', now.region],
                  ['统一社会信用代码', now.uscc || '未填'],
                  ['网上收件窗口', receiving],
                  ['域名', now.hosts.join('、') || '未设定'],
                  ['行政复议机关', now.reviewOrgan || '未设定，文书写“本级人民政府”'],
                  ['网上复议地址', now.onlineReview || '未设定'],
                  ['有管辖权的法院', now.court || '未设定，文书写“有管辖权的人民法院”'],
                  ['地址', now.address || '未设定'],
                  ['电话', now.phone || '未设定'],
                  ['补正期限', supplementWords(now)],
                  ['下班后网上提交', now.afterHoursReceipt === 'next-working-day' ? `${now.closesAt}以后和休息日，自下一个工作日计` : '当日收到'],
                ] as const
              ).map(([label, value]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section className="panel" aria-labelledby="seals-title">
            <h2 id="seals-title">印章图样</h2>
            {now.seals.length === 0 && <p className="quiet">还没有印章图样，文书上只标盖章位置。</p>}
            <ul>
              {now.seals.map(({ digest, title, from, until }) => (
                <li key={digest + from}>
                  {title}，{from} 起{until ? `，至 ${until}` : '使用'}
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      {open === 'change' && now && (
        <FormDrawer
          title="修改本局设置"
          fields={[
            { kind: 'line', name: 'name', label: '名称', most: 100, first: now.name },
            { kind: 'line', name: 'heading', label: '发文机关标志', most: 100, first: now.heading },
            { kind: 'line', name: 'letterCode', label: '机关代字', most: 20, first: now.letterCode },
            { kind: 'line', name: 'region', label: '区划代码', most: 6, first: now.region },
            { kind: 'line', name: 'uscc', label: '统一社会信用代码', most: 18, optional: true, first: now.uscc },
            {
              kind: 'choice',
              name: 'receivingOffice',
              label: '网上收件窗口',
              optional: true,
              find: true,
              options: (offices.data ?? []).filter(({ closed }) => !closed).map(({ id, name }) => ({ value: id, label: name })),
              ...(now.receivingOffice ? { first: now.receivingOffice } : {}),
            },
            { kind: 'line', name: 'hosts', label: '域名', most: 500, optional: true, first: now.hosts.join(' '), hint: '几个域名用空格隔开' },
            {
              kind: 'line',
              name: 'reviewOrgan',
              label: '行政复议机关',
              most: 100,
              optional: true,
              first: now.reviewOrgan ?? '',
              hint: '印在不予受理、不予许可等文书上',
            },
            { kind: 'line', name: 'onlineReview', label: '网上复议地址', most: 200, optional: true, first: now.onlineReview ?? '' },
            { kind: 'line', name: 'court', label: '有管辖权的法院', most: 100, optional: true, first: now.court ?? '' },
            { kind: 'line', name: 'address', label: '地址', most: 200, optional: true, first: now.address ?? '' },
            { kind: 'line', name: 'phone', label: '电话', most: 40, optional: true, first: now.phone ?? '' },
            {
              kind: 'integer',
              name: 'supplementDays',
              label: '补正告知书给多少天补正',
              least: 1,
              most: 120,
              first: now.supplementDays ?? usualSupplement.days,
              hint: '法律没有规定，是本机关的惯例；事项自己有规定的按事项',
            },
            {
              kind: 'choice',
              name: 'supplementDayType',
              label: '补正的天数按',
              options: [
                { value: 'workday', label: '工作日' },
                { value: 'calendar', label: '自然日' },
              ],
              first: now.supplementDayType ?? usualSupplement.dayType,
            },
            {
              kind: 'choice',
              name: 'afterHoursReceipt',
              label: '下班后、休息日网上提交的',
              options: [
                { value: 'same-day', label: '当日收到' },
                { value: 'next-working-day', label: '自下一个工作日计' },
              ],
              first: now.afterHoursReceipt ?? 'same-day',
            },
            {
              kind: 'line',
              name: 'closesAt',
              label: '下班时间',
              most: 5,
              optional: true,
              first: now.closesAt ?? '',
              hint: '如 17:30；选“自下一个工作日计”时要填',
            },
          ]}
          press="保存"
          onClose={() => setOpen(undefined)}
          run={async ({ hosts, ...rest }) => {
            const body = {
              seq: now.seq,
              uscc: '',
              receivingOffice: null,
              ...rest,
              hosts: String(hosts ?? '')
                .split(/[\s,，、]+/)
                .filter(Boolean),
            }
            await call('/api/people/bureau', { method: 'PUT', key: newKey(), body })
            await done('已保存。')
          }}
        />
      )}
      {open === 'seal' && (
        <FormDrawer
          title="启用印章图样"
          says="自启用之日起，出具的文书在盖章处印此图样。"
          fields={[
            { kind: 'line', name: 'title', label: '印章名称', most: 100 },
            { kind: 'digest', name: 'image', label: '图样（PNG、JPG）' },
            { kind: 'day', name: 'from', label: '启用日期' },
            { kind: 'day', name: 'until', label: '截止日期', optional: true },
          ]}
          press="启用"
          onClose={() => setOpen(undefined)}
          run={async ({ image, ...rest }) => {
            await call('/api/people/bureau/seals', {
              method: 'POST',
              key: newKey(),
              body: { until: null, ...rest, digest: (image as StoredFile).digest },
            })
            await done('已启用。')
          }}
        />
      )}
    </>
  )
}
