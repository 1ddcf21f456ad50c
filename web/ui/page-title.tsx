import { type ReactNode, useEffect } from 'react'

/** The one heading of a page, and what the browser's tab says. */
export function PageTitle({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · 一枚章工作台`
  }, [title])
  return (
    <div className="page-title">
      <h1>{title}</h1>
      {children !== undefined && <div className="page-tools">{children}</div>}
    </div>
  )
}
