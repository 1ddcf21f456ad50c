import { Type } from 'typebox'
import { Day, FileName, Id, Maybe, MovedDays, shape } from './case-parts.ts'

/* What the case page tells of the procedure beside the main road: corrections, inspections, stops, third parties, the hearing, papers and their service. */

const text = Type.String()

export const Supplements = Type.Array(
  Type.Object(
    {
      ordinal: Type.Integer(),
      notifiedOn: Day,
      reason: Maybe(text),
      /** The last day of this notice while the correction is awaited; null where it named none. */
      lastDay: Maybe(Day),
      answeredOn: Maybe(Day),
      givenUpOn: Maybe(Day),
      faults: Type.Array(Type.Object({ material: Id, materialName: text, fault: text, correction: text }, shape)),
    },
    shape,
  ),
)

export const Inspections = Type.Array(
  Type.Object({ on: Day, place: text, inspectors: Type.Array(text), conforms: Type.Boolean(), photos: Type.Array(FileName) }, shape),
)

export const ExcludedRuns = Type.Array(
  Type.Object(
    { kind: text, name: text, article: text, startedOn: Day, announcedEnd: Day, moved: MovedDays, endedOn: Maybe(Day), overran: Type.Boolean() },
    shape,
  ),
)

export const ThirdParties = Type.Array(
  Type.Object(
    {
      id: Id,
      name: text,
      informedOn: Day,
      replyBy: Day,
      moved: MovedDays,
      statements: Type.Array(Type.Object({ on: Day, gist: text, answer: text }, shape)),
    },
    shape,
  ),
)

export const HearingView = Type.Object(
  {
    parties: Type.Array(Type.Object({ party: text, name: text, toldOn: Day, requestBy: Maybe(Day), moved: MovedDays, answer: Maybe(text) }, shape)),
    requestedOn: Maybe(Day),
    holdBy: Maybe(Day),
    /** When and why the last day of holding it moved. */
    moved: MovedDays,
    announced: Maybe(
      Type.Object(
        {
          heldOn: Day,
          startsAt: Maybe(text),
          place: text,
          chair: text,
          chairId: Id,
          matter: Maybe(text),
          /** Days announced before, and why they were given up. */
          postponed: Type.Array(Type.Object({ on: Day, from: Day, because: text }, shape)),
        },
        shape,
      ),
    ),
    heldOn: Maybe(Day),
  },
  shape,
)

export const PaperView = Type.Object(
  {
    id: Id,
    kind: text,
    title: text,
    number: text,
    on: Day,
    status: Type.Union([Type.Literal('issued'), Type.Literal('typeset'), Type.Literal('failed'), Type.Literal('voided')]),
    problem: Maybe(text),
    servedOn: Maybe(Day),
    /** Served by announcement: where, and when it counts as served. */
    announced: Maybe(Type.Object({ on: Day, due: Day, publishedIn: text }, shape)),
  },
  shape,
)

/** That somebody stand aside: who asked, whom, why, and what was decided. An applicant sees the own requests. */
export const Recusals = Type.Array(
  Type.Object(
    {
      id: Id,
      on: Day,
      party: text,
      asker: text,
      against: Type.Object({ id: Id, name: text }, shape),
      reason: text,
      answer: Maybe(Type.Object({ on: Day, by: text, granted: Type.Boolean(), reasons: text }, shape)),
    },
    shape,
  ),
)
