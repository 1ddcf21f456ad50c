import { Button, Modal, Result, Spin } from 'antd'
import { lazy, Suspense, useMemo, useRef } from 'react'
import { Link, Navigate, Route, Routes, useLocation } from 'react-router'
import { call } from '../api.ts'
import { PageTitle } from '../ui/page-title.tsx'
import { WhoContext } from '../ui/who.ts'
import { ClockWarning } from './clock-warning.tsx'
import { Frame } from './frame.tsx'
import { rooms } from './menu.ts'
import { OpeningPanel } from './opening-panel.tsx'
import { OlderStatesWarning } from './older-states-warning.tsx'
import { SealWarning } from './seal-warning.tsx'
import type { SessionAnswer } from '../../contract/people.ts'
import { isAtWork, useForgetSession, useSession, useTakeUpSession, whoOf } from './session.ts'
import { TrustedPage } from './trusted-page.tsx'

const SignIn = lazy(() => import('../pages/sign-in/sign-in.tsx'))
const CaseList = lazy(() => import('../pages/cases/case-list.tsx'))
const CasePage = lazy(() => import('../pages/cases/case-page.tsx'))

const Receive = lazy(() => import('../pages/cases/receive/receive.tsx'))
const BatchReceive = lazy(() => import('../pages/cases/receive/batch/batch-receive.tsx'))
const Board = lazy(() => import('../pages/board/board.tsx'))
const Catalogue = lazy(() => import('../pages/catalogue/catalogue.tsx'))
const GuidePage = lazy(() => import('../pages/catalogue/guide-page.tsx'))
const VersionPage = lazy(() => import('../pages/catalogue/version-page.tsx'))
const EditPage = lazy(() => import('../pages/catalogue/edit-page.tsx'))
const People = lazy(() => import('../pages/people/people.tsx'))
const StaffPage = lazy(() => import('../pages/people/staff-page.tsx'))
const MyPage = lazy(() => import('../pages/people/my-page.tsx'))
const CalendarPage = lazy(() => import('../pages/calendar/calendar.tsx'))
const BureauPage = lazy(() => import('../pages/bureau/bureau.tsx'))
const Budgets = lazy(() => import('../pages/budget/budgets.tsx'))
const BudgetPage = lazy(() => import('../pages/budget/budget-page.tsx'))
const AuditPage = lazy(() => import('../pages/audit/audit.tsx'))

const waiting = <Spin className="waiting" description="正在打开" />

/** Which page stands at which address, and who may see it. The server asks again at every door. */
export function Rooms() {
  const session = useSession()
  const forget = useForgetSession()
  const takeUp = useTakeUpSession()
  const { pathname } = useLocation()
  // Whoever worked here until the session ended goes on where the work was left, after signing in again.
  const before = useRef<SessionAnswer>(undefined)
  const leaving = useRef(false)
  if (!isAtWork(session.data) && leaving.current) before.current = undefined
  else if (isAtWork(session.data)) before.current = session.data
  if (!isAtWork(session.data)) leaving.current = false
  const shown = isAtWork(session.data) ? session.data : before.current
  const who = useMemo(() => shown && whoOf(shown), [shown])
  if (session.isPending) return waiting
  if (session.data === undefined)
    return (
      <Result
        status="warning"
        title={<h1>工作台打不开</h1>}
        subTitle={session.error.message}
        extra={<Button onClick={() => session.refetch()}>再试一次</Button>}
      />
    )
  if (shown === undefined || who === undefined || session.data.mustChangePassword)
    return (
      <Suspense fallback={waiting}>
        <main className="sign-in">
          <SignIn session={session.data} onDone={forget} />
        </main>
      </Suspense>
    )
  const leave = async () => {
    leaving.current = true
    await call('/api/session', { method: 'DELETE' }).catch(() => undefined)
    // What one was at is for nobody else at this screen.
    sessionStorage.clear()
    await forget()
  }
  const open = rooms.filter(({ any }) => any.some((permission) => who.permissions.has(permission)))
  const isOpen = (path: string) => open.some((room) => room.path === path)
  return (
    <WhoContext value={who} key={who.id}>
      {!isAtWork(session.data) && (
        <Modal open closable={false} footer={null} title="登录已失效，请重新登录">
          <p className="quiet block">正在填写的内容还在，登录后接着办。</p>
          <Suspense fallback={waiting}>
            <SignIn session={session.data} onDone={takeUp} />
          </Suspense>
        </Modal>
      )}
      <Frame session={shown} open={open} leave={leave}>
        {who.permissions.has('configure-bureau') && (
          <>
            <ClockWarning />
            <OlderStatesWarning />
            <SealWarning />
          </>
        )}
        <OpeningPanel who={who} bureau={shown.bureau} />
        <TrustedPage key={pathname}>
          <Suspense fallback={waiting}>
            <Routes>
              <Route path="/" element={isOpen('/') ? <CaseList /> : <Navigate to={open[0]?.path ?? '/me'} replace />} />
              {isOpen('/') && <Route path="/cases/:id" element={<CasePage />} />}
              {isOpen('/receive') && <Route path="/receive" element={<Receive />} />}
              {isOpen('/receive') && <Route path="/receive/batch" element={<BatchReceive />} />}
              {isOpen('/board') && <Route path="/board" element={<Board />} />}
              {isOpen('/catalogue') && <Route path="/catalogue" element={<Catalogue />} />}
              {isOpen('/catalogue') && <Route path="/catalogue/:code" element={<GuidePage />} />}
              {who.permissions.has('see-catalogue-drafts') && <Route path="/catalogue/versions/:code/:version" element={<VersionPage />} />}
              {who.permissions.has('edit-catalogue') && <Route path="/catalogue/edit/:code/:version" element={<EditPage />} />}
              {isOpen('/people') && <Route path="/people" element={<People />} />}
              {isOpen('/people') && <Route path="/people/:id" element={<StaffPage />} />}
              {isOpen('/calendar') && <Route path="/calendar" element={<CalendarPage />} />}
              {isOpen('/bureau') && <Route path="/bureau" element={<BureauPage />} />}
              {isOpen('/budgets') && <Route path="/budgets" element={<Budgets />} />}
              {isOpen('/budgets') && <Route path="/budgets/:year/:kind" element={<BudgetPage />} />}
              {isOpen('/audit') && <Route path="/audit" element={<AuditPage />} />}
              <Route path="/me" element={<MyPage />} />
              <Route
                path="*"
                element={
                  <>
                    <PageTitle title="没有这个页面" />
                    <Result status="404" subTitle="地址可能写错了，或者您没有进入的权限。" extra={<Link to="/">回到首页</Link>} />
                  </>
                }
              />
            </Routes>
          </Suspense>
        </TrustedPage>
      </Frame>
    </WhoContext>
  )
}
