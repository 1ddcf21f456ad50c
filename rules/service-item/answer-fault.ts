/** One answer that cannot stand. `path` is the field id, or `members[2].name` inside a table; the Chinese sentence lies in `contract/catalogue.ts`. */
export interface AnswerFault {
  readonly path: string
  /** The label as the applicant sees it; empty for an unknown field. */
  readonly label: string
  readonly code: AnswerFaultCode
  readonly detail?: Readonly<Record<string, string | number>>
}

export type AnswerFaultCode =
  | 'answer-missing'
  | 'answer-not-chosen'
  | 'answer-unknown-field'
  | 'answer-hidden-field'
  | 'answer-wrong-type'
  | 'answer-too-short'
  | 'answer-too-long'
  | 'answer-too-small'
  | 'answer-too-great'
  | 'answer-not-offered'
  | 'answer-bad-date'
  | 'answer-bad-phone'
  | 'answer-bad-uscc'
  | 'answer-bad-resident-id'
  | 'answer-bad-project-code'
  | 'answer-bad-text'
  | 'answer-too-few-rows'
  | 'answer-too-many-rows'
