-- Rows for the responsibility matrix that cases sent back by a contractor suggest, and what a dispatcher said.
create table matrix_suggestions (
  id text primary key,
  contractor_id text not null,
  category text not null,
  -- Null: at every kind of site.
  site_kind text,
  at timestamptz not null,
  bounced integer not null,
  tickets integer not null,
  case_ids text[] not null,
  status text not null default 'open' check (status in ('open', 'approved', 'dismissed', 'outdated')),
  decided_by text,
  decided_at timestamptz
);
-- One of a kind is asked about at a time.
create unique index matrix_suggestions_open on matrix_suggestions (contractor_id, category, coalesce(site_kind, ''))
  where status = 'open';

-- Cases that a contractor has or had: for their record, and for what they keep sending back.
create index cases_with_contractor on cases (updated_at) where data ? 'contractorStays' or data ? 'contractorSince';
