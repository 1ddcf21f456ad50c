import { useEffect, useRef } from 'react'
import { Link } from 'react-router'

/** Rooms of one page, each with its own address. */
export function Tabs({
  label,
  tabs,
  here,
}: {
  readonly label: string
  readonly tabs: readonly (readonly [string, string])[]
  readonly here: string
}) {
  const row = useRef<HTMLElement>(null)
  // On a phone not all of them are in sight: the one that is open is.
  useEffect(() => {
    const [nav, tab] = [row.current, row.current?.querySelector<HTMLElement>(`a[href$="?tab=${here}"]`)]
    if (nav && tab && nav.scrollWidth > nav.clientWidth) nav.scrollLeft = tab.offsetLeft - nav.offsetLeft - 24
  }, [here])
  if (tabs.length < 2) return null
  return (
    <nav ref={row} className="tabs" aria-label={label}>
      {tabs.map(([tab, title]) => (
        <Link key={tab} to={`?tab=${tab}`} aria-current={tab === here ? 'page' : undefined}>
          {title}
        </Link>
      ))}
    </nav>
  )
}
