import { spokenDate } from '../../contract/reason-texts.ts'
import type { PlainDate } from '../../rules/time/plain-date.ts'

/** 3月2日 09:30 of an instant as the database gives it (+08:00). The year is left out where it is plain from the list. */
export const spokenTime = (instant: string): string => `${spokenDate(instant.slice(0, 10) as PlainDate)} ${instant.slice(11, 16)}`

export const spokenDay = (day: string): string => spokenDate(day as PlainDate)
