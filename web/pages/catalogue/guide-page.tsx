import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { Link, useNavigate, useParams } from 'react-router'
import type { Guide } from '../../../contract/catalogue.ts'
import { call } from '../../api.ts'
import { PageTitle } from '../../ui/page-title.tsx'
import { Trouble } from '../../ui/trouble.tsx'
import { useWho } from '../../ui/who.ts'

const Facts = ({ facts }: { readonly facts: readonly (readonly [string, string])[] }) => (
  <dl className="facts">
    {facts.map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

/** The guide as a citizen reads it, for whoever answers at the counter. */
export default function GuidePage() {
  const { code = '' } = useParams()
  const { permissions } = useWho()
  const navigate = useNavigate()
  const found = useQuery({ queryKey: ['guide', code], queryFn: () => call<Guide>(`/api/catalogue/items/${code}`) })
  const guide = found.data
  if (guide === undefined)
    return (
      <>
        <PageTitle title="办事指南" />
        {found.isPending ? <Skeleton active paragraph={{ rows: 10 }} /> : <Trouble error={found.error} retry={() => found.refetch()} />}
      </>
    )
  return (
    <>
      <PageTitle title={guide.name}>
        {permissions.has('edit-catalogue') && <Button onClick={() => navigate(`/catalogue/edit/${code}/${guide.version}`)}>起草新版本</Button>}
        {permissions.has('see-catalogue-drafts') && (
          <Button onClick={() => navigate(`/catalogue/versions/${code}/${guide.version}`)}>版本和检查</Button>
        )}
      </PageTitle>
      <section className="panel">
        <Facts
          facts={[
            ['类型', guide.procedureName],
            ['领域', guide.field],
            ['法定时限', guide.limits.statutory],
            ['承诺时限', guide.limits.promised],
            ['服务对象', guide.applicants.map(({ name }) => name).join('、')],
            ['收费', guide.fee],
            ['结果', guide.result],
            ['到现场', `${guide.visits} 次`],
            ['版本', `第${guide.version}版${guide.effectiveFrom ? `，${guide.effectiveFrom} 起` : ''}`],
          ]}
        />
      </section>
      <section className="panel">
        <h2>时限怎么算</h2>
        <ul>
          {guide.limits.explained.map(({ title, words }) => (
            <li key={title}>
              <strong>{title}</strong>　{words}
            </li>
          ))}
        </ul>
      </section>
      <section className="panel">
        <h2>申请材料</h2>
        <ol>
          {guide.materials.map((one) => (
            <li key={one.id}>
              <strong>{one.name}</strong>{' '}
              <span className="quiet">
                {one.formName}
                {one.count && `，${one.count}`}，{one.sourceName}
                {one.necessary ? '' : '，可不交'}
                {one.maySupplyLater && '，可以后补'}
              </span>
              {one.when && <p className="quiet">{one.when}</p>}
              <p>{one.acceptance}</p>
            </li>
          ))}
        </ol>
        {guide.shortfall && <p className="quiet">{guide.shortfall}</p>}
      </section>
      <section className="panel">
        <h2>许可条件</h2>
        <ol>
          {guide.conditions.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ol>
      </section>
      <section className="panel">
        <h2>办理环节</h2>
        <ol>
          {guide.steps.map((step) => (
            <li key={step.id}>
              {step.name}（{step.roleName}，{step.limit}
              {step.siteInspection && '，现场核查'}）
            </li>
          ))}
        </ol>
      </section>
      <section className="panel">
        <h2>设定依据</h2>
        <ul>
          {guide.basis.map((one) => (
            <li key={one.law + one.article}>
              《{one.law}》{one.article} {!one.verified && <span className="flagged">待核</span>}
              <p className="quoted">{one.text}</p>
              {one.note && <p className="quiet">{one.note}</p>}
            </li>
          ))}
        </ul>
      </section>
      <section className="panel">
        <h2>权利和救济</h2>
        <ul>
          {guide.rights.map(({ title, words }) => (
            <li key={title}>
              <strong>{title}</strong>　{words}
            </li>
          ))}
        </ul>
      </section>
      <section className="panel">
        <h2>窗口和咨询</h2>
        <Facts
          facts={[
            ['地点', guide.place],
            ['时间', guide.hours],
            ['电话', guide.phone],
            ['投诉', guide.complaintPhone],
          ]}
        />
        {guide.questions.map(({ ask, answer }) => (
          <p key={ask}>
            <strong>{ask}</strong>　{answer}
          </p>
        ))}
      </section>
      <Link to="/catalogue">回到事项清单</Link>
    </>
  )
}
