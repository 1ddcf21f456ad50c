import { instantOfMillis, plainDateOfInstant } from '../../../rules/time/instant.ts'
import type { PlainDate } from '../../../rules/time/plain-date.ts'
import type { Door } from '../../platform/http/door.ts'

/** Today by the bureau's clock. */
export const todayOf = (door: Pick<Door, 'now'>): PlainDate => plainDateOfInstant(instantOfMillis(door.now().getTime()))
