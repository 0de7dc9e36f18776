-- What is counted of each case, and of each talk that a note ended without one: no words, and pseudonyms for people.
create table case_facts (
  id text primary key,
  matter text not null,
  number text,
  version integer not null,
  at timestamptz not null,
  week date not null,
  month text not null,
  site_id text,
  area text,
  site_kind text,
  category text not null,
  priority text,
  type text,
  load text,
  contractor_id text,
  person text not null,
  things text[] not null,
  ended_at timestamptz,
  helped boolean not null,
  came_back boolean not null,
  -- Measures that count it, and those that have it in their denominator alone.
  yes text[] not null,
  no text[] not null,
  data jsonb not null
);
create index case_facts_at on case_facts (at, id);
create index case_facts_cell on case_facts (week, month);
create index case_facts_site on case_facts (site_id, at);
create index case_facts_category on case_facts (category, at);
create index case_facts_area on case_facts (area, at);
create index case_facts_person on case_facts (person, category, at);
create index case_facts_contractor on case_facts (contractor_id, at) where contractor_id is not null;

-- The facts of a week within a month added up, whole and by each way of breaking them down: weeks and months are sums.
create table insight_cells (
  week date not null,
  month text not null,
  by text not null,
  value text not null,
  facts integer not null,
  people text[] not null,
  workers text[] not null,
  tallies jsonb not null,
  primary key (by, week, month, value)
);

-- How far counting has come. One row.
create table insight_mark (
  one boolean primary key default true check (one),
  changed_at timestamptz not null,
  counted_at timestamptz not null,
  formulas integer not null
);

create index cases_changed on cases (updated_at, id);
create index offers_accepted on offers (to_id, answered_at) where status = 'accepted';
