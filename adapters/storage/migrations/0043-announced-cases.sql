-- Every hand-off asks whether somebody has announced an outage of its kind. Without an index of their own, all open cases of
-- the kind were read for that, each with its whole packet.
create index cases_announced on cases (category) where data ? 'announcement';
