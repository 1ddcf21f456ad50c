/** The day of the oldest word or request of the applicant that nobody has answered yet: what an applicant says of an ended case is seen as well. */
export const up = `
ALTER TABLE case_row ADD COLUMN asked_on date;
CREATE INDEX case_row_asked ON case_row (bureau, asked_on, id) WHERE asked_on IS NOT NULL;
`
