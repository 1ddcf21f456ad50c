/** Accounts opened before it was kept: where in the book their personal data lies, so that closing them erases it. */
export const up = `
UPDATE subject s SET state = (s.state::jsonb || jsonb_build_object('personalAt', coalesce((
  SELECT jsonb_agg(j.position ORDER BY j.position) FROM journal j JOIN personal p ON p.bureau = j.bureau AND p.position = j.position
  WHERE j.bureau = s.bureau AND j.subject_kind = s.kind AND j.subject_id = s.id), '[]'::jsonb)))::json
WHERE s.kind = 'citizen' AND s.state -> 'personalAt' IS NULL
`
