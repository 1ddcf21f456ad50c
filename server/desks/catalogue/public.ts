/** What other desks and the portal may ask of the catalogue desk. */
export { guideOf, materialView } from './guide-view.ts'
export { readItemFiles } from './item-files.ts'
export { listItems } from './item-list-view.ts'
export { draftUpgradedItems, draftUpgradedItemsEverywhere, seedCatalogue } from './seed-catalogue.ts'
export type { SearchAnswer } from './search-index.ts'
export { itemVersion, publishedVersion, type Shelf, shelfOf } from './shelf.ts'
