/** Cases in which the bureau announced a measure, running or not: their days to answer follow the calendar. Few among the papers. */
export const up = `CREATE INDEX paper_row_measure ON paper_row (bureau, case_id) WHERE kind = 'intended-measure-notice'`
