-- What was changed of a technician's rota in the talk: who, when and why. Only ever added to.
create table rota_changes (
  seq bigint generated always as identity primary key,
  technician_upn text not null,
  by_upn text not null,
  at timestamptz not null,
  why text not null,
  before jsonb not null,
  after jsonb not null
);
create index rota_changes_technician on rota_changes (technician_upn, seq);

-- Every promise of when somebody comes, and what came of it. Kept with the case, so that it costs a turn nothing.
create view case_promises as
select
  c.id as case_id,
  c.number,
  c.site_id,
  c.category,
  p.ordinality as nth,
  (p.promise ->> 'byUpn') as by_upn,
  (p.promise ->> 'at')::timestamptz as promised_at,
  (p.promise ->> 'madeAt')::timestamptz as made_at,
  (p.promise ->> 'how') as how,
  (p.promise ->> 'outcome') as outcome,
  (p.promise ->> 'settledAt')::timestamptz as settled_at
from cases c
cross join lateral jsonb_array_elements(coalesce(c.data -> 'promises', '[]'::jsonb))
  with ordinality as p (promise, ordinality);
