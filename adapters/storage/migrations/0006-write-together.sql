-- What one turn writes goes to the database as one list and in one question: each further one costs a turn more
-- than most of its thinking. In order, all or nothing. Where the writer took for granted what is not so any more
-- (somebody else was first) it ends with VK001 and nothing is written. Gives back the deliveries that the writer may
-- not send at once, because an earlier one to the same reader waits for another try.
create function write_together(writes jsonb) returns text[] language plpgsql as $$
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
end $$;
