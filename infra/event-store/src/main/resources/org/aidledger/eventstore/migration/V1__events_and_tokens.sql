-- Events, kept for ever. Positions count from 0 without a gap, over all streams and all nodes.
-- Columns of fixed width come first: it saves the padding.
create table events (
    position bigint      primary key,
    sequence bigint      not null check (sequence >= 0),
    recorded timestamptz not null,
    id       uuid        not null,
    stream   text        collate "C" not null,
    type     text        collate "C" not null,
    name     text        collate "C" not null,
    revision text        collate "C" not null,
    payload  bytea       not null,
    metadata bytea       not null,
    unique (stream, sequence)
);

-- The last position and the latest recorded instant. Every append moves this row and inserts in one
-- transaction, so that its lock puts the appends of all nodes into one order: whoever sees a position
-- sees everything before it, and an instant never lies before that of an earlier position.
create table head (
    single   boolean     primary key default true check (single),
    position bigint      not null,
    recorded timestamptz not null
);

insert into head (position, recorded) values (-1, 'epoch');

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'events are kept as they were appended: no % on %.%',
        lower(tg_op), tg_table_schema, tg_table_name
        using errcode = 'restrict_violation';
end
$$;

create trigger events_are_never_changed
    before update or delete or truncate on events
    for each statement execute function refuse_change();

create trigger head_is_never_removed
    before delete or truncate on head
    for each statement execute function refuse_change();

-- Always: not even a session in replication mode passes them by.
alter table events enable always trigger events_are_never_changed;
alter table head enable always trigger head_is_never_removed;

-- The transparency log: hashes of the events in tiles of 256, each written when it is full. Level 0 are
-- hashes of leaves, each hash of a higher level is that of a tile below.
create table tiles (
    level  int    not null,
    number bigint not null,
    hashes bytea  not null check (length(hashes) = 256 * 32),
    primary key (level, number)
);

-- Hashes do not compress.
alter table tiles alter column hashes set storage external;

-- Keys that checkpoints were signed with, in the written form of verifiers.
create table log_keys (
    verifier text        collate "C" primary key,
    since    timestamptz not null default now()
);

-- What the log has signed. The hashes of the latest leaves, which no full tile has yet and no earlier
-- checkpoint, are kept with it, so that any one of them can be told from another later.
create table checkpoints (
    size   bigint      primary key check (size >= 0),
    made   timestamptz not null default now(),
    first  bigint      not null check (first between 0 and size),
    leaves bytea       not null check (length(leaves) = (size - first) * 32),
    note   text        collate "C" not null
);

-- What witnesses have signed.
create table cosignatures (
    size      bigint      not null references checkpoints,
    name      text        collate "C" not null,
    key_id    text        collate "C" not null,
    signature text        collate "C" not null,
    added     timestamptz not null default now(),
    primary key (size, name, key_id)
);

do $$
declare
    kept text;
begin
    foreach kept in array array['tiles', 'log_keys', 'checkpoints', 'cosignatures'] loop
        execute format('create trigger %1$s_are_never_changed
                        before update or delete or truncate on ledger.%1$I
                        for each statement execute function ledger.refuse_change()', kept);
        execute format('alter table ledger.%1$I enable always trigger %1$s_are_never_changed', kept);
    end loop;
end
$$;

-- Payees behind the pseudonyms in events. key seals name, master names the key (never here) that sealed key, trace is a
-- keyed hash by which the name is found. Erased, a row keeps nothing of them, and says who asked for it.
create table payees (
    id         text        collate "C" primary key,
    trace      bytea       unique,
    master     text        collate "C",
    key        bytea,
    name       bytea,
    made       timestamptz not null default now(),
    leaving    boolean     not null default false,
    erased     timestamptz,
    posting_id text,
    actor      text,
    reason     text,
    check (case when erased is null
        then num_nulls(master, key, name) = 0
        else num_nonnulls(trace, master, key, name) = 0 and num_nulls(posting_id, actor, reason) = 0 end)
);

create index payees_leaving on payees (id) where leaving;

-- What a fund remembered after some of its events; a cache, which may be emptied at any time. The form is the code that
-- wrote it and that alone reads it.
create table snapshots (
    stream   text        collate "C" primary key,
    sequence bigint      not null,
    event    uuid        not null,
    form     text        not null,
    checksum bigint      not null,
    made     timestamptz not null default now(),
    memory   bytea       not null
);

-- Written seldom, read in a hurry.
alter table snapshots alter column memory set storage external;

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
