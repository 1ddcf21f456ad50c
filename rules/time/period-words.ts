import { chineseNumeral } from '../chinese-numeral.ts'
import type { Period } from './period.ts'

/** 20个工作日, 60日, 三个月, 一年: as the laws that set such periods call them. Natural days are just 日. */
export function periodWords({ days, dayType }: Period): string {
  if (dayType === 'workday') return `${days}个工作日`
  if (dayType === 'calendar') return `${days}日`
  return days > 0 && days % 12 === 0 ? `${spokenNumeral(days / 12)}年` : `${spokenNumeral(days)}个月`
}

/** Two of a thing are 两. */
const spokenNumeral = (count: number): string => (count === 2 ? '两' : chineseNumeral(count))
