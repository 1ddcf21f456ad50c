import type { Act, SubjectKind } from '../../../rules/act.ts'
import { endAbsence, recordAbsence } from '../../../rules/people/absence-acts.ts'
import { bureauKind, changeBureau, openBureau, setSealImage } from '../../../rules/people/bureau.ts'
import {
  changePhone,
  citizenKind,
  closeCitizenAccount,
  declareRealName,
  eraseClosedAccount,
  registerCitizen,
  verifyCitizen,
} from '../../../rules/people/citizen.ts'
import { closeDivision, divisionKind, setDivision } from '../../../rules/people/division.ts'
import { claimFirm, firmKind, grantAgency, revokeAgency, verifyRepresentative } from '../../../rules/people/firm.ts'
import { addOffice, changeOffice, closeOffice, officeKind } from '../../../rules/people/office.ts'
import { staffKind } from '../../../rules/people/staff.ts'
import { addStaff, changeStaff, disableStaff, enableStaff, grantRoles } from '../../../rules/people/staff-acts.ts'
import { uniqueKind } from '../../../rules/unique.ts'
import type { Desk } from '../../platform/http/desk.ts'
import { accountRoutes } from './account-routes.ts'
import { bureauRoutes } from './bureau-routes.ts'
import { citizenRoutes } from './citizen-routes.ts'
import { peopleRows } from './list-rows.ts'
import { officeRoutes } from './office-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { tokenRoutes } from './token-routes.ts'

const kinds: readonly SubjectKind[] = [bureauKind, officeKind, divisionKind, staffKind, citizenKind, firmKind, uniqueKind] as readonly SubjectKind[]

const acts: readonly Act[] = [
  openBureau,
  changeBureau,
  setSealImage,
  addOffice,
  changeOffice,
  closeOffice,
  setDivision,
  closeDivision,
  addStaff,
  changeStaff,
  grantRoles,
  disableStaff,
  enableStaff,
  recordAbsence,
  endAbsence,
  registerCitizen,
  changePhone,
  declareRealName,
  verifyCitizen,
  closeCitizenAccount,
  eraseClosedAccount,
  claimFirm,
  verifyRepresentative,
  grantAgency,
  revokeAgency,
] as readonly Act[]

/** 人员与机构: offices, divisions, staff and their roles, citizens and the firms they act for, and the bureau itself. */
export const peopleDesk: Desk = {
  name: 'people',
  kinds,
  acts,
  rows: peopleRows,
  fileEntries: ['seal-image-set'],
  routes: [...sessionRoutes, ...tokenRoutes, ...officeRoutes, ...staffRoutes, ...accountRoutes, ...bureauRoutes, ...citizenRoutes],
}
