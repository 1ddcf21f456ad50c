/** The last day to correct while a correction is awaited; older notices named none, so nothing is filled in. The list and the calendar's agent walk the few. */
export const up = `
ALTER TABLE case_row ADD COLUMN supplement_due date;
CREATE INDEX case_row_supplement_due ON case_row (bureau, id) WHERE supplement_due IS NOT NULL;
CREATE INDEX case_row_supplement_urgency ON case_row (bureau, urgency, id, supplement_due) WHERE supplement_due IS NOT NULL;
`
