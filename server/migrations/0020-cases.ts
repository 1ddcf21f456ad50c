/**
 * Lists of cases. `case_row` has one row a case: what a list shows, by whose list it is and when it falls due. `case_token` finds cases by part of a
 * name: pairs of characters (trigram indexes fail on two characters), newest first by its own order, kept by a trigger whenever a name changes.
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

CREATE TABLE case_token (
  bureau text NOT NULL,
  token text COLLATE "C" NOT NULL,
  received_at timestamptz NOT NULL,
  id text COLLATE "C" NOT NULL,
  PRIMARY KEY (bureau, token, received_at, id)
);

CREATE FUNCTION index_case_tokens() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM case_token t USING case_tokens_of(OLD.search_text) AS token
      WHERE t.bureau = OLD.bureau AND t.token = token.token AND t.received_at = OLD.received_at AND t.id = OLD.id;
  END IF;
  INSERT INTO case_token (bureau, token, received_at, id) SELECT NEW.bureau, token.token, NEW.received_at, NEW.id FROM case_tokens_of(NEW.search_text) AS token;
  RETURN NULL;
END $$;

CREATE FUNCTION case_tokens_of(search_text text) RETURNS TABLE (token text) LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT substr(line, place, 2) FROM regexp_split_to_table(search_text, E'\\n') AS line, generate_series(1, char_length(line)) AS place
  WHERE place = 1 AND char_length(line) = 1 OR place < char_length(line)
  UNION SELECT left(line, 1) FROM regexp_split_to_table(search_text, E'\\n') AS line WHERE line <> ''
$$;

CREATE TRIGGER case_row_tokens_new AFTER INSERT ON case_row FOR EACH ROW EXECUTE FUNCTION index_case_tokens();
CREATE TRIGGER case_row_tokens_changed AFTER UPDATE OF search_text ON case_row FOR EACH ROW
  WHEN (OLD.search_text IS DISTINCT FROM NEW.search_text) EXECUTE FUNCTION index_case_tokens();

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
