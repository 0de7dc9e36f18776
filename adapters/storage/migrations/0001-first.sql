-- pg-boss fills it; two processes that start at once would both try to make it.
create schema if not exists jobs;

-- Cases: what is looked for has a column, the rest is in data.
create sequence case_number start with 1001;

create table cases (
  id text primary key,
  number text not null unique default 'VK-' || nextval('case_number'),
  version integer not null default 1,
  state text not null,
  category text not null,
  site_id text,
  -- 0 = critical … 3 = low
  urgency smallint not null,
  -- whoever opened or joined it
  people text[] not null,
  -- a technician's or dispatcher's upn; null for a contractor
  assigned_upn text,
  offered_upn text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  data jsonb not null
);
create index cases_people on cases using gin (people);
create index cases_open_at on cases (site_id, category, created_at) where state in ('new', 'in-progress', 'on-hold');
create index cases_open_assigned on cases (assigned_upn) where state in ('new', 'in-progress', 'on-hold');
create index cases_open_offered on cases (offered_upn) where state in ('new', 'in-progress', 'on-hold');

-- The history of a case: only ever added to.
create table case_events (
  seq bigint generated always as identity primary key,
  case_id text not null references cases (id) on delete cascade,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  data jsonb not null
);
create index case_events_case on case_events (case_id, seq);

create table offers (
  id text primary key,
  seq bigint generated always as identity,
  case_id text not null references cases (id) on delete cascade,
  to_kind text not null,
  to_id text not null,
  status text not null,
  offered_at timestamptz not null,
  acknowledge_by timestamptz,
  answered_at timestamptz,
  reason text
);
create index offers_case on offers (case_id, seq);
create unique index offers_one_at_a_time on offers (case_id) where status = 'offered';

-- The outbox.
create table deliveries (
  id text primary key,
  seq bigint generated always as identity,
  case_id text,
  offer_id text,
  replaces text,
  target jsonb not null,
  content jsonb not null,
  -- who receives it: one message at a time, in order, within a lane
  lane text not null,
  card_case_id text,
  card_upn text,
  status text not null default 'pending',
  attempts integer not null default 0,
  activity_id text,
  error text,
  created_at timestamptz not null,
  -- when it was created or last taken for sending
  touched_at timestamptz not null,
  sent_at timestamptz
);
create index deliveries_left_behind on deliveries (touched_at) where status in ('pending', 'sending');
create index deliveries_cards on deliveries (card_case_id, card_upn, seq) where card_case_id is not null;
create index deliveries_case on deliveries (case_id) where case_id is not null;

create table contacts (
  upn text primary key,
  aad_object_id text,
  reachable boolean not null,
  data jsonb not null
);
create index contacts_aad_object_id on contacts (aad_object_id);

create table conversations (
  channel text not null,
  conversation_id text not null,
  person_upn text not null,
  version integer not null,
  state jsonb not null,
  primary key (channel, conversation_id, person_upn)
);

-- Activities that were seen, so that a redelivery does nothing.
create table activities (
  channel text not null,
  conversation_id text not null,
  activity_id text not null,
  at timestamptz not null,
  primary key (channel, conversation_id, activity_id)
);
create index activities_at on activities (at);

create table unanswered_questions (
  seq bigint generated always as identity primary key,
  at timestamptz not null,
  text text not null,
  site_id text,
  category text,
  language text,
  case_id text
);

create table note_outcomes (
  seq bigint generated always as identity primary key,
  note_id text not null,
  at timestamptz not null,
  outcome text not null,
  by_upn text not null,
  case_id text,
  text text
);
create index note_outcomes_note on note_outcomes (note_id, seq);

create table note_confirmations (
  seq bigint generated always as identity primary key,
  note_id text not null,
  date date not null,
  by_upn text not null,
  way text not null
);
create index note_confirmations_note on note_confirmations (note_id, seq);

-- The desk has one revision: every change of desk data or notes moves it in its own transaction.
create table desk (
  one boolean primary key default true check (one),
  revision bigint not null
);
insert into desk (revision) values (0);

-- Five tables of one shape. imported_hash: the fingerprint that the last import came with; null for what was
-- made here. revision: the desk's revision when the row was last changed.
create table desk_settings (
  id text primary key,
  data jsonb not null,
  imported_hash text,
  revision bigint not null
);
create table sites (
  id text primary key,
  data jsonb not null,
  imported_hash text,
  revision bigint not null
);
create table people (
  id text primary key,
  data jsonb not null,
  imported_hash text,
  revision bigint not null
);
create table technicians (
  id text primary key,
  data jsonb not null,
  imported_hash text,
  revision bigint not null
);
create table notes (
  id text primary key,
  data jsonb not null,
  imported_hash text,
  revision bigint not null
);
create index notes_revision on notes (revision);
