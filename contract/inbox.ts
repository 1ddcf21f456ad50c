import { type Static, Type } from 'typebox'
import { Day, Id, Maybe, shape } from './case-parts.ts'

const text = Type.String()

/** What an applicant finds in the inbox: each paper of the own cases, newest first. */
export const Notice = Type.Object(
  {
    paper: Id,
    kind: text,
    title: text,
    number: text,
    on: Day,
    case: Id,
    caseNumber: text,
    itemName: text,
    ready: Type.Boolean(),
    servedOn: Maybe(Day),
  },
  shape,
)
export const Inbox = Type.Object({ notices: Type.Array(Notice), next: Maybe(text) }, shape)

export type Notice = Static<typeof Notice>
export type Inbox = Static<typeof Inbox>
