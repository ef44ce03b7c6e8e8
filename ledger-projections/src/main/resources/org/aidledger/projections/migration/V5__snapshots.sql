-- Each stage of each snapshot: frozen, signed, withdrawn. What a later stage does not say is empty, or the earliest
-- date there is. The figures of a snapshot stand nowhere: they are made again from events.
create table snapshot (
    position       bigint      not null,
    line           int         not null,
    fund           text        not null,
    effective      date        not null,
    recorded       timestamptz not null,
    snapshot       text        not null,
    stage          text        not null,
    kind           text        not null,
    title          text        not null,
    as_of          date        not null,
    known_at       timestamptz not null,
    recorded_up_to timestamptz not null,
    funds          text[]      not null,
    ranked_by      text        not null,
    actor          text        not null,
    role           text        not null,
    posting_id     text        not null,
    digest         text        not null,
    signatures     text[]      not null,
    note           text        not null
);
create unique index snapshot_key on snapshot (snapshot, position, line);
create index snapshot_frozen on snapshot (position) where stage = 'FROZEN';
