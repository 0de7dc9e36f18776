-- Every call of a language model: what it was for, what it took and cost. Its words only where the desk keeps them.
create table model_calls (
  id text primary key,
  at timestamptz not null,
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
  answered text
);
create index model_calls_at on model_calls (at);
create index model_calls_upn on model_calls (upn, at);
create index model_calls_case on model_calls (case_id) where case_id is not null;
