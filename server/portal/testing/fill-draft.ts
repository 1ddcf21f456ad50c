import type { Json } from '../../../rules/act.ts'
import type { Answers } from '../../../rules/service-item/condition.ts'
import type { FormField, ServiceItem } from '../../../rules/service-item/item.ts'
import type { SampleInput } from '../../../rules/service-item/sample-input.ts'
import type { Client } from '../../testing/client.ts'
import { cellName, inputName, typedText } from '../form-values.ts'
import { formsOf, formTo } from './paper-form.ts'

export const page = async (client: Client, url: string): Promise<string> => {
  const answer = await client.get(url, { accept: 'text/html' })
  if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.statusCode} ${answer.headers.location ?? answer.body.slice(0, 600)}`)
  return answer.body
}

/** Sends a form and answers where it leads; throws with the page where it leads nowhere. */
export async function send(client: Client, url: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await client.form(url, fields)
  if (answer.statusCode !== 303) throw new Error(`${url}: ${answer.statusCode}\n${answer.body.replace(/[\s\S]*<main/, '<main').slice(0, 3000)}`)
  return String(answer.headers.location)
}

/** What a person types for these answers, for the inputs that a page has. */
export function typed(item: ServiceItem, answers: Answers, names: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = {}
  const put = (name: string, field: FormField, value: Json | undefined) => {
    if (names.includes(name) && value !== undefined) fields[name] = typedText(field, value)
  }
  for (const field of item.form.flatMap((group) => group.fields)) {
    const value = answers[field.id]
    if (field.type !== 'list') put(inputName(field.id), field, value)
    else if (Array.isArray(value))
      value.forEach((row, n) => {
        for (const column of field.columns ?? []) put(cellName(field.id, n, column.id), column, (row as Readonly<Record<string, Json>>)[column.id])
      })
  }
  return fields
}

export interface Filled {
  /** Address of the draft: `/drafts/…`. */
  readonly draft: string
  /** Pages of questions that were met, in order. */
  readonly met: readonly string[]
}

/** Fills an application page by page, as each page's own form has it, up to the review. */
export async function fillDraft(client: Client, item: ServiceItem, sample: SampleInput, whom: string): Promise<Filled> {
  let at = await send(client, `/apply/${item.code}`, { for: whom })
  const draft = at.replace(/\/contact$/, '')
  const met: string[] = []
  for (let steps = 0; !at.endsWith('/materials'); steps++) {
    if (steps > 40) throw new Error(`walks in circles at ${at}`)
    met.push(at.slice(draft.length + 1))
    const shown = await page(client, at)
    const form = formTo(shown, at.split('?')[0]!)
    at = (await send(client, form.action, { ...form.hidden, ...form.filled, ...typed(item, sample.answers, form.names), do: 'next' })).split('#')[0]!
  }
  const wanted = formsOf(await page(client, at)).filter(({ multipart }) => multipart)
  for (const [n, { action }] of wanted.entries()) {
    const sent = await client.upload(action, [{ name: `材料${n + 1}.pdf`, bytes: `%PDF-1.4\n%${action}\n%%EOF\n` }], {}, { accept: 'text/html' })
    if (sent.statusCode !== 303) throw new Error(`${action}: ${sent.statusCode} ${sent.body.slice(0, 800)}`)
  }
  return { draft, met }
}

/** Reviews and hands in; answers where it leads. */
export async function handIn(client: Client, { draft }: Filled): Promise<string> {
  const form = formTo(await page(client, `${draft}/review`), `${draft}/submit`)
  return send(client, form.action, { ...form.hidden, consents: 'true' })
}
