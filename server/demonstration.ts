import { readFileSync } from 'node:fs'
import type { OfficeInput } from '../rules/people/office.ts'
import type { House } from './app.ts'
import { desks } from './desks.ts'
import { seedBudget } from './desks/budget/public.ts'
import { seedCatalogue } from './desks/catalogue/public.ts'
import { type FirstPeople, type FirstStaff, seedPasswords, seedPeople } from './desks/people/seed-people.ts'
import { seedRecentCases } from './demo/recent-cases.ts'
import type { Database } from './platform/database/database.ts'
import { oneAtATime } from './platform/database/one-at-a-time.ts'
import type { Role } from '../rules/people/roles.ts'

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(`../data/divisions/${name}`, import.meta.url), 'utf8')) as T
const divisionTable = read<{ divisions: { code: string; name: string }[] }>('divisions.json')
const officeTable = read<{ institutions: { code: string; name: string }[]; offices: { id: string; institution: string; name: string }[] }>(
  'offices.json',
)

/** One password for all demonstration accounts; long enough for the administrators. A real bureau has no such account. */
export const demonstrationPassword = 'Yimeizhang-2026'

const person = (login: string, name: string, office: string, roles: readonly Role[], windows: readonly string[] = []): FirstStaff => ({
  id: `s-${login}`,
  login,
  name,
  office,
  windows,
  roles,
  password: demonstrationPassword,
  mustChangePassword: false,
})

/** The bureau of the published 2020 budget document: two institutions, four streets and one township. The people are invented. */
export const demonstrationPeople: FirstPeople = {
  bureau: {
    name: '秦皇岛经济技术开发区行政审批局',
    heading: '秦皇岛经济技术开发区行政审批局文件',
    letterCode: '秦开审批',
    region: '130371',
    uscc: '',
    hosts: [],
    receivingOffice: 'general-counter',
    reviewOrgan: '秦皇岛市人民政府',
    court: '秦皇岛经济技术开发区人民法院',
    address: '秦皇岛经济技术开发区政务服务中心',
    phone: '12345',
    demonstration: true,
  },
  divisions: divisionTable.divisions.filter(({ code }) => code.startsWith('130371')).map(({ code, name }) => ({ code, name })),
  offices: [
    ...officeTable.institutions.map(
      ({ code, name }): OfficeInput => ({ id: code, name, kind: 'institution', parent: null, unitCode: code, divisionCode: '130371' }),
    ),
    ...officeTable.offices.map(
      ({ id, institution, name }): OfficeInput => ({ id, name, kind: 'department', parent: institution, unitCode: '', divisionCode: '' }),
    ),
    ...divisionTable.divisions
      .filter(({ code }) => code.length === 9)
      .map(
        ({ code, name }): OfficeInput => ({
          id: `place-${code}`,
          name: `${name}便民服务中心`,
          kind: 'service-place',
          parent: '442003',
          unitCode: '',
          divisionCode: code,
        }),
      ),
  ],
  staff: [
    person('chuangkou', '王敏', 'general-counter', ['window-clerk'], ['1号']),
    person('chuangkou2', '李娜', 'general-counter', ['window-clerk'], ['2号']),
    person('shencha', '赵建国', 'social-affairs', ['reviewer']),
    person('shencha2', '孙丽', 'investment-projects', ['reviewer']),
    person('shencha3', '周强', 'business-permits', ['reviewer']),
    person('shencha4', '何静', 'urban-construction', ['reviewer']),
    person('jueding', '陈志远', 'policy-and-law', ['decision-maker']),
    person('juzhang', '刘海峰', 'general-office', ['head']),
    person('shixiang', '吴静', 'policy-and-law', ['catalogue-editor']),
    person('shenhe', '郑华', 'policy-and-law', ['catalogue-approver']),
    person('jiancha', '冯伟', 'supervision-office', ['supervisor']),
    person('caiwu', '蒋燕', 'general-office', ['finance-officer']),
    person('fuhe', '沈涛', 'general-office', ['finance-reviewer']),
    person('xitong', '韩磊', 'information-office', ['system-administrator']),
    person('anquan', '杨帆', 'information-office', ['security-administrator']),
    person('shenji', '朱琳', 'supervision-office', ['audit-administrator']),
    person('bohai', '秦芳', 'place-130371200', ['window-clerk'], ['渤海乡1号']),
  ],
}

interface Seeding {
  /** How many recent cases; none where the bureau is opened for something else. */
  readonly cases?: number
}

/** Seeds the demonstration where the book is empty; a start that was cut short is completed by the next one. */
export const seedDemonstration = (house: House, database: Database, seeding: Seeding = {}): Promise<void> =>
  oneAtATime(database, 'demonstration', () => seed(house, database, seeding))

async function seed(house: House, database: Database, { cases = 60 }: Seeding): Promise<void> {
  const bureau = house.door.settings.bureau
  const parts = { writer: house.writer, database, now: house.door.now }
  const { rows } = await database.query<{ demonstration: boolean; secrets: boolean; cases: boolean }>(
    `select demonstration, exists (select from staff_secret where bureau = $1) as secrets, exists (select from case_row where bureau = $1) as cases
     from bureau where bureau = $1`,
    [bureau],
  )
  const here = rows[0]
  if (here === undefined) await seedPeople(parts, bureau, demonstrationPeople)
  else if (here.demonstration && !here.secrets) await seedPasswords(parts, bureau, demonstrationPeople.staff)
  // The cases come last and all at once: where one is, nothing is lacking.
  if (here === undefined || (here.demonstration && !here.cases)) {
    await seedCatalogue(house.writer, bureau)
    await seedBudget(house.writer, bureau)
    if (cases > 0) await seedRecentCases(database, { bureau, desks, people: demonstrationPeople.staff, now: house.door.now(), cases })
  }
  house.door.forgetBureaus()
}
