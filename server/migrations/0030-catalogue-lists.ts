/** Lists of the catalogue: items that were ever published, and every version with its state. Filled in the transaction that writes the book. */
export const up = `
CREATE TABLE item_row (
  bureau text NOT NULL,
  id text NOT NULL,
  seq integer NOT NULL,
  published jsonb NOT NULL,
  retired_from date,
  PRIMARY KEY (bureau, id)
);

CREATE TABLE item_version_row (
  bureau text NOT NULL,
  id text NOT NULL,
  code text NOT NULL,
  version integer NOT NULL,
  seq integer NOT NULL,
  name text NOT NULL,
  field text NOT NULL,
  procedure text NOT NULL,
  institution text NOT NULL,
  office text NOT NULL,
  status text NOT NULL,
  source text NOT NULL,
  note text NOT NULL,
  drafted_at timestamptz NOT NULL,
  drafted_by text NOT NULL,
  effective_from date,
  PRIMARY KEY (bureau, id)
);
CREATE INDEX item_version_by_state ON item_version_row (bureau, status, drafted_at DESC, id);
CREATE INDEX item_version_by_code ON item_version_row (bureau, code, version DESC);
`
