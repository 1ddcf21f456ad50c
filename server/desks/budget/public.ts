/** What the roof and other desks may ask of the budget desk. */
export { type DisclosedBudget, disclosedBudgets } from './budget-shelf.ts'
export { seedBudget } from './seed-budget.ts'
