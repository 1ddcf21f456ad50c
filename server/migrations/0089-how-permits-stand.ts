/** What a list needs to say how a permit stands on a day, beside the case, which is long: read with each line that shows a granted one. */
export const up = `
CREATE TABLE permit_row (
  bureau text NOT NULL,
  id text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  ended text,
  suspended jsonb,
  changed boolean NOT NULL,
  PRIMARY KEY (bureau, id)
);
INSERT INTO permit_row
SELECT s.bureau, s.id, coalesce(x.decision -> 'validity' ->> 'from', x.decision ->> 'on')::date,
  nullif(x.decision -> 'validity' ->> 'to', 'unlimited')::date,
  CASE WHEN x.permit ->> 'cancelled' IS NOT NULL THEN 'cancelled' WHEN x.permit ->> 'revoked' IS NOT NULL THEN 'revoked'
    WHEN x.permit ->> 'withdrawn' IS NOT NULL THEN 'withdrawn' WHEN x.permit ->> 'forfeited' IS NOT NULL THEN 'forfeited' END,
  (SELECT jsonb_agg(jsonb_build_object('from', one -> 'from', 'until', one -> 'until',
    'lifted', CASE WHEN one ->> 'lifted' IS NOT NULL THEN jsonb_build_object('on', one -> 'lifted' -> 'on') END) ORDER BY place)
    FROM json_array_elements(x.permit -> 'suspensions') WITH ORDINALITY AS t(one, place)),
  x.permit ->> 'changes' IS NOT NULL
FROM subject s CROSS JOIN LATERAL json_to_record(s.state) AS x(outcome text, decision json, permit json)
WHERE s.kind = 'case' AND x.outcome = 'granted' AND x.decision IS NOT NULL AND x.decision::text <> 'null'
ORDER BY s.bureau, s.id;
ANALYZE permit_row;
`
