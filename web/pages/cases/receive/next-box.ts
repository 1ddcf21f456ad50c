const boxes = 'input:not([type=hidden]):not([hidden]):not(:disabled), select:not(:disabled), textarea, button[type=submit]'

/** Enter goes on to the next box; of a group of radio buttons only one is a stop. */
export function nextBox(form: HTMLElement, from: HTMLElement): void {
  const name = from instanceof HTMLInputElement && from.type === 'radio' ? from.name : undefined
  const stops = [...form.querySelectorAll<HTMLElement>(boxes)].filter((box) => {
    if (box.offsetParent === null) return false
    if (!(box instanceof HTMLInputElement) || box.type !== 'radio') return true
    const chosen = form.querySelector(`input[type=radio][name="${CSS.escape(box.name)}"]:checked`)
    return chosen === null ? form.querySelector(`input[type=radio][name="${CSS.escape(box.name)}"]`) === box : chosen === box
  })
  const at = stops.findIndex((box) => box === from || (name !== undefined && box instanceof HTMLInputElement && box.name === name))
  const next = stops[at + 1]
  next?.focus()
  // As Tab does: what stands there already is marked, so that typing replaces it.
  if (next instanceof HTMLInputElement && (next.type === 'text' || next.type === 'tel')) next.select()
}
