import type { StaffAnswer } from '../../../contract/people.ts'
import { minuteOf } from '../../ui/instant.ts'

/** When somebody else last set the password, and whether the person has set an own one since. */
export const resetWords = ({ by, at, replaced }: NonNullable<StaffAnswer['passwordReset']>): string =>
  `${minuteOf(at)} 由${by}重置，${replaced ? '之后本人已改过' : '本人还没有改成自己的'}`
