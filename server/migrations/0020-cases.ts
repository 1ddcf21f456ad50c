/**
 * Lists of cases. `case_row` has one row a case: what a list shows, by whose list it is and when it falls due. `case_name` finds cases by part of a name,
 * by pairs of characters (trigram indexes fail on two characters); it stands apart so that the many changes of a case leave its index alone: a
 * trigger writes it when a case is opened and when its name changes.
 */
export const up = `
CREATE TABLE case_row (
  bureau text NOT NULL,
  id text NOT NULL,
  seq integer NOT NULL,
  number text COLLATE "C" NOT NULL,
  phase text NOT NULL,
  running boolean NOT NULL,
  item text NOT NULL,
  item_name text NOT NULL,
  procedure text NOT NULL,
  applicant_name text NOT NULL,
  applicant_kind text NOT NULL,
  account text,
  office text NOT NULL,
  receiving_office text NOT NULL,
  received_on date NOT NULL,
  received_at timestamptz NOT NULL,
  step_name text,
  step_role text,
  handler text,
  handler_name text,
  leg text,
  stopped boolean NOT NULL,
  yellow_on date,
  promised_due date,
  statutory_due date,
  provisional boolean NOT NULL,
  urgency date NOT NULL,
  concluded_on date,
  reminders integer NOT NULL,
  search_text text NOT NULL,
  PRIMARY KEY (bureau, id)
) WITH (fillfactor = 80);
CREATE INDEX case_row_number ON case_row (bureau, number);
CREATE INDEX case_row_urgency ON case_row (bureau, urgency, id) WHERE running;
CREATE INDEX case_row_office_urgency ON case_row (bureau, office, urgency, id) WHERE running;
CREATE INDEX case_row_receiving_urgency ON case_row (bureau, receiving_office, urgency, id) WHERE running;
CREATE INDEX case_row_handler_urgency ON case_row (bureau, handler, urgency, id) WHERE running AND handler IS NOT NULL;
CREATE INDEX case_row_newest ON case_row (bureau, received_at DESC, id DESC);
CREATE INDEX case_row_office_newest ON case_row (bureau, office, received_at DESC, id DESC);
CREATE INDEX case_row_receiving_newest ON case_row (bureau, receiving_office, received_at DESC, id DESC);
CREATE INDEX case_row_item_newest ON case_row (bureau, item, received_at DESC, id DESC);
CREATE INDEX case_row_account_newest ON case_row (bureau, account, received_at DESC, id DESC) WHERE account IS NOT NULL;
CREATE INDEX case_row_leg ON case_row (bureau, id) WHERE leg IS NOT NULL;
CREATE INDEX case_row_concluded ON case_row (bureau, concluded_on) WHERE concluded_on IS NOT NULL;

CREATE TABLE case_name (
  bureau text NOT NULL,
  id text NOT NULL,
  received_at timestamptz NOT NULL,
  office text NOT NULL,
  receiving_office text NOT NULL,
  account text,
  search_text text NOT NULL,
  PRIMARY KEY (bureau, id)
);

CREATE FUNCTION case_tokens_of(search_text text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT token), '{}') FROM (
    SELECT substr(line, place, 2) AS token FROM unnest(string_to_array(search_text, E'\\n')) AS line, generate_series(1, char_length(line) - 1) AS place
    UNION ALL SELECT left(line, 1) FROM unnest(string_to_array(search_text, E'\\n')) AS line WHERE line <> ''
  ) AS tokens
$$;
CREATE INDEX case_name_tokens ON case_name USING gin (case_tokens_of(search_text));
CREATE INDEX case_name_newest ON case_name (bureau, received_at DESC, id DESC);
CREATE INDEX case_name_office ON case_name (bureau, office, received_at DESC, id DESC);
CREATE INDEX case_name_receiving ON case_name (bureau, receiving_office, received_at DESC, id DESC);
CREATE INDEX case_name_account ON case_name (bureau, account, received_at DESC, id DESC) WHERE account IS NOT NULL;

CREATE FUNCTION keep_case_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO case_name (bureau, id, received_at, office, receiving_office, account, search_text)
  VALUES (NEW.bureau, NEW.id, NEW.received_at, NEW.office, NEW.receiving_office, NEW.account, NEW.search_text)
  ON CONFLICT (bureau, id) DO UPDATE SET search_text = excluded.search_text;
  RETURN NULL;
END $$;
CREATE TRIGGER case_row_named AFTER INSERT ON case_row FOR EACH ROW EXECUTE FUNCTION keep_case_name();
CREATE TRIGGER case_row_renamed AFTER UPDATE OF search_text ON case_row FOR EACH ROW
  WHEN (OLD.search_text IS DISTINCT FROM NEW.search_text) EXECUTE FUNCTION keep_case_name();

CREATE TABLE paper_row (
  bureau text NOT NULL,
  id text NOT NULL,
  seq integer NOT NULL,
  kind text NOT NULL,
  number text NOT NULL,
  issued_on date NOT NULL,
  issued_at timestamptz NOT NULL,
  case_id text NOT NULL,
  case_number text NOT NULL,
  item_name text NOT NULL,
  account text,
  status text NOT NULL,
  served_on date,
  PRIMARY KEY (bureau, id)
);
CREATE INDEX paper_row_account ON paper_row (bureau, account, issued_at DESC, id DESC) WHERE account IS NOT NULL;
CREATE INDEX paper_row_case ON paper_row (bureau, case_id);
`
