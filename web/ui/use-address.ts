import { useSearchParams } from 'react-router'

export type Changes = Readonly<Record<string, string | undefined>>

/** What a list is narrowed to stands in the address bar: it can be kept, sent to a colleague and gone back to. */
export function useAddress() {
  const [search, setSearch] = useSearchParams()
  const set = (changes: Changes) =>
    setSearch(
      (now) => {
        for (const [name, value] of Object.entries(changes))
          if (value === undefined || value === '') now.delete(name)
          else now.set(name, value)
        return now
      },
      { replace: true },
    )
  return { query: Object.fromEntries(search) as Readonly<Record<string, string>>, set, clear: () => setSearch({}, { replace: true }) }
}
