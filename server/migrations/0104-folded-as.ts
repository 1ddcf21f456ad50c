/** With which rules the stored states of a bureau were folded from its book. No row: from before this was kept. */
export const up = `
CREATE TABLE folded (
  bureau text PRIMARY KEY,
  folded_as text NOT NULL,
  noted_at timestamptz NOT NULL DEFAULT now()
);
`
