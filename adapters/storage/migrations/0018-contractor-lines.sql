-- How it stands between us and each contractor's system: who is sending to it now, and whether it is left alone.
create table contractor_lines (
  contractor_id text primary key,
  -- The sender that has the line, until when it is believed to live, and what it was sending.
  held_by text,
  held_until timestamptz,
  under_way jsonb,
  -- Since when nothing got through; null: all is well.
  blocked_since timestamptz,
  why text check (why in ('system', 'sign-in', 'pace')),
  failures integer not null default 0,
  next_try_at timestamptz,
  dispatchers_told_at timestamptz
);

-- Cases with something that the contractor's system has not been told, in the order in which they were opened.
create table contractor_waiting (
  case_id text primary key references cases (id) on delete cascade,
  contractor_id text not null,
  number text not null,
  opened_at timestamptz not null,
  since timestamptz not null,
  -- This one is not tried again before then, though others are.
  not_before timestamptz,
  requester_told boolean not null default false
);
create index contractor_waiting_in_order on contractor_waiting (contractor_id, opened_at, case_id);
