/** What other desks and the portal may ask of the people desk. */
export { checkCode, citizenOfPhone, findCitizenByPhone, sendCode } from './citizen-sign-in.ts'
export { viewCitizen } from './citizen-view.ts'
export { declareRealName, grantAgency } from './citizen-wishes.ts'
export { eraseClosedAccounts } from './erase-closed-accounts.ts'
export { statesOf } from './directory.ts'
