/**
 * What the portal keeps for citizens outside of the book: applications not yet handed in, forms that came back after the session had ended, and
 * which messages were opened. Nothing here is the bureau's record; it may be swept away without harm to any case.
 */
export const up = `
create table draft (
  bureau text not null,
  id text not null,
  citizen text not null,
  item text not null,
  item_version integer not null,
  -- The case that this draft supplements; null for a new application.
  case_id text,
  applicant_kind text not null,
  acts_for text,
  contact jsonb not null,
  answers jsonb not null,
  materials jsonb not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  -- The case that came of it.
  submitted text,
  primary key (bureau, id)
);
create index draft_citizen on draft (bureau, citizen, saved_at desc);
create index draft_item on draft (bureau, item) where submitted is not null;

create table held_form (
  bureau text not null,
  id text not null,
  path text not null,
  fields jsonb not null,
  held_at timestamptz not null,
  primary key (bureau, id)
);

create table read_notice (
  bureau text not null,
  citizen text not null,
  paper text not null,
  read_at timestamptz not null,
  primary key (bureau, citizen, paper)
);
`
