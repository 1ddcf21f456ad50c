/** The last day of the running step's own share of the promised days, so that a list can say which step is late. */
export const up = `ALTER TABLE case_row ADD COLUMN step_due date`
