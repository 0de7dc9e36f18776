-- After a failure a delivery is not tried again before this, and what follows in its lane waits behind it.
alter table deliveries add column not_before timestamptz;
-- How often it was sent without any answer that tells whether it arrived: so often it may be on screen as well.
alter table deliveries add column uncertain_sends integer not null default 0;
create index deliveries_waiting on deliveries (lane, seq) where status = 'pending' and not_before is not null;
