import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Result, Skeleton } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { actTitles, lightTitles, permitSince, phaseTitles } from '../../../contract/case-texts.ts'
import type { CasePage as CasePageAnswer } from '../../../contract/cases.ts'
import { isInForce } from '../../../rules/case/standing/permit-life.ts'
import { call, Problem } from '../../api.ts'
import { LightTag } from '../../ui/light-tag.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { useShortcuts } from '../../ui/shortcuts.ts'
import { Trouble } from '../../ui/trouble.tsx'
import { ActDrawer } from './act-drawer.tsx'
import type { Act } from './act-form-parts.ts'
import { actForms } from './act-forms.ts'
import { ActBar } from './act-bar.tsx'
import { AnswersView } from './answers-view.tsx'
import { ApplicantView } from './applicant-view.tsx'
import { ClockView } from './clock-view.tsx'
import { handlerWord } from './handler-word.ts'
import { MaterialsView } from './materials-view.tsx'
import { PapersView } from './papers-view.tsx'
import { PermitInHand } from './permit-in-hand.tsx'
import { ProcedureView } from './procedure-view.tsx'
import { SaidView } from './said-view.tsx'
import { StepsView } from './steps-view.tsx'
import { TimelineView } from './timeline-view.tsx'
import { useItemVersion } from './use-item.ts'

const letters: Readonly<Partial<Record<Act, string>>> = {
  'accept-case': 'a',
  'acknowledge-filing': 'a',
  'pass-step': 'p',
  'claim-case': 'c',
  'grant-case': 'g',
  'refuse-case': 'f',
  'request-supplement': 's',
  'return-filing': 's',
  'hand-over-case': 'h',
  'serve-papers': 'v',
  'remind-case': 'm',
}

/** The case on one page: materials and what was said on the left, the law's clock and the story on the right, what may be done above. */
export default function CasePage() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [act, setAct] = useState<Act>()
  const found = useQuery({
    queryKey: ['case', id],
    queryFn: ({ signal }) => call<CasePageAnswer>(`/api/cases/${id}`, { signal }),
    // A paper just issued is set within moments.
    refetchInterval: ({ state }) => (state.data?.papers.some(({ status }) => status === 'issued') ? 1_500 : false),
  })
  const page = found.data
  const item = useItemVersion(page?.item.code, page?.item.version)
  // What was done is often no longer to be done, and its button gone: the keyboard goes on from the page's beginning.
  const seen = useRef(page?.seq)
  useEffect(() => {
    if (seen.current !== undefined && document.activeElement === document.body) document.getElementById('main')?.focus()
    seen.current = page?.seq
  }, [page?.seq])
  const acts = (page?.acts ?? []).filter((one): one is typeof one & { act: Act } => one.act in actForms)
  const open = (one: Act) => acts.some(({ act: name, blocked }) => name === one && blocked === null) && setAct(one)
  useShortcuts([
    { key: 'b', text: '回到清单', run: () => navigate('/') },
    { key: 'r', text: '刷新办件', run: () => void found.refetch() },
    ...acts.flatMap(({ act: name, title, blocked }) =>
      letters[name] && blocked === null ? [{ key: letters[name], text: title, run: () => open(name) }] : [],
    ),
  ])

  if (found.isPending)
    return (
      <>
        <PageTitle title="办件" />
        <Skeleton active paragraph={{ rows: 12 }} />
      </>
    )
  if (page === undefined) {
    const missing = found.error instanceof Problem && found.error.status === 404
    return missing ? (
      <>
        <PageTitle title="没有找到这一件" />
        <Result status="404" subTitle="可能编号不对，或者不在您的查看范围内。" extra={<Link to="/">回到今日办件</Link>} />
      </>
    ) : (
      <>
        <PageTitle title="办件" />
        <Trouble error={found.error} retry={() => found.refetch()} />
      </>
    )
  }
  const after = async (sentence: string) => {
    setAct(undefined)
    await client.invalidateQueries({ queryKey: ['case', id] })
    void client.invalidateQueries({ queryKey: ['cases'] })
    void client.invalidateQueries({ queryKey: ['case-counts'] })
    void client.invalidateQueries({ queryKey: ['case-asks'] })
    const now = client.getQueryData<CasePageAnswer>(['case', id])
    void message.success(`${sentence}。${now?.next ?? ''}`, 6)
  }
  return (
    <>
      <PageTitle title={`${page.item.name} · ${page.applicant.name}`} />
      <div className="case-head">
        <span className="number">{page.number}</span>
        <span className={`phase${page.decision ? ' decided' : ''}`}>{page.phaseTitle}</span>
        {page.permit && <span className={isInForce(page.permit.standing) ? 'good' : 'overdue'}>许可{page.permit.title}</span>}
        <LightTag light={page.light} word={lightTitles[page.light]} />
        <span className="quiet">
          {page.origin.receivedOn} {page.origin.channel === 'counter' ? '窗口收件' : '网上申请'}
          {page.origin.countsFrom && `，自 ${page.origin.countsFrom} 计`}
          {page.origin.receivedBy && `（${page.origin.receivedBy}）`} · 经办：{handlerWord(page)}
        </span>
        {page.origin.backdatedBecause && <span className="flagged">补录：{page.origin.backdatedBecause}</span>}
      </div>
      <p className="next" role="status">
        <strong>下一步：</strong>
        {page.next}
      </p>
      <ActBar acts={acts} letters={letters} onAct={setAct} />
      <div className="case-columns">
        <div>
          <MaterialsView page={page} />
          <ApplicantView page={page} />
          <AnswersView groups={page.answers} />
        </div>
        <div>
          <ClockView page={page} />
          <PermitInHand page={page} />
          {page.decision && (
            <section className="panel decision">
              <h2>{page.decision.title}</h2>
              <p>
                {page.decision.on} {page.decision.by ?? ''}
              </p>
              {page.decision.reasons.map((one) => (
                <p key={one}>{one}</p>
              ))}
              {page.decision.validity && (
                <p>
                  有效期：{page.decision.validity.from} 至 {page.decision.validity.to === 'unlimited' ? '长期' : page.decision.validity.to}
                </p>
              )}
              {page.permit && (
                <p>
                  许可现在：
                  <strong className={isInForce(page.permit.standing) ? 'good' : 'overdue'}>{page.permit.title}</strong>
                  {permitSince(page.permit)}
                </p>
              )}
              {page.permit?.validTo && <p>有效期已经缩短，到 {page.permit.validTo} 为止</p>}
              {page.permit?.changes.map(({ number, content, conditions }) => (
                <p key={number}>
                  {number}变更为：{[content, ...conditions].join('；')}
                </p>
              ))}
              {page.barredUntil && <p className="overdue">{page.barredUntil} 以前（含当日）不得再次申请该许可（包括变更、延续）</p>}
            </section>
          )}
          <StepsView steps={page.steps} />
          <SaidView page={page} />
          <ProcedureView page={page} />
          <PapersView id={page.id} papers={page.papers} servicePhotos={page.servicePhotos} />
          <TimelineView entries={page.timeline} />
        </div>
      </div>
      {act && (
        <ActDrawer
          key={`${act}-${page.seq}`}
          page={page}
          item={item.data}
          act={act}
          onClose={() => setAct(undefined)}
          onDone={({ answer }) =>
            void after(
              `${actTitles[act].title}已办成${answer.papers.length > 0 ? `，出具${answer.papers.map(({ number }) => number).join('、')}` : ''}，现为${phaseTitles[answer.phase]}`,
            )
          }
          reload={() => void found.refetch()}
        />
      )}
      <Button className="no-print unseen-on-paper" type="link" onClick={() => navigate('/')}>
        回到今日办件
      </Button>
    </>
  )
}
