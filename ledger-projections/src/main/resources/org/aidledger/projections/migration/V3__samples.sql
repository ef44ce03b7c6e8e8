-- Where the events of each sample are; what they say is read from them.
create table sample (
    position  bigint      not null,
    line      int         not null,
    fund      text        not null,
    effective date        not null,
    recorded  timestamptz not null,
    sample    text        not null,
    drawn     boolean     not null
);
create unique index sample_key on sample (sample, position, line);
create index sample_drawn on sample (fund, position) where drawn;
