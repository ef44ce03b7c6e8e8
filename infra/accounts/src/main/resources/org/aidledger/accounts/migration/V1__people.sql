-- Who signs in, with what, and what auditors and regulators asked. No password and no token stands here, only hashes.

create table account (
    username           text        not null primary key,
    actor              text        not null unique,
    roles              text[]      not null,
    scope              text[]      not null,
    records_for_others boolean     not null,
    password_hash      text        not null,
    must_change        boolean     not null,
    locked_until       timestamptz,
    failures           int         not null,
    demo               boolean     not null
);

create table token (
    id       text        not null primary key,
    username text        not null references account,
    note     text        not null,
    sha256   text        not null unique,
    created  timestamptz not null,
    expires  timestamptz not null,
    revoked  timestamptz
);
create index token_of_account on token (username, created);

create table kept_read (
    number   bigint      generated always as identity primary key,
    asked    timestamptz not null,
    username text        not null,
    actor    text        not null,
    kind     text        not null,
    fund     text,
    as_of    date,
    known_at timestamptz,
    figure   text        not null
);
create index kept_read_of_fund on kept_read (fund, number);
