-- Messages that came when more was said than could be answered: kept, and answered for the time being. Each waits here
-- until some process takes it up, in order within its conversation. Times are the database's, so that all agree on them.
create table waiting_messages (
  seq bigint generated always as identity primary key,
  channel text not null,
  conversation_id text not null,
  activity_id text not null,
  -- Who shares turns: a conversation, or all threads of a channel.
  line text not null,
  -- Who comes first: each further message of a line counts as if it had come some seconds after the one before.
  due timestamptz not null,
  kept_at timestamptz not null,
  -- Whoever took it up has until then.
  held_until timestamptz not null default '-infinity',
  attempts integer not null default 0,
  -- As the channel parsed it, secrets masked.
  message jsonb not null,
  unique (channel, conversation_id, activity_id)
);
create index waiting_messages_in_order on waiting_messages (due, seq);
create index waiting_messages_of_conversation on waiting_messages (channel, conversation_id, seq);
create index waiting_messages_of_line on waiting_messages (line, due);

-- When a conversation was told that it waits, or that it has enough waiting: once in a burst.
create table waiting_told (
  channel text not null,
  conversation_id text not null,
  what text not null check (what in ('kept', 'full')),
  at timestamptz not null,
  primary key (channel, conversation_id, what)
);

-- Keeps each of `messages` {channel, conversationId, activityId, line, asks, message}, unless it is known or its
-- conversation has `most` waiting. Answers {outcome, tell, language, introduced} for each, in the same order.
create function keep_for_later(messages jsonb, most integer, apart interval, quiet interval) returns jsonb
language plpgsql as $$
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
end $$;
