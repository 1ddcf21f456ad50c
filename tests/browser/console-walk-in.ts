import type { Page } from 'playwright-core'
import type { Json } from '../../rules/act.ts'
import { formatMoney } from '../../rules/money.ts'
import type { FormField, FormGroup } from '../../rules/service-item/item.ts'
import { visibleFields } from '../../rules/service-item/visible-form.ts'

type Answers = Readonly<Record<string, Json>>

/** Somebody at the window, with a name of rare characters. */
export const walkInPerson = {
  kind: 'natural-person',
  name: '欧阳若䶮',
  idType: 'resident-id',
  residentId: '11010519491231002X',
  phone: '13800000001',
  address: '秦皇岛开发区',
  agent: false,
}

const press = async (page: Page, key: string, times: number) => {
  for (let n = 0; n < times; n++) await page.keyboard.press(key)
}

async function typeAnswer(page: Page, field: FormField, value: Json | undefined): Promise<void> {
  if (value === undefined) return
  const options: readonly Json[] = field.type === 'yes-no' ? [true, false] : (field.options ?? []).map((option) => option.value)
  if (field.type === 'yes-no' || (field.type === 'choice' && options.length <= 5)) {
    await page.keyboard.press('Space')
    // One stands on the first button, or on the chosen one.
    const stood = await page.evaluate(() => {
      const here = document.activeElement as HTMLInputElement
      return [...document.getElementsByName(here.name)].indexOf(here)
    })
    await press(page, 'ArrowDown', (options.indexOf(value) - stood + options.length) % options.length)
  } else if (field.type === 'choice') await press(page, 'ArrowDown', options.indexOf(value) + 1)
  else if (field.type === 'date') {
    const [year, month, day] = String(value).split('-')
    await page.keyboard.type(`${month}${day}${year}`)
  } else await page.keyboard.type(field.type === 'money' ? formatMoney(value as number, '元', 0) : String(value))
}

/** A table is answered cell by cell, in the rows that stand open. */
const boxesOf = (field: FormField, value: Json | undefined): readonly { readonly field: FormField; readonly value: Json | undefined }[] =>
  field.type !== 'list'
    ? [{ field, value }]
    : (value as readonly Answers[])
        .slice(0, Math.max(1, field.min ?? 1))
        .flatMap((row, n) => field.columns!.map((column) => ({ field: { ...column, id: `${field.id}[${n}].${column.id}` }, value: row[column.id] })))

/** What one press of Enter took, in milliseconds: until the frame that shows the next box, and of that the page's own work on the processor. */
export interface Wait {
  readonly field: string
  readonly shown: number
  readonly work: number
}

/** How long the page's thread has worked so far, in its own time: what other programs do on this machine does not count. */
async function workClock(page: Page): Promise<() => Promise<number>> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000
  }
}

/** Answers a form by keyboard alone: Enter goes on from box to box, and every question must come up in its turn. Returns every wait between two boxes. */
export async function fillByKeyboard(page: Page, form: readonly FormGroup[], answers: Answers, from: string, prefix = ''): Promise<readonly Wait[]> {
  const waits: Wait[] = []
  const worked = await workClock(page)
  const fields = visibleFields(form, answers)
  const boxes = fields.slice(fields.findIndex(({ id }) => id === from)).flatMap((field) => boxesOf(field, answers[field.id]))
  for (const { field, value } of boxes) {
    await page.waitForFunction(
      (id) => document.activeElement?.id === id || document.activeElement?.getAttribute('name') === id,
      `answer-${prefix}${field.id}`,
    )
    await typeAnswer(page, field, value)
    // Measured inside the page: from the key's own event to the focus on the next box and the frame that shows it.
    await page.evaluate(() => {
      const held = window as unknown as { wait?: Promise<number> }
      held.wait = new Promise((done) => {
        window.addEventListener(
          'keydown',
          () => {
            const began = performance.now()
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - began), 0))
          },
          { capture: true, once: true },
        )
      })
    })
    const before = await worked()
    // In a text of many lines Enter begins a line.
    await page.keyboard.press(field.type === 'long-text' ? 'Tab' : 'Enter')
    const shown = await page.evaluate(() => (window as unknown as { wait: Promise<number> }).wait)
    waits.push({ field: field.id, shown, work: (await worked()) - before })
  }
  return waits
}

/**
 * Walks a form again and again until every box was once ready within the limit, at most `passes` times: a page that is slow of itself is slow in every pass,
 * another program that holds up this machine is not. Returns the shortest wait of every box, the longest first.
 */
export async function bestWaits(walk: () => Promise<readonly Wait[]>, limit: number, passes: number): Promise<readonly Wait[]> {
  const best = new Map<string, Wait>()
  for (let pass = 0; pass < passes; pass++) {
    for (const wait of await walk()) {
      const before = best.get(wait.field)
      if (before === undefined || wait.shown < before.shown) best.set(wait.field, wait)
    }
    if ([...best.values()].every(({ shown }) => shown < limit)) break
  }
  return [...best.values()].sort((a, b) => b.shown - a.shown)
}
