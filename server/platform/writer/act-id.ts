import { hash } from 'node:crypto'
import { randomHex } from '../random-hex.ts'

/** A new act's identity: 12 hex digits of the time, then 20 random ones, so that neighbours in time are neighbours in the index. */
export const newActId = (millis: number): string => millis.toString(16).padStart(12, '0') + randomHex(10)

/** The n-th id of an act: as good as random to others, always the same for the same act, and recognised by `isIdOf`. */
export const idOfAct = (actId: string, n: number): string => `${actId.slice(0, 24)}${hash('sha256', `${actId}/${n}`, 'hex').slice(0, 8)}`

export const isIdOf = (actId: string, id: string): boolean => id.length === 32 && id.startsWith(actId.slice(0, 24))
