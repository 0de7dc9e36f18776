-- The figures of months that are closed, as they stand now; each change since leaves a trace.
create table insight_months (
  month text not null,
  by text not null,
  value text not null,
  facts integer not null,
  people text[] not null,
  workers text[] not null,
  tallies jsonb not null,
  frozen_at timestamptz not null,
  primary key (month, by, value)
);

create table insight_revisions (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  month text not null,
  by text not null,
  value text not null,
  measure text not null,
  old jsonb not null,
  new jsonb not null,
  why text not null,
  case_numbers text[] not null
);
create index insight_revisions_month on insight_revisions (month, seq);

-- What would help most, as it was worked out last.
create table insight_help (
  one boolean primary key default true check (one),
  at timestamptz not null,
  data jsonb not null
);
