import type { AuditRecord } from './audit-record.ts'

/** Records of one bureau that could be neither written nor kept. */
export interface Gap {
  readonly bureau: string
  readonly records: number
  readonly from: Date
  readonly until: Date
}

export const gapDoor = 'audit-gap'

/** The audit's own word on what it does not hold: how many, and from when to when. */
export const gapRecord = ({ bureau, records, from, until }: Gap): AuditRecord => ({
  bureau,
  at: until,
  actorKind: 'system',
  actorId: '',
  actorName: '',
  door: gapDoor,
  method: '',
  path: `${from.toISOString()}/${until.toISOString()}`,
  subject: `lost/${records}`,
  status: 0,
  code: 'audit-lost',
  ip: '',
  request: '',
})

export const gapTitle = (subject: string): string => `数据库中断，有 ${subject.replace('lost/', '')} 条审计没有记下`

/** Counts what was lost, a line for each bureau, until it is taken to be written. */
export function openLosses() {
  let gaps = new Map<string, Gap>()
  const merge = (one: Gap): void => {
    const before = gaps.get(one.bureau)
    const from = before === undefined || one.from < before.from ? one.from : before.from
    const until = before === undefined || one.until > before.until ? one.until : before.until
    gaps.set(one.bureau, { bureau: one.bureau, records: one.records + (before?.records ?? 0), from, until })
  }
  return {
    any: () => gaps.size > 0,
    add: ({ bureau, at }: AuditRecord) => merge({ bureau, records: 1, from: at, until: at }),
    take(): readonly Gap[] {
      const taken = [...gaps.values()]
      gaps = new Map()
      return taken
    },
    putBack: (taken: readonly Gap[]) => taken.forEach(merge),
  }
}
