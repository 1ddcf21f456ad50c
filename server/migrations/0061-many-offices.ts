/**
 * A bureau has many offices, though one counter may take in everything: a plan made for any office must not count on every case being its own. Counted
 * as of the next ANALYZE.
 */
export const up = `
ALTER TABLE case_row ALTER COLUMN office SET (n_distinct = 30), ALTER COLUMN receiving_office SET (n_distinct = 30);
ALTER TABLE case_name ALTER COLUMN office SET (n_distinct = 30), ALTER COLUMN receiving_office SET (n_distinct = 30);
`
