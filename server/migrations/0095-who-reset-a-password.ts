/** Who last set somebody else's password and when, so that the person is told. */
export const up = `
ALTER TABLE staff_secret ADD COLUMN reset_by text;
ALTER TABLE staff_secret ADD COLUMN reset_at timestamptz;
`
