--liquibase formatted sql

--changeset imprimatur:screening-1
--comment: What was found in a submitted revision. Places only: the matched text stays where it was, in the revision.
create table screening_result (
    content_id uuid not null,
    revision integer not null,
    revision_hash text not null,
    verdict text not null check (verdict in ('CLEAR', 'REVIEW', 'BLOCK')),
    screened_at timestamptz not null,
    primary key (content_id, revision),
    foreign key (content_id, revision) references revision (content_id, number)
);

create table finding (
    id uuid primary key,
    content_id uuid not null,
    revision integer not null,
    position integer not null,
    field text not null,
    identifier text not null,
    start_at integer not null check (start_at >= 0),
    end_at integer not null check (end_at > start_at),
    severity text not null check (severity in ('REVIEW', 'BLOCK')),
    rule text not null,
    advice text not null,
    unique (content_id, revision, position),
    foreign key (content_id, revision) references screening_result (content_id, revision)
);

create table finding_answer (
    finding_id uuid not null references finding,
    person text not null,
    reason text not null,
    answered_at timestamptz not null,
    primary key (finding_id, person)
);
--rollback drop table finding_answer;
--rollback drop table finding;
--rollback drop table screening_result;
