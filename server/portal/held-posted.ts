import { seeOther, type Answer } from '../platform/http/answer.ts'
import type { Door } from '../platform/http/door.ts'
import type { Visit } from '../platform/http/visit.ts'
import type { Posted } from './form-values.ts'
import { holdForm, takeHeldForm } from './held-forms.ts'
import { html } from './html.ts'

const pathOf = (visit: Visit): string => visit.request.url.split('?')[0]!

export const heldNote = html`<div class="note" role="status"><p>登录已过期过一次，您刚才填的都在下面，请核对后再提交。</p></div>`

/** The session ended while the page was being filled: what was sent is kept until its sender is back at the same address. */
export async function hold(visit: Visit, door: Door): Promise<Answer> {
  const path = pathOf(visit)
  const held = await holdForm(door.database, visit.bureau, path, visit.body as Posted, door.now())
  return seeOther(`/sign-in?ended=true&next=${encodeURIComponent(`${path}?held=${held}`)}`)
}

export const heldOf = async (visit: Visit, door: Door, held: string | undefined): Promise<Posted | undefined> =>
  held === undefined ? undefined : takeHeldForm(door.database, visit.bureau, pathOf(visit), held)
