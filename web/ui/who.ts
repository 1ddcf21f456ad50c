import { createContext, useContext } from 'react'

/** An absent colleague in whose name this person may act (代理). */
export interface Absent {
  readonly id: string
  readonly name: string
  readonly office: string
  readonly permissions: ReadonlySet<string>
}

/** Who sits at this screen, as far as a page needs to know. */
export interface Who {
  readonly id: string
  readonly name: string
  readonly office: string
  /** bureau | office | own | none */
  readonly scope: string
  /** Own ones and those lent by absent colleagues. */
  readonly permissions: ReadonlySet<string>
  readonly ownPermissions: ReadonlySet<string>
  readonly standsInFor: readonly Absent[]
}

const nobody: Who = { id: '', name: '', office: '', scope: 'none', permissions: new Set(), ownPermissions: new Set(), standsInFor: [] }
export const WhoContext = createContext<Who>(nobody)
export const useWho = () => useContext(WhoContext)
