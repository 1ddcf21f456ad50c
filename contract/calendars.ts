import { type Static, Type } from 'typebox'
import { Day } from './people.ts'

/** What crosses the wire about working days. */
const shape = { additionalProperties: false } as const
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const NamedDays = Type.Array(Type.Object({ day: Day, name: text(50) }, shape), { maxItems: 60 })

export const CalendarTable = Type.Object(
  {
    year: Type.Integer({ minimum: 2015, maximum: 2199 }),
    notice: text(60),
    noticeTitle: text(200),
    noticeDate: Day,
    source: Type.Union([Type.Literal('read'), Type.Literal('recalled')]),
    off: NamedDays,
    work: NamedDays,
  },
  { ...shape, description: '一年的放假安排：通知文号、标题、日期，放假日和调休上班日' },
)

export const ExtraordinaryDay = Type.Object(
  { day: Day, workday: Type.Boolean(), document: text(100), reason: text(300) },
  { ...shape, description: '特殊日：改为上班或休息的日期、依据文号、原因' },
)

export const CalendarView = Type.Object({
  version: Type.String(),
  years: Type.Array(
    Type.Object({
      year: Type.Integer(),
      notice: Type.String(),
      noticeTitle: Type.String(),
      noticeDate: Type.String(),
      workdays: Type.Integer(),
      own: Type.Boolean(),
      off: Type.Array(Type.Object({ day: Type.String(), name: Type.String() })),
      work: Type.Array(Type.Object({ day: Type.String(), name: Type.String() })),
      amendments: Type.Integer(),
    }),
  ),
  extraordinary: Type.Array(ExtraordinaryDay),
  /** The first day that no published table covers: dates from here on are provisional. */
  provisionalFrom: Type.String(),
})
export type CalendarView = Static<typeof CalendarView>
