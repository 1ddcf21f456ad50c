/**
 * Pairs of characters are kept by the year of receipt: the newest come first in every search, so most of them end within a year instead of fetching what
 * a name gathered in all the years before. The function names no other: where an index is made, only the system's own are found.
 */
export const up = `
CREATE FUNCTION case_tokens_by_year(search_text text, received_at timestamptz) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT extract(year FROM timezone('UTC', received_at) + interval '8 hours')::integer || token), '{}') FROM (
    SELECT substr(line, place, 2) AS token FROM unnest(string_to_array(search_text, E'\\n')) AS line, generate_series(1, char_length(line) - 1) AS place
    UNION ALL SELECT left(line, 1) FROM unnest(string_to_array(search_text, E'\\n')) AS line WHERE line <> ''
  ) AS tokens
$$;
CREATE INDEX case_name_tokens_by_year ON case_name USING gin (case_tokens_by_year(search_text, received_at));
DROP INDEX case_name_tokens;
DROP FUNCTION case_tokens_of(text);
`
