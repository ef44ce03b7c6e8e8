-- Each stage of each request for approval, and of each adjustment that waits for signatures. The status is the one that
-- the stage leads to. What a command says in full is read from the event that asked for it.
create table approval (
    position   bigint      not null,
    line       int         not null,
    fund       text        not null,
    effective  date        not null,
    recorded   timestamptz not null,
    approval   text        not null,
    kind       text        not null,
    stage      text        not null,
    status     text        not null,
    actor      text        not null,
    posting_id text        not null,
    subject    text        not null,
    projects   text[]      not null,
    amount     text        not null,
    role       text        not null,
    code       text        not null,
    reason     text        not null
);
create unique index approval_key on approval (approval, position, line);
create index approval_asked on approval (fund, position) where stage = 'REQUESTED';
create index approval_given on approval (position) where status = 'APPROVED';
