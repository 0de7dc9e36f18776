-- What the migrations add up to. Written by `npm run schema`; a test compares it.

CREATE TABLE activities (
  channel text not null,
  conversation_id text not null,
  activity_id text not null,
  at timestamp with time zone not null,
  constraint activities_pkey PRIMARY KEY (channel, conversation_id, activity_id)
);

CREATE TABLE attachments (
  id text not null,
  at timestamp with time zone not null,
  name text not null,
  content_type text not null,
  size integer not null,
  bytes bytea not null,
  constraint attachments_pkey PRIMARY KEY (id)
);

CREATE TABLE audit_head (
  one boolean default true not null,
  seq bigint not null,
  hash text not null,
  from_seq bigint not null,
  from_hash text not null,
  constraint audit_head_one_check CHECK (one),
  constraint audit_head_pkey PRIMARY KEY (one)
);

CREATE TABLE audit_log (
  seq bigint not null,
  at timestamp with time zone not null,
  actor text not null,
  action text not null,
  thing text,
  about text,
  data jsonb not null,
  before text not null,
  hash text not null,
  constraint audit_log_pkey PRIMARY KEY (seq)
);

CREATE TABLE case_events (
  seq bigint generated always as identity not null,
  case_id text not null,
  at timestamp with time zone not null,
  kind text not null,
  actor text not null,
  data jsonb not null,
  constraint case_events_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint case_events_pkey PRIMARY KEY (seq)
);

CREATE TABLE case_facts (
  id text not null,
  matter text not null,
  number text,
  version integer not null,
  at timestamp with time zone not null,
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
  ended_at timestamp with time zone,
  helped boolean not null,
  came_back boolean not null,
  yes text[] not null,
  no text[] not null,
  data jsonb not null,
  constraint case_facts_pkey PRIMARY KEY (id)
);

CREATE TABLE cases (
  id text not null,
  number text default ('VK-'::text || nextval('case_number'::regclass)) not null,
  version integer default 1 not null,
  state text not null,
  category text not null,
  site_id text,
  urgency smallint not null,
  people text[] not null,
  assigned_upn text,
  offered_upn text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  data jsonb not null,
  words_removed_at timestamp with time zone,
  constraint cases_number_key UNIQUE (number),
  constraint cases_pkey PRIMARY KEY (id)
);

CREATE TABLE changes (
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  revision bigint not null,
  kind text not null,
  item_id text not null,
  by_upn text,
  way text not null,
  before jsonb,
  after jsonb,
  constraint changes_pkey PRIMARY KEY (seq)
);

CREATE TABLE contacts (
  upn text not null,
  aad_object_id text,
  reachable boolean not null,
  data jsonb not null,
  constraint contacts_pkey PRIMARY KEY (upn)
);

CREATE TABLE contractor_lines (
  contractor_id text not null,
  held_by text,
  held_until timestamp with time zone,
  under_way jsonb,
  blocked_since timestamp with time zone,
  why text,
  failures integer default 0 not null,
  next_try_at timestamp with time zone,
  dispatchers_told_at timestamp with time zone,
  held_process text,
  held_at timestamp with time zone,
  constraint contractor_lines_pkey PRIMARY KEY (contractor_id),
  constraint contractor_lines_why_check CHECK ((why = ANY (ARRAY['system'::text, 'sign-in'::text, 'pace'::text])))
);

CREATE TABLE contractor_marks (
  contractor_id text not null,
  mark text not null,
  constraint contractor_marks_pkey PRIMARY KEY (contractor_id)
);

CREATE TABLE contractor_waiting (
  case_id text not null,
  contractor_id text not null,
  number text not null,
  opened_at timestamp with time zone not null,
  since timestamp with time zone not null,
  not_before timestamp with time zone,
  requester_told boolean default false not null,
  constraint contractor_waiting_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint contractor_waiting_pkey PRIMARY KEY (case_id)
);

CREATE TABLE conversations (
  channel text not null,
  conversation_id text not null,
  person_upn text not null,
  version integer not null,
  state jsonb not null,
  constraint conversations_pkey PRIMARY KEY (channel, conversation_id, person_upn)
);

CREATE TABLE deliveries (
  id text not null,
  seq bigint generated always as identity not null,
  case_id text,
  offer_id text,
  replaces text,
  target jsonb not null,
  content jsonb not null,
  lane text not null,
  card_case_id text,
  card_upn text,
  status text default 'pending'::text not null,
  attempts integer default 0 not null,
  activity_id text,
  error text,
  created_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  not_before timestamp with time zone,
  uncertain_sends integer default 0 not null,
  taken_by text default current_setting('application_name'::text, true),
  constraint deliveries_pkey PRIMARY KEY (id)
);

CREATE TABLE desk (
  one boolean default true not null,
  revision bigint not null,
  constraint desk_one_check CHECK (one),
  constraint desk_pkey PRIMARY KEY (one)
);

CREATE TABLE desk_settings (
  id text not null,
  data jsonb not null,
  imported_hash text,
  revision bigint not null,
  constraint desk_settings_pkey PRIMARY KEY (id)
);

CREATE TABLE directory_people (
  id text not null,
  object_id text,
  upn text not null,
  name text not null,
  department text,
  office text,
  site_ids text[] not null,
  language text,
  inactive_since timestamp with time zone,
  revision bigint not null,
  constraint directory_people_object_id_key UNIQUE (object_id),
  constraint directory_people_pkey PRIMARY KEY (id)
);

CREATE TABLE fact_parts (
  id text not null,
  at timestamp with time zone not null,
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
  shares text not null,
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
  cost double precision,
  constraint fact_parts_pkey PRIMARY KEY (id)
);

CREATE TABLE insight_cells (
  week date not null,
  month text not null,
  by text not null,
  value text not null,
  facts integer not null,
  people text[] not null,
  workers text[] not null,
  tallies jsonb not null,
  constraint insight_cells_pkey PRIMARY KEY (by, week, month, value)
);

CREATE TABLE insight_help (
  one boolean default true not null,
  at timestamp with time zone not null,
  data jsonb not null,
  constraint insight_help_one_check CHECK (one),
  constraint insight_help_pkey PRIMARY KEY (one)
);

CREATE TABLE insight_mark (
  one boolean default true not null,
  changed_at timestamp with time zone not null,
  counted_at timestamp with time zone not null,
  formulas integer not null,
  constraint insight_mark_one_check CHECK (one),
  constraint insight_mark_pkey PRIMARY KEY (one)
);

CREATE TABLE insight_months (
  month text not null,
  by text not null,
  value text not null,
  facts integer not null,
  people text[] not null,
  workers text[] not null,
  tallies jsonb not null,
  frozen_at timestamp with time zone not null,
  constraint insight_months_pkey PRIMARY KEY (month, by, value)
);

CREATE TABLE insight_revisions (
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  month text not null,
  by text not null,
  value text not null,
  measure text not null,
  old jsonb not null,
  new jsonb not null,
  why text not null,
  case_numbers text[] not null,
  constraint insight_revisions_pkey PRIMARY KEY (seq)
);

CREATE TABLE machine_drafts (
  kind text not null,
  item_id text not null,
  at timestamp with time zone not null,
  model text not null,
  prompt text not null,
  title text not null,
  symptoms jsonb not null,
  steps jsonb not null,
  constraint machine_drafts_pkey PRIMARY KEY (kind, item_id)
);

CREATE TABLE matrix_suggestions (
  id text not null,
  contractor_id text not null,
  category text not null,
  site_kind text,
  at timestamp with time zone not null,
  bounced integer not null,
  tickets integer not null,
  case_ids text[] not null,
  status text default 'open'::text not null,
  decided_by text,
  decided_at timestamp with time zone,
  constraint matrix_suggestions_pkey PRIMARY KEY (id),
  constraint matrix_suggestions_status_check CHECK ((status = ANY (ARRAY['open'::text, 'approved'::text, 'dismissed'::text, 'outdated'::text])))
);

CREATE TABLE migrations (
  number integer not null,
  name text not null,
  at timestamp with time zone default now() not null,
  breaks_older boolean default false not null,
  constraint migrations_pkey PRIMARY KEY (number)
);

CREATE TABLE model_calls (
  id text not null,
  at timestamp with time zone not null,
  purpose text not null,
  model text not null,
  prompt text not null,
  upn text,
  case_id text,
  outcome text not null,
  requests integer not null,
  tokens_in integer not null,
  tokens_out integer not null,
  cost double precision not null,
  first_token_after integer,
  took integer not null,
  sent text,
  answered text,
  constraint model_calls_pkey PRIMARY KEY (id)
);

CREATE TABLE note_confirmations (
  seq bigint generated always as identity not null,
  note_id text not null,
  date date not null,
  by_upn text not null,
  way text not null,
  constraint note_confirmations_pkey PRIMARY KEY (seq)
);

CREATE TABLE note_drafts (
  note_id text not null,
  person_upn text not null,
  based_on bigint not null,
  content jsonb not null,
  at timestamp with time zone not null,
  constraint note_drafts_pkey PRIMARY KEY (note_id, person_upn)
);

CREATE TABLE note_images (
  name text not null,
  type text not null,
  bytes bytea not null,
  at timestamp with time zone not null,
  by_upn text,
  constraint note_images_pkey PRIMARY KEY (name)
);

CREATE TABLE note_outcomes (
  seq bigint generated always as identity not null,
  note_id text not null,
  at timestamp with time zone not null,
  outcome text not null,
  by_upn text not null,
  case_id text,
  text text,
  undone_at timestamp with time zone,
  constraint note_outcomes_pkey PRIMARY KEY (seq)
);

CREATE TABLE note_reminders (
  note_id text not null,
  at timestamp with time zone not null,
  to_upn text not null,
  constraint note_reminders_pkey PRIMARY KEY (note_id)
);

CREATE TABLE note_vectors (
  model text not null,
  hash text not null,
  vector bytea not null,
  constraint note_vectors_pkey PRIMARY KEY (model, hash)
);

CREATE TABLE notes (
  id text not null,
  data jsonb not null,
  imported_hash text,
  revision bigint not null,
  constraint notes_pkey PRIMARY KEY (id)
);

CREATE TABLE offers (
  id text not null,
  seq bigint generated always as identity not null,
  case_id text not null,
  to_kind text not null,
  to_id text not null,
  status text not null,
  offered_at timestamp with time zone not null,
  acknowledge_by timestamp with time zone,
  answered_at timestamp with time zone,
  reason text,
  constraint offers_case_id_fkey FOREIGN KEY (case_id) REFERENCES cases(id) ON DELETE CASCADE,
  constraint offers_pkey PRIMARY KEY (id)
);

CREATE TABLE part_sets (
  id text not null,
  parts jsonb not null,
  constraint part_sets_pkey PRIMARY KEY (id)
);

CREATE TABLE people (
  id text not null,
  data jsonb not null,
  imported_hash text,
  revision bigint not null,
  constraint people_pkey PRIMARY KEY (id)
);

CREATE TABLE people_syncs (
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  source text not null,
  known integer not null,
  departed integer not null,
  constraint people_syncs_pkey PRIMARY KEY (seq)
);

CREATE TABLE processes (
  name text not null,
  beat_at timestamp with time zone not null,
  steady_since timestamp with time zone not null,
  constraint processes_pkey PRIMARY KEY (name)
);

CREATE TABLE pseudonym_keys (
  person text not null,
  key bytea not null,
  constraint pseudonym_keys_pkey PRIMARY KEY (person)
);

CREATE TABLE rota_changes (
  seq bigint generated always as identity not null,
  technician_upn text not null,
  by_upn text not null,
  at timestamp with time zone not null,
  why text not null,
  before jsonb not null,
  after jsonb not null,
  constraint rota_changes_pkey PRIMARY KEY (seq)
);

CREATE TABLE signing_keys (
  name text not null,
  value bytea not null,
  constraint signing_keys_pkey PRIMARY KEY (name)
);

CREATE TABLE sites (
  id text not null,
  data jsonb not null,
  imported_hash text,
  revision bigint not null,
  constraint sites_pkey PRIMARY KEY (id)
);

CREATE TABLE symptom_suggestions (
  id bigint generated always as identity not null,
  note_id text not null,
  key text not null,
  wording text not null,
  people text[] not null,
  status text default 'open'::text not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by text,
  constraint symptom_suggestions_note_id_key_key UNIQUE (note_id, key),
  constraint symptom_suggestions_pkey PRIMARY KEY (id)
);

CREATE TABLE technicians (
  id text not null,
  data jsonb not null,
  imported_hash text,
  revision bigint not null,
  constraint technicians_pkey PRIMARY KEY (id)
);

CREATE TABLE unanswered_questions (
  seq bigint generated always as identity not null,
  at timestamp with time zone not null,
  text text not null,
  site_id text,
  category text,
  language text,
  case_id text,
  aside_at timestamp with time zone,
  aside_until timestamp with time zone,
  aside_by text,
  constraint unanswered_questions_pkey PRIMARY KEY (seq)
);

CREATE TABLE waiting_messages (
  seq bigint generated always as identity not null,
  channel text not null,
  conversation_id text not null,
  activity_id text not null,
  line text not null,
  due timestamp with time zone not null,
  kept_at timestamp with time zone not null,
  held_until timestamp with time zone default '-infinity'::timestamp with time zone not null,
  attempts integer default 0 not null,
  message jsonb not null,
  tenant text default COALESCE((message #>> '{address,tenantId}'::text[]), ''::text) not null,
  constraint waiting_messages_channel_conversation_id_activity_id_key UNIQUE (channel, conversation_id, activity_id),
  constraint waiting_messages_pkey PRIMARY KEY (seq)
);

CREATE TABLE waiting_told (
  channel text not null,
  conversation_id text not null,
  what text not null,
  at timestamp with time zone not null,
  constraint waiting_told_pkey PRIMARY KEY (channel, conversation_id, what),
  constraint waiting_told_what_check CHECK ((what = ANY (ARRAY['kept'::text, 'full'::text])))
);

CREATE TABLE work_decisions (
  kind text not null,
  item_id text not null,
  decision text not null,
  by_upn text not null,
  at timestamp with time zone not null,
  until timestamp with time zone,
  constraint work_decisions_pkey PRIMARY KEY (kind, item_id)
);

CREATE SEQUENCE case_number START WITH 1001;
CREATE INDEX activities_at ON public.activities USING btree (at);
CREATE INDEX attachments_at ON public.attachments USING btree (at);
CREATE INDEX audit_log_actor ON public.audit_log USING btree (actor, seq);
CREATE INDEX case_events_case ON public.case_events USING btree (case_id, seq);
CREATE INDEX case_facts_area ON public.case_facts USING btree (area, at);
CREATE INDEX case_facts_at ON public.case_facts USING btree (at, id);
CREATE INDEX case_facts_category ON public.case_facts USING btree (category, at);
CREATE INDEX case_facts_cell ON public.case_facts USING btree (week, month);
CREATE INDEX case_facts_contractor ON public.case_facts USING btree (contractor_id, at) WHERE (contractor_id IS NOT NULL);
CREATE INDEX case_facts_helped ON public.case_facts USING btree (site_id, category, at) WHERE (helped AND (NOT came_back));
CREATE INDEX case_facts_no ON public.case_facts USING gin (no);
CREATE INDEX case_facts_person ON public.case_facts USING btree (person, category, at);
CREATE INDEX case_facts_site ON public.case_facts USING btree (site_id, at);
CREATE INDEX case_facts_yes ON public.case_facts USING gin (yes);
CREATE INDEX cases_announced ON public.cases USING btree (category) WHERE (data ? 'announcement'::text);
CREATE INDEX cases_changed ON public.cases USING btree (updated_at, id);
CREATE INDEX cases_created ON public.cases USING btree (created_at, site_id);
CREATE INDEX cases_open_assigned ON public.cases USING btree (assigned_upn) WHERE (state = ANY (ARRAY['new'::text, 'in-progress'::text, 'on-hold'::text]));
CREATE INDEX cases_open_at ON public.cases USING btree (site_id, category, created_at) WHERE (state = ANY (ARRAY['new'::text, 'in-progress'::text, 'on-hold'::text]));
CREATE INDEX cases_open_offered ON public.cases USING btree (offered_upn) WHERE (state = ANY (ARRAY['new'::text, 'in-progress'::text, 'on-hold'::text]));
CREATE INDEX cases_people ON public.cases USING gin (people) WITH (fastupdate=off);
CREATE INDEX cases_solved ON public.cases USING btree (updated_at) WHERE (state = ANY (ARRAY['resolved'::text, 'closed'::text]));
CREATE INDEX cases_solved_at ON public.cases USING btree (site_id, category, updated_at) WHERE (state = ANY (ARRAY['resolved'::text, 'closed'::text]));
CREATE INDEX cases_to_weed ON public.cases USING btree (updated_at) WHERE ((words_removed_at IS NULL) AND (state = ANY (ARRAY['resolved'::text, 'closed'::text, 'cancelled'::text])));
CREATE INDEX cases_with_contractor ON public.cases USING btree (updated_at) WHERE ((data ? 'contractorStays'::text) OR (data ? 'contractorSince'::text));
CREATE INDEX changes_at ON public.changes USING brin (at);
CREATE INDEX changes_item ON public.changes USING btree (kind, item_id, seq);
CREATE INDEX contacts_aad_object_id ON public.contacts USING btree (aad_object_id);
CREATE INDEX contractor_waiting_in_order ON public.contractor_waiting USING btree (contractor_id, opened_at, case_id);
CREATE INDEX deliveries_activity ON public.deliveries USING btree (activity_id) WHERE (activity_id IS NOT NULL);
CREATE INDEX deliveries_cards ON public.deliveries USING btree (card_case_id, card_upn, seq) WHERE (card_case_id IS NOT NULL);
CREATE INDEX deliveries_case ON public.deliveries USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX deliveries_created ON public.deliveries USING brin (created_at);
CREATE INDEX deliveries_left_behind ON public.deliveries USING btree (touched_at) WHERE (status = ANY (ARRAY['pending'::text, 'sending'::text]));
CREATE INDEX deliveries_waiting ON public.deliveries USING btree (lane, seq) WHERE ((status = 'pending'::text) AND (not_before IS NOT NULL));
CREATE INDEX fact_parts_area ON public.fact_parts USING btree (area, week);
CREATE INDEX fact_parts_cell ON public.fact_parts USING btree (week, month);
CREATE INDEX fact_parts_site ON public.fact_parts USING btree (site_id, week);
CREATE INDEX insight_revisions_month ON public.insight_revisions USING btree (month, seq);
CREATE INDEX machine_drafts_at ON public.machine_drafts USING btree (at);
CREATE UNIQUE INDEX matrix_suggestions_open ON public.matrix_suggestions USING btree (contractor_id, category, COALESCE(site_kind, ''::text)) WHERE (status = 'open'::text);
CREATE INDEX model_calls_at ON public.model_calls USING btree (at);
CREATE INDEX model_calls_case ON public.model_calls USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX model_calls_upn ON public.model_calls USING btree (upn, at);
CREATE INDEX note_confirmations_note ON public.note_confirmations USING btree (note_id, seq);
CREATE INDEX note_drafts_person ON public.note_drafts USING btree (person_upn, at);
CREATE INDEX note_outcomes_at ON public.note_outcomes USING btree (at, outcome, note_id);
CREATE INDEX note_outcomes_lessons ON public.note_outcomes USING btree (seq) WHERE ((outcome = ANY (ARRAY['solved'::text, 'not-solved'::text])) AND (text IS NOT NULL));
CREATE INDEX note_outcomes_note ON public.note_outcomes USING btree (note_id, seq);
CREATE INDEX notes_revision ON public.notes USING btree (revision);
CREATE INDEX offers_accepted ON public.offers USING btree (to_id, answered_at) WHERE (status = 'accepted'::text);
CREATE INDEX offers_case ON public.offers USING btree (case_id, seq);
CREATE UNIQUE INDEX offers_one_at_a_time ON public.offers USING btree (case_id) WHERE (status = 'offered'::text);
CREATE INDEX rota_changes_technician ON public.rota_changes USING btree (technician_upn, seq);
CREATE INDEX unanswered_questions_open ON public.unanswered_questions USING btree (seq) WHERE (aside_at IS NULL);
CREATE INDEX waiting_messages_in_order ON public.waiting_messages USING btree (due, seq);
CREATE INDEX waiting_messages_of_conversation ON public.waiting_messages USING btree (channel, conversation_id, seq);
CREATE INDEX waiting_messages_of_line ON public.waiting_messages USING btree (line, due);
CREATE INDEX waiting_messages_of_tenant ON public.waiting_messages USING btree (tenant, due, seq);

CREATE VIEW case_promises AS
 SELECT c.id AS case_id,
    c.number,
    c.site_id,
    c.category,
    p.ordinality AS nth,
    (p.promise ->> 'byUpn'::text) AS by_upn,
    ((p.promise ->> 'at'::text))::timestamp with time zone AS promised_at,
    ((p.promise ->> 'madeAt'::text))::timestamp with time zone AS made_at,
    (p.promise ->> 'how'::text) AS how,
    (p.promise ->> 'outcome'::text) AS outcome,
    ((p.promise ->> 'settledAt'::text))::timestamp with time zone AS settled_at
   FROM (cases c
     CROSS JOIN LATERAL jsonb_array_elements(COALESCE((c.data -> 'promises'::text), '[]'::jsonb)) WITH ORDINALITY p(promise, ordinality));

CREATE OR REPLACE FUNCTION public.audit_append(by_person text, what text, which text, of_person text, facts jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  head audit_head;
  row audit_log;
begin
  row.actor := pseudonym_of(by_person);
  row.about := pseudonym_of(of_person);
  select * into strict head from audit_head for update;
  row.seq := head.seq + 1;
  row.at := clock_timestamp();
  row.action := what;
  row.thing := which;
  row.data := coalesce(facts, '{}');
  row.before := head.hash;
  row.hash := encode(sha256(convert_to(audit_text(row.before, row.seq, row.at, row.actor, row.action, row.thing,
    row.about, row.data), 'UTF8')), 'hex');
  insert into audit_log values (row.*);
  update audit_head set seq = row.seq, hash = row.hash;
  return row.seq;
end $function$
;

CREATE OR REPLACE FUNCTION public.audit_desk_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.kind = 'person' then
    perform audit_append(coalesce(new.by_upn, 'console'), 'roles-changed', null, new.item_id, jsonb_build_object(
      'change', new.seq, 'way', new.way, 'from', new.before->'roles', 'to', new.after->'roles',
      'editsFrom', new.before->'edits', 'editsTo', new.after->'edits'));
  elsif new.kind = 'technician' then
    perform audit_append(coalesce(new.by_upn, 'console'), 'rota-changed', null, new.item_id,
      jsonb_build_object('change', new.seq, 'way', new.way));
  else
    perform audit_append(coalesce(new.by_upn, 'console'), 'settings-changed', 'desk', null, jsonb_build_object(
      'change', new.seq, 'way', new.way,
      'matrix', new.before->'responsibility' is distinct from new.after->'responsibility'));
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.audit_refuse()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' and old.seq <= (select from_seq from audit_head) then
    return old;
  end if;
  raise exception 'The log is append-only.';
end $function$
;

CREATE OR REPLACE FUNCTION public.audit_rota_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform audit_append(new.by_upn, 'rota-changed', null, new.technician_upn, jsonb_build_object('rotaChange', new.seq));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.audit_secret_fact()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform audit_append(new.actor, 'secret-fact-shown', 'case ' || new.case_id, null,
    jsonb_build_object('fact', new.data->>'name'));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION public.audit_text(before text, seq bigint, at timestamp with time zone, actor text, action text, thing text, about text, data jsonb)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select jsonb_build_array(before, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), actor, action,
    thing, about, data)::text
$function$
;

CREATE OR REPLACE FUNCTION public.audit_trim(older_than timestamp with time zone)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  head audit_head;
  last audit_log;
begin
  if older_than > clock_timestamp() - interval '364 days' then
    raise exception 'The log is kept for a year at least.';
  end if;
  select * into strict head from audit_head for update;
  select * into last from audit_log
  where seq < coalesce((select min(seq) from audit_log where at >= older_than), head.seq) order by seq desc limit 1;
  if not found then
    return 0;
  end if;
  update audit_head set from_seq = last.seq, from_hash = last.hash;
  delete from audit_log where seq <= last.seq;
  perform audit_append('vaktis', 'log-trimmed', null, null, jsonb_build_object('through', last.seq, 'hash', last.hash));
  return last.seq - head.from_seq;
end $function$
;

CREATE OR REPLACE FUNCTION public.forget_pseudonym(whose text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  delete from pseudonym_keys where person = whose;
  return found;
end $function$
;

CREATE OR REPLACE FUNCTION public.keep_for_later(messages jsonb, most integer, apart interval, quiet interval)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  one jsonb;
  nth bigint;
  outcome text;
  tell boolean;
  moment timestamptz := clock_timestamp();
  talk jsonb;
  answers jsonb := '{}';
begin
  -- Two processes with the same conversations take them in the same order, and so never wait for each other in a ring.
  for one, nth in
    select m.value, m.ordinality from jsonb_array_elements(messages) with ordinality m
    order by m.value->>'channel', m.value->>'conversationId', m.ordinality
  loop
    if exists (select from activities a where a.channel = one->>'channel'
        and a.conversation_id = one->>'conversationId' and a.activity_id = one->>'activityId')
      or exists (select from waiting_messages w where w.channel = one->>'channel'
        and w.conversation_id = one->>'conversationId' and w.activity_id = one->>'activityId') then
      outcome := 'known';
    elsif (select count(*) >= most from waiting_messages w where w.channel = one->>'channel'
        and w.conversation_id = one->>'conversationId') then
      outcome := 'full';
    else
      insert into waiting_messages (channel, conversation_id, activity_id, line, due, kept_at, message)
      values (one->>'channel', one->>'conversationId', one->>'activityId', one->>'line',
        greatest(moment, (select max(w.due) + apart from waiting_messages w where w.line = one->>'line')),
        moment, one->'message')
      on conflict do nothing;
      outcome := case when found then 'kept' else 'known' end;
    end if;
    tell := false;
    talk := null;
    if outcome in ('kept', 'full') and (one->>'asks')::boolean then
      insert into waiting_told as told (channel, conversation_id, what, at)
      values (one->>'channel', one->>'conversationId', outcome, moment)
      on conflict (channel, conversation_id, what) do update set at = excluded.at
      where told.at < moment - quiet;
      tell := found;
    end if;
    if tell then
      select c.state into talk from conversations c
      where c.channel = one->>'channel' and c.conversation_id = one->>'conversationId' limit 1;
    end if;
    answers := answers || jsonb_build_object(nth::text, jsonb_build_object('outcome', outcome, 'tell', tell,
      'language', talk->'language', 'introduced', coalesce(talk->'introduced', 'false')));
  end loop;
  return (select coalesce(jsonb_agg(a.value order by a.key::bigint), '[]') from jsonb_each(answers) a);
end $function$
;

CREATE OR REPLACE FUNCTION public.known_pseudonym(whose text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select 'p-' || left(encode(sha256(key || sha256(key || convert_to(person, 'UTF8'))), 'hex'), 20)
  from pseudonym_keys where person = whose
  union all select whose where whose in ('vaktis', 'console')
$function$
;

CREATE OR REPLACE FUNCTION public.pseudonym_of(whose text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  k bytea;
begin
  if whose is null or whose in ('vaktis', 'console') then
    return whose;
  end if;
  insert into pseudonym_keys (person, key)
  values (whose, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')))
  on conflict do nothing;
  select key into k from pseudonym_keys where person = whose;
  return 'p-' || left(encode(sha256(k || sha256(k || convert_to(whose, 'UTF8'))), 'hex'), 20);
end $function$
;

CREATE OR REPLACE FUNCTION public.write_each(works jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
AS $function$
declare
  work jsonb;
  results jsonb := '[]';
begin
  for work in select value from jsonb_array_elements(works) loop
    begin
      results := results || jsonb_build_array(write_together(work));
    exception when sqlstate 'VK001' then
      results := results || jsonb_build_array(null::text);
    end;
  end loop;
  return results;
end $function$
;

CREATE OR REPLACE FUNCTION public.write_together(writes jsonb)
 RETURNS text[]
 LANGUAGE plpgsql
AS $function$
declare
  w jsonb;
  is_taken boolean;
  held text[] := '{}';
begin
  for w in select value from jsonb_array_elements(writes) loop
    case w->>'write'
    when 'activity' then
      insert into activities (channel, conversation_id, activity_id, at)
      values (w->>'channel', w->>'conversationId', w->>'activityId', (w->>'at')::timestamptz)
      on conflict do nothing;
    when 'new-conversation' then
      insert into conversations (channel, conversation_id, person_upn, version, state)
      values (w->>'channel', w->>'conversationId', w->>'personUpn', 1, w->'state')
      on conflict do nothing;
    when 'conversation' then
      update conversations set version = version + 1, state = w->'state'
      where channel = w->>'channel' and conversation_id = w->>'conversationId' and person_upn = w->>'personUpn'
        and version = (w->>'version')::integer;
    when 'contact' then
      insert into contacts (upn, aad_object_id, reachable, data)
      values (w->>'upn', w->>'aadObjectId', (w->>'reachable')::boolean, w->'data')
      on conflict (upn) do update set aad_object_id = excluded.aad_object_id,
        reachable = excluded.reachable, data = excluded.data;
    when 'delivery' then
      is_taken := w->>'takenAt' is not null and not exists (
        select from deliveries earlier where earlier.lane = w->>'lane' and earlier.status = 'pending'
          and earlier.not_before is not null and earlier.attempts < (w->>'holdsUpFor')::integer);
      insert into deliveries (id, case_id, offer_id, replaces, target, content, lane, card_case_id, card_upn,
                              created_at, touched_at, status, attempts)
      values (w->>'id', w->>'caseId', w->>'offerId', w->>'replaces', w->'target', w->'content', w->>'lane',
              w->>'cardCaseId', w->>'cardUpn', (w->>'createdAt')::timestamptz,
              case when is_taken then (w->>'takenAt')::timestamptz else (w->>'createdAt')::timestamptz end,
              case when is_taken then 'sending' else 'pending' end, case when is_taken then 1 else 0 end);
      if w->>'takenAt' is not null and not is_taken then
        held := held || (w->>'id');
      end if;
      continue;
    when 'new-case' then
      insert into cases (id, number, version, state, category, site_id, urgency, people, assigned_upn, offered_upn,
                         created_at, updated_at, data)
      values (w->>'id', w->>'number', (w->>'version')::integer, w->>'state', w->>'category', w->>'siteId',
              (w->>'urgency')::smallint, array(select jsonb_array_elements_text(w->'people')),
              w->>'assignedUpn', w->>'offeredUpn', (w->>'createdAt')::timestamptz,
              (w->>'updatedAt')::timestamptz, w->'data');
    when 'case' then
      update cases set state = w->>'state', category = w->>'category', site_id = w->>'siteId',
        urgency = (w->>'urgency')::smallint, people = array(select jsonb_array_elements_text(w->'people')),
        assigned_upn = w->>'assignedUpn', offered_upn = w->>'offeredUpn',
        created_at = (w->>'createdAt')::timestamptz, updated_at = (w->>'updatedAt')::timestamptz,
        data = w->'data', version = (w->>'version')::integer
      where id = w->>'id' and version = (w->>'readVersion')::integer;
    when 'event' then
      insert into case_events (case_id, at, kind, actor, data)
      values (w->>'caseId', (w->>'at')::timestamptz, w->>'kind', w->>'actor', w->'data');
    when 'offer' then
      insert into offers (id, case_id, to_kind, to_id, status, offered_at, acknowledge_by, answered_at, reason)
      values (w->>'id', w->>'caseId', w->>'toKind', w->>'toId', w->>'status', (w->>'offeredAt')::timestamptz,
              (w->>'acknowledgeBy')::timestamptz, (w->>'answeredAt')::timestamptz, w->>'reason');
    when 'answer' then
      update offers set status = w->>'status', answered_at = (w->>'at')::timestamptz, reason = w->>'reason'
      where id = w->>'id' and status = 'offered';
    when 'outcome' then
      insert into note_outcomes (note_id, at, outcome, by_upn, case_id, text)
      values (w->>'noteId', (w->>'at')::timestamptz, w->>'outcome', w->>'byUpn', w->>'caseId', w->>'text');
    when 'question' then
      insert into unanswered_questions (at, text, site_id, category, language, case_id)
      values ((w->>'at')::timestamptz, w->>'text', w->>'siteId', w->>'category', w->>'language', w->>'caseId');
    when 'suggestion' then
      insert into symptom_suggestions as known (note_id, key, wording, people, first_at, last_at)
      values (w->>'noteId', w->>'key', w->>'wording', array[w->>'byUpn'], (w->>'at')::timestamptz,
              (w->>'at')::timestamptz)
      on conflict (note_id, key) do update set last_at = greatest(known.last_at, excluded.last_at),
        people = case when w->>'byUpn' = any(known.people) then known.people
                      else known.people || excluded.people end;
    when 'job' then
      -- The queue's own text, as it would have run it.
      execute w->>'text' using w->>'jobs';
      continue;
    end case;
    if not found then
      raise exception 'somebody else was first: %', w->>'write' using errcode = 'VK001';
    end if;
  end loop;
  return held;
end $function$
;

CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE ON public.audit_log FOR EACH ROW EXECUTE FUNCTION audit_refuse();

CREATE TRIGGER audit_desk_change AFTER INSERT ON public.changes FOR EACH ROW WHEN (((new.kind = ANY (ARRAY['settings'::text, 'technician'::text])) OR ((new.kind = 'person'::text) AND ((COALESCE((new.before -> 'roles'::text), '["staff"]'::jsonb) IS DISTINCT FROM COALESCE((new.after -> 'roles'::text), '["staff"]'::jsonb)) OR (COALESCE((new.before -> 'edits'::text), 'null'::jsonb) IS DISTINCT FROM COALESCE((new.after -> 'edits'::text), 'null'::jsonb)))))) EXECUTE FUNCTION audit_desk_change();

CREATE TRIGGER audit_rota_change AFTER INSERT ON public.rota_changes FOR EACH ROW EXECUTE FUNCTION audit_rota_change();

CREATE TRIGGER audit_secret_fact AFTER INSERT ON public.case_events FOR EACH ROW WHEN ((new.kind = 'secret-fact-shown'::text)) EXECUTE FUNCTION audit_secret_fact();
