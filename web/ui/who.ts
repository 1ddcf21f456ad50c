import { createContext, useContext } from 'react'

/** Who sits at this screen, as far as a page needs to know. */
export interface Who {
  readonly id: string
  readonly name: string
  readonly office: string
  /** bureau | office | own | none */
  readonly scope: string
  readonly permissions: ReadonlySet<string>
  readonly standsInFor: readonly { readonly id: string; readonly name: string }[]
}

export const WhoContext = createContext<Who>({ id: '', name: '', office: '', scope: 'none', permissions: new Set(), standsInFor: [] })
export const useWho = () => useContext(WhoContext)
