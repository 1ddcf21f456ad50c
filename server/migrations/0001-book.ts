/** The book: the journal, what is folded from it, and what keeps it exact. Every table is keyed by bureau first. */
export const up = `
-- Locked by whoever writes, and never updated: a row updated at every commit would grow a tail of dead versions under any open snapshot.
-- The position is the journal's own last one.
CREATE TABLE head (
  bureau text PRIMARY KEY
);

CREATE TABLE journal (
  bureau text NOT NULL,
  position bigint NOT NULL,
  act_id text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  subject_seq integer NOT NULL,
  type text NOT NULL,
  version integer NOT NULL,
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  actor jsonb NOT NULL,
  on_behalf_of text,
  channel text NOT NULL,
  data jsonb NOT NULL,
  personal_commitment text,
  PRIMARY KEY (bureau, position),
  UNIQUE (bureau, subject_kind, subject_id, subject_seq)
);

CREATE FUNCTION refuse_journal_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the journal is append-only: % refused', TG_OP USING ERRCODE = '55000';
END $$;
CREATE TRIGGER journal_is_append_only BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_journal_change();
CREATE TRIGGER journal_is_not_emptied BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_journal_change();

CREATE TABLE personal (
  bureau text NOT NULL,
  position bigint NOT NULL,
  salt text NOT NULL,
  data jsonb NOT NULL,
  corrected_by bigint,
  PRIMARY KEY (bureau, position)
);

CREATE TABLE subject (
  bureau text NOT NULL,
  kind text NOT NULL,
  id text NOT NULL,
  seq integer NOT NULL,
  state jsonb NOT NULL,
  last jsonb NOT NULL,
  quiet jsonb,
  PRIMARY KEY (bureau, kind, id)
) WITH (fillfactor = 80);

CREATE TABLE command_key (
  bureau text NOT NULL,
  actor text NOT NULL,
  key text NOT NULL,
  body text NOT NULL,
  answer text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (bureau, actor, key)
);
-- Keys lie in the order of their age, and only the hourly cleaning looks for it: the smallest index does.
CREATE INDEX command_key_age ON command_key USING brin (at);

CREATE TABLE timer (
  bureau text NOT NULL,
  subject_kind text NOT NULL,
  subject_id text NOT NULL,
  name text NOT NULL,
  due_at timestamptz NOT NULL,
  act text NOT NULL,
  certainty text NOT NULL,
  PRIMARY KEY (bureau, subject_kind, subject_id, name)
);
CREATE INDEX timer_due ON timer (bureau, due_at);

CREATE TABLE checkpoint (
  bureau text NOT NULL,
  follower text NOT NULL,
  position bigint NOT NULL DEFAULT 0,
  agent boolean NOT NULL DEFAULT false,
  holder text,
  held_until timestamptz,
  PRIMARY KEY (bureau, follower)
);

CREATE TABLE seal (
  bureau text NOT NULL,
  position bigint NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (bureau, position)
);

CREATE TABLE seal_head (
  bureau text NOT NULL,
  day date NOT NULL,
  position bigint NOT NULL,
  digest text NOT NULL,
  PRIMARY KEY (bureau, day)
);
`
