import { useState } from 'react'
import type { Static } from 'typebox'
import type { VersionPage } from '../../../contract/catalogue.ts'
import { mergeEdits } from '../../../rules/merging/merge-edits.ts'
import type { ServiceItem } from '../../../rules/service-item/item.ts'
import { diffItems, type ItemDifference } from '../../../rules/service-item/item-diff.ts'

export type Page = Static<typeof VersionPage>

/** A colleague saved the same draft meanwhile. */
interface Meeting {
  readonly by: string
  /** Where both changed one place differently: `before` as the colleague has it, `after` as it stands here. */
  readonly differently: readonly ItemDifference[]
  readonly asTheirs: ServiceItem
}

interface Held {
  readonly item: ServiceItem
  /** What the editing began from, and its place in the book. */
  readonly base: Page
  readonly meeting: Meeting | undefined
}

/** The unsaved changes upon what a colleague saved, place by place; where both changed one differently, one's own stand and are named. */
export function putTogether({ item, base }: Pick<Held, 'item' | 'base'>, newest: Page, by: string): Held {
  const [was, theirs] = [base.item as ServiceItem, newest.item as ServiceItem]
  const mine = mergeEdits(was, item, theirs, 'mine').content
  const asTheirs = mergeEdits(was, item, theirs, 'theirs').content
  return { item: mine, base: newest, meeting: { by, differently: diffItems(asTheirs, mine), asTheirs } }
}

/** An item being edited: what is on the screen, and what a colleague's save does to it. */
export function useItemDraft(page: Page) {
  const [held, setHeld] = useState<Held>({ item: page.item as ServiceItem, base: page, meeting: undefined })
  return {
    ...held,
    put: (item: ServiceItem) => setHeld((one) => ({ ...one, item })),
    meet: (newest: Page, by: string) => setHeld((one) => putTogether(one, newest, by)),
    takeTheirs: () => setHeld((one) => (one.meeting === undefined ? one : { ...one, item: one.meeting.asTheirs, meeting: undefined })),
  }
}
