import { Alert, Button, Layout, Menu, Result, Spin } from 'antd'
import { lazy, Suspense } from 'react'
import { Link, Navigate, Route, Routes, useLocation } from 'react-router'
import { call } from '../api.ts'
import { rooms } from './menu.ts'
import { may, useForgetSession, useSession } from './session.ts'

const SignIn = lazy(() => import('../pages/sign-in/sign-in.tsx'))
const CaseList = lazy(() => import('../pages/cases/case-list.tsx'))
const CasePage = lazy(() => import('../pages/cases/case-page.tsx'))

/** The frame around every page: who is here, where one may go. */
export function Rooms() {
  const session = useSession()
  const forget = useForgetSession()
  const { pathname } = useLocation()
  if (session.isPending) return <Spin fullscreen description="正在打开工作台" />
  if (session.isError)
    return (
      <Result
        status="warning"
        title="工作台打不开"
        subTitle={session.error.message}
        extra={<Button onClick={() => session.refetch()}>再试一次</Button>}
      />
    )
  const who = session.data
  if (!who.signedIn || who.person?.kind !== 'staff' || who.mustChangePassword)
    return (
      <Suspense fallback={<Spin fullscreen />}>
        <SignIn session={who} onDone={forget} />
      </Suspense>
    )
  const open = rooms.filter((room) => may(who, room.permission))
  const here = [...open].sort((a, b) => b.path.length - a.path.length).find((room) => pathname.startsWith(room.path))?.path ?? '/'
  const leave = async () => {
    await call('/api/session', { method: 'DELETE' })
    await forget()
  }
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <Layout.Header className="head no-print">
        <span className="brand">
          <span className="mark" aria-hidden="true">
            章
          </span>
          {who.bureau.name || '一枚章'}
        </span>
        <Menu
          mode="horizontal"
          selectedKeys={[here]}
          items={open.map(({ path, title }) => ({ key: path, label: <Link to={path}>{title}</Link> }))}
          className="rooms"
        />
        <span className="who">
          {who.person.officeName} {who.person.name}
          <Button type="link" onClick={leave}>
            退出
          </Button>
        </span>
      </Layout.Header>
      {who.forTryingOnly && (
        <Alert banner type="warning" title="当前使用内嵌数据库，只供试用和培训，不能作为正式办件的记录。正式使用请接 PostgreSQL。" />
      )}
      <Layout.Content id="main" tabIndex={-1} className="main">
        <Suspense fallback={<Spin style={{ display: 'block', margin: '20vh auto' }} />}>
          <Routes>
            <Route path="/" element={may(who, 'see-cases') ? <CaseList /> : <Navigate to={open[0]?.path ?? '/nothing'} replace />} />
            <Route path="/cases/:id" element={<CasePage />} />
            <Route
              path="*"
              element={
                <Result status="404" title="没有这个页面" subTitle="地址可能写错了，或者您没有进入的权限。" extra={<Link to="/">回到首页</Link>} />
              }
            />
          </Routes>
        </Suspense>
      </Layout.Content>
    </Layout>
  )
}
