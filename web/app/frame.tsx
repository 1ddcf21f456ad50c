import { Alert, Button } from 'antd'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import type { SessionAnswer } from '../../contract/people.ts'
import { ShortcutHelp } from '../ui/shortcut-help.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import type { Room } from './menu.ts'

interface Props {
  readonly session: SessionAnswer
  readonly open: readonly Room[]
  readonly leave: () => Promise<void>
  readonly children: ReactNode
}

/** The frame around every page: whose bureau this is, where one may go, who is here. */
export function Frame({ session, open, leave, children }: Props) {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const main = useRef<HTMLElement>(null)
  const rooms = useRef<HTMLElement>(null)
  const here = [...open]
    .sort((a, b) => b.path.length - a.path.length)
    .find(({ path }) => (path === '/' ? pathname === '/' || pathname.startsWith('/cases/') : pathname.startsWith(path)))
  useShortcuts(open.map(({ path, title, letter }) => ({ key: letter, text: title, run: () => navigate(path) })))
  const first = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page takes the focus, so that the keyboard starts at its beginning
  useEffect(() => {
    // On a phone the rooms do not all fit: the one entered is brought into view.
    rooms.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
    if (first.current) first.current = false
    // A page that begins with a box to type in has it already.
    else if (document.activeElement?.matches('main input') !== true) main.current?.focus({ preventScroll: false })
  }, [pathname])
  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <header className="head no-print">
        <span className="brand">
          <span className="mark" aria-hidden="true">
            章
          </span>
          <span className="brand-name">{session.bureau.name || '一枚章'}</span>
          {session.bureau.demonstration && <span className="demo">演示</span>}
        </span>
        <nav className="rooms" aria-label="主菜单" ref={rooms}>
          {open.map(({ path, title }) => (
            <Link key={path} to={path} aria-current={here?.path === path ? 'page' : undefined}>
              {title}
            </Link>
          ))}
        </nav>
        <span className="who">
          <ShortcutHelp />
          <Link to="/me">
            <span className="office">{session.person?.officeName}</span> {session.person?.name}
            {session.standsInFor.map(({ id, name }) => (
              <span key={id} className="behalf">
                代 {name}
              </span>
            ))}
          </Link>
          <Button type="link" size="small" onClick={() => void leave()}>
            退出
          </Button>
        </span>
      </header>
      {session.forTryingOnly && (
        <Alert
          banner
          type="warning"
          className="no-print"
          title="当前使用内嵌数据库，只供试用和培训，不能作为正式办件的记录。正式使用请接 PostgreSQL。"
        />
      )}
      <main id="main" ref={main} tabIndex={-1} className="main">
        {children}
      </main>
    </div>
  )
}
