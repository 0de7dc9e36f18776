-- What each fact adds to each measure, so narrow that a year of a large desk is added up while somebody waits.
create table fact_parts (
  id text primary key,
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
  worker text,
  -- Its shares and counts: many facts have the same, so what they are stands in part_sets once.
  shares text not null,
  -- Buckets of times (bot/insights/measures/tally.ts).
  answer_service smallint,
  answer_wall smallint,
  acknowledgement_service smallint,
  acknowledgement_wall smallint,
  arrival_service smallint,
  arrival_wall smallint,
  resolution_service smallint,
  resolution_wall smallint,
  contractor_wait smallint,
  contractor_over smallint,
  cost double precision
);
create index fact_parts_cell on fact_parts (week, month);
create index fact_parts_site on fact_parts (site_id, week);
create index fact_parts_area on fact_parts (area, week);

create table part_sets (
  id text primary key,
  parts jsonb not null
);

-- Lists of the cases that a rare figure rests on.
create index case_facts_yes on case_facts using gin (yes);
create index case_facts_no on case_facts using gin (no);
