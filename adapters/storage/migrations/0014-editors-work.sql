-- What editors decided on the work that the desk shows them.
create table work_decisions (
  kind text not null,
  item_id text not null,
  decision text not null,
  by_upn text not null,
  at timestamptz not null,
  -- When it comes back; null: not by itself.
  until timestamptz,
  primary key (kind, item_id)
);

-- A question that had no note is set aside: for good, or until then.
alter table unanswered_questions
  add column aside_at timestamptz,
  add column aside_until timestamptz,
  add column aside_by text;
create index unanswered_questions_open on unanswered_questions (seq) where aside_at is null;

-- Counts of what happened lately.
create index note_outcomes_at on note_outcomes (at, outcome, note_id);
create index cases_created on cases (created_at, site_id);
create index cases_solved on cases (updated_at) where state in ('resolved', 'closed');
