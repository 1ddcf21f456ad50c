/** Lists of the people desk, filled from its subjects. A citizen's name, number and phone are in none of them. */
export const up = `
create table bureau (
  bureau text not null,
  id text not null,
  name text not null,
  hosts text[] not null,
  demonstration boolean not null,
  primary key (bureau, id)
);
create table office (
  bureau text not null,
  id text not null,
  name text not null,
  kind text not null,
  parent text,
  unit_code text not null,
  division_code text not null,
  closed boolean not null,
  primary key (bureau, id)
);
create table division (
  bureau text not null,
  id text not null,
  name text not null,
  level text not null,
  closed boolean not null,
  primary key (bureau, id)
);
create table staff (
  bureau text not null,
  id text not null,
  name text not null,
  login text not null,
  office text not null,
  roles text[] not null,
  windows text[] not null,
  active boolean not null,
  primary key (bureau, id)
);
create index staff_login on staff (bureau, login);
create index staff_office on staff (bureau, office);
create table citizen (
  bureau text not null,
  id text not null,
  phone_digest text not null,
  level integer not null,
  closed boolean not null,
  primary key (bureau, id)
);
create index citizen_phone on citizen (bureau, phone_digest);
create table firm (
  bureau text not null,
  id text not null,
  name text not null,
  people text[] not null,
  primary key (bureau, id)
);
create index firm_people on firm using gin (people);

-- Wrong passwords, by sign-in name whether somebody bears it or not: a stranger learns nothing from being locked.
create table sign_in_failure (
  bureau text not null,
  login text not null,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (bureau, login)
);
`
