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
  if (tabs.length < 2) return null
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(([tab, title]) => (
        <Link key={tab} to={`?tab=${tab}`} aria-current={tab === here ? 'page' : undefined}>
          {title}
        </Link>
      ))}
    </nav>
  )
}
