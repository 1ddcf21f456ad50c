import { seedCatalogue } from '../../desks/catalogue/public.ts'
import { openTestBureau, type TestBureau, type TestBureauOptions } from '../../testing/test-bureau.ts'

/** The whole house with the shipped catalogue. */
export async function openPortalBureau(options: TestBureauOptions = {}): Promise<TestBureau> {
  const house = await openTestBureau(options)
  await seedCatalogue(house.writer, house.bureau)
  return house
}
