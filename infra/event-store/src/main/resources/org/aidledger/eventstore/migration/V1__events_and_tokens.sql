-- Events, kept for ever in the order of global_index, which counts from 0. A number whose
-- transaction failed stays unused.
create table domain_event_entry (
    global_index         bigint generated always as identity (minvalue 0 start 0) primary key,
    event_identifier     text        not null unique,
    aggregate_identifier text        not null,
    sequence_number      bigint      not null check (sequence_number >= 0),
    type                 text        not null,
    time_stamp           timestamptz not null,
    payload_type         text        not null,
    payload_revision     text        not null,
    payload              bytea       not null,
    meta_data            bytea       not null,
    unique (aggregate_identifier, sequence_number)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'events are kept as they were appended: no % on %.%',
        lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger events_are_never_changed
    before update or delete or truncate on domain_event_entry
    for each statement execute function refuse_change();

-- Fires before the first global_index is drawn: who reads past an unused number can see in pg_locks
-- whether somebody may still fill it.
create function announce_append() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock_shared(tg_relid::int, 0);
    return null;
end
$$;

create trigger appends_are_announced
    before insert on domain_event_entry
    for each statement execute function announce_append();

-- Always: not even a session in replication mode passes them by.
alter table domain_event_entry enable always trigger events_are_never_changed;
alter table domain_event_entry enable always trigger appends_are_announced;

-- How far each processor has come.
create table token_entry (
    processor_name text not null,
    segment        int  not null,
    token          bytea,
    token_type     text,
    time_stamp     text,
    owner          text,
    primary key (processor_name, segment)
);
