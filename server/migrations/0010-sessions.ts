/** Sessions and bearer tokens. The token itself is nowhere: only its SM3. */
export const up = `
create table session (
  bureau text not null,
  token_hash text not null,
  kind text not null check (kind in ('cookie', 'bearer')),
  holder text not null check (holder in ('staff', 'citizen')),
  holder_id text not null,
  label text not null,
  permissions text,
  idle_minutes integer,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  ip text not null,
  primary key (bureau, token_hash)
);
create index session_holder on session (bureau, holder, holder_id) where ended_at is null;

-- Passwords of staff, argon2id. Not in the book: a secret is nobody's history.
create table staff_secret (
  bureau text not null,
  staff_id text not null,
  password_hash text not null,
  must_change boolean not null,
  changed_at timestamptz not null,
  primary key (bureau, staff_id)
);

-- One-time codes sent to phones. Both the phone and the code are kept as keyed digests only.
create table sign_in_code (
  bureau text not null,
  phone_digest text not null,
  code_digest text not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  sent_today integer not null default 1,
  used boolean not null default false,
  primary key (bureau, phone_digest)
);
`
