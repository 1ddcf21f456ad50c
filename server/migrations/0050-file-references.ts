/** Which subjects of the book name which stored file: made from the book, so that erasing knows whether anybody else still needs the bytes. */
export const up = `
create table file_reference (
  bureau text not null,
  digest text not null,
  kind text not null,
  id text not null,
  primary key (bureau, digest, kind, id)
);
create index file_reference_subject on file_reference (bureau, kind, id);
`
