-- A reaction or a reply names the message that it is about by the channel's id of it.
create index deliveries_activity on deliveries (activity_id) where activity_id is not null;
