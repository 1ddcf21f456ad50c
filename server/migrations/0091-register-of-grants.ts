/**
 * The register of grants that anybody may read (行政许可法 40): beside how a permit stands, when and for which item it was granted, by which paper, and from
 * when what renewed it stands in its place. Made anew from the cases, so that no row is written twice.
 */
export const up = `
DROP TABLE permit_row;
CREATE TABLE permit_row (
  bureau text NOT NULL,
  id text NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  ended text,
  suspended jsonb,
  changed boolean NOT NULL,
  renewed_from date,
  granted_on date NOT NULL,
  item text NOT NULL,
  decision_number text
);
INSERT INTO permit_row
SELECT s.bureau, s.id, coalesce(x.decision -> 'validity' ->> 'from', x.decision ->> 'on')::date,
  nullif(x.decision -> 'validity' ->> 'to', 'unlimited')::date,
  CASE WHEN x.permit ->> 'cancelled' IS NOT NULL THEN 'cancelled' WHEN x.permit ->> 'revoked' IS NOT NULL THEN 'revoked'
    WHEN x.permit ->> 'withdrawn' IS NOT NULL THEN 'withdrawn' WHEN x.permit ->> 'forfeited' IS NOT NULL THEN 'forfeited' END,
  (SELECT jsonb_agg(jsonb_build_object('from', one -> 'from', 'until', one -> 'until',
    'lifted', CASE WHEN one ->> 'lifted' IS NOT NULL THEN jsonb_build_object('on', one -> 'lifted' -> 'on') END) ORDER BY place)
    FROM json_array_elements(x.permit -> 'suspensions') WITH ORDINALITY AS t(one, place)),
  x.permit ->> 'changes' IS NOT NULL,
  NULL::date,
  (x.decision ->> 'on')::date,
  x.item ->> 'code',
  (SELECT one ->> 'number' FROM json_array_elements(x.papers) WITH ORDINALITY AS t(one, place)
    WHERE one ->> 'kind' IN ('grant-decision', 'renewal-notice') AND one ->> 'voidedOn' IS NULL ORDER BY place LIMIT 1)
FROM subject s CROSS JOIN LATERAL json_to_record(s.state) AS x(outcome text, decision json, permit json, item json, papers json)
WHERE s.kind = 'case' AND x.outcome = 'granted' AND x.decision IS NOT NULL AND x.decision::text <> 'null'
ORDER BY s.bureau, s.id;
ALTER TABLE permit_row ADD PRIMARY KEY (bureau, id);
CREATE INDEX permit_row_newest ON permit_row (bureau, granted_on DESC, id DESC);
CREATE INDEX permit_row_item_newest ON permit_row (bureau, item, granted_on DESC, id DESC);
CREATE INDEX permit_row_number ON permit_row (bureau, decision_number) WHERE decision_number IS NOT NULL;
ANALYZE permit_row;
`
