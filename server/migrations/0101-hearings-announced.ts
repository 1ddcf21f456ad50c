/**
 * Hearings that anybody may read of (行政许可法 46, 48): what, when, where, and where a day was given up, why. Filled by the cases as they are written; a
 * hearing announced by an earlier version comes in with its next announcement.
 */
export const up = `
CREATE TABLE hearing_row (
  bureau text NOT NULL,
  id text NOT NULL,
  item text NOT NULL,
  item_name text NOT NULL,
  by_law boolean NOT NULL,
  matter text,
  announced_on date NOT NULL,
  held_on date NOT NULL,
  starts_at text,
  place text NOT NULL,
  standing text NOT NULL,
  postponed jsonb NOT NULL,
  PRIMARY KEY (bureau, id)
);
CREATE INDEX hearing_row_day ON hearing_row (bureau, held_on, id);
`
