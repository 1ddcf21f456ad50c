/** Who tried or looked at what, at which door. Nobody changes it: the trigger holds also for a superuser (PGlite runs as one). */
export const up = `
create table audit (
  bureau text not null,
  at timestamptz not null,
  id text not null,
  actor_kind text not null,
  actor_id text not null,
  actor_name text not null,
  door text not null,
  method text not null,
  path text not null,
  subject text not null,
  status integer not null,
  code text not null,
  ip text not null,
  request text not null,
  primary key (bureau, at, id)
);
create index audit_actor on audit (bureau, actor_id, at);
create index audit_subject on audit (bureau, subject, at);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only';
end
$$;
create trigger audit_no_change before update or delete on audit for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit for each statement execute function audit_is_append_only();
`
