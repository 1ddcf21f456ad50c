import type { Limit } from '../time/leg.ts'
import type { ServiceItem } from './item.ts'

/** 行政许可法 44: ten working days from the decision. */
export const tenDaysOfTheLaw: Limit = { days: 10, dayType: 'workday', article: '行政许可法 第四十四条' }

/** In how many days the paper is handed over after a grant: those of the item's own law, else the ten working days of 行政许可法 44. */
export const serviceLimit = ({ limits }: Pick<ServiceItem, 'limits'>): Limit => limits.service ?? tenDaysOfTheLaw
