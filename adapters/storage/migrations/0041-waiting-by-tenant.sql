-- Messages that wait are taken from each tenant in turn, so that one that writes without end does not keep the others waiting.
alter table waiting_messages
  add column tenant text not null generated always as (coalesce(message #>> '{address,tenantId}', '')) stored;
create index waiting_messages_of_tenant on waiting_messages (tenant, due, seq);
