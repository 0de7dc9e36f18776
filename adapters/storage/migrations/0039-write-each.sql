-- The writes of several pieces of work in one transaction, each by itself: where somebody else was first, that one writes
-- nothing and gets null, and the others are written all the same. Anything else that goes wrong undoes all of them.
create function write_each(works jsonb) returns jsonb language plpgsql as $$
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
end $$;
