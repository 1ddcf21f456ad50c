/** Who tried or looked at what, at which door, with what result. Holds no personal data and no text that was typed. */
export interface AuditRecord {
  readonly bureau: string
  readonly at: Date
  readonly actorKind: string
  readonly actorId: string
  readonly actorName: string
  readonly door: string
  readonly method: string
  readonly path: string
  /** What was looked at or acted on, `kind/id`, where the door knows it. */
  readonly subject: string
  /** HTTP status, or 0 for a look written before its answer. */
  readonly status: number
  readonly code: string
  readonly ip: string
  readonly request: string
}
