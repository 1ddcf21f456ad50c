/** Files by digest. The bytes lie in the data folder (or wherever the store keeps them); a row says what they are and who brought them. */
export const up = `
create table file (
  bureau text not null,
  digest text not null,
  size bigint not null,
  media_type text not null,
  first_stored_at timestamptz not null,
  primary key (bureau, digest)
);

-- Who brought the file, under what name: they may see it again before any case names it.
create table file_upload (
  bureau text not null,
  digest text not null,
  holder text not null,
  holder_id text not null,
  name text not null,
  uploaded_at timestamptz not null,
  primary key (bureau, digest, holder, holder_id)
);
`
