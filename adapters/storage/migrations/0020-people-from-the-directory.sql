-- Whom the organisation's own directory names, beside the people whom the desk lists.
create table directory_people (
  -- What the desk knows them as: it stays when the upn changes.
  id text primary key,
  object_id text unique,
  upn text not null,
  name text not null,
  department text,
  office text,
  site_ids text[] not null,
  language text,
  inactive_since timestamptz,
  revision bigint not null
);

-- When the people were read, and what came of it: counts only.
create table people_syncs (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  source text not null,
  known integer not null,
  departed integer not null
);
