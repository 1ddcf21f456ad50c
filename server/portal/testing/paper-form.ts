/** A form as a browser without scripts reads it from a page. */
export interface SeenForm {
  readonly action: string
  readonly multipart: boolean
  /** Hidden fields with their values; the form token is left out, the client sends its own. */
  readonly hidden: Readonly<Record<string, string>>
  /** Names of all inputs, selects and text areas that a person can fill. */
  readonly names: readonly string[]
  /** Values of the checked or filled ones. */
  readonly filled: Readonly<Record<string, string>>
}

const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return match?.[1]?.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}

/** All forms of a page, in order. */
export function formsOf(page: string): readonly SeenForm[] {
  return [...page.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => {
    const head = /<form\b[^>]*>/.exec(form)![0]
    const hidden: Record<string, string> = {}
    const filled: Record<string, string> = {}
    const names = new Set<string>()
    for (const [tag] of form.matchAll(/<(input|select|textarea)\b[^>]*>/g)) {
      const name = attribute(tag, 'name')
      if (name === undefined || name === 'csrf') continue
      const type = attribute(tag, 'type') ?? 'text'
      const value = attribute(tag, 'value') ?? ''
      if (type === 'hidden') hidden[name] = value
      else {
        names.add(name)
        if (type === 'radio' || type === 'checkbox' ? / checked/.test(tag) : value !== '') filled[name] = value
      }
    }
    return { action: attribute(head, 'action') ?? '', multipart: / enctype="multipart\/form-data"/.test(head), hidden, names: [...names], filled }
  })
}

export const formTo = (page: string, action: string | RegExp): SeenForm => {
  const found = formsOf(page).find((form) => (typeof action === 'string' ? form.action === action : action.test(form.action)))
  if (found === undefined) throw new Error(`no form to ${action} on:\n${page.replace(/[\s\S]*<main/, '<main').slice(0, 2000)}`)
  return found
}
