/**
 * The book's own JSON as it was written, not taken apart: it is read and written whole, a hundred times more often than anyone looks inside it by SQL
 * (`->` works on both). A state of six thousand characters is saved in a third of the time.
 */
export const up = `
ALTER TABLE subject ALTER COLUMN state TYPE json USING state::json, ALTER COLUMN last TYPE json USING last::json, ALTER COLUMN quiet TYPE json USING quiet::json;
ALTER TABLE personal ALTER COLUMN data TYPE json USING data::json;
ALTER TABLE journal ALTER COLUMN data TYPE json USING data::json, ALTER COLUMN actor TYPE json USING actor::json;
`
