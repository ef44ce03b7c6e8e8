-- Writers on nodes of the release before take the head first and the events after it. So does each migration, or one that
-- changes both could wait for a writer that waits for it.
do $$
begin
    if to_regclass('ledger.head') is not null then
        lock table ledger.head in access exclusive mode;
    end if;
end
$$;
