--liquibase formatted sql

--changeset imprimatur:mail-1
create table notice (
    id uuid primary key,
    occasion text not null,
    kind text not null,
    person text not null,
    content_id uuid not null references content,
    revision integer not null,
    task_id text,
    stage text,
    state text not null,
    attempts integer not null default 0,
    repeats integer not null default 0,
    due_at timestamptz not null,
    lease_until timestamptz,
    created_at timestamptz not null,
    settled_at timestamptz,
    problem text,
    unique (occasion, person)
);
create index notice_due on notice (due_at) where state in ('PENDING', 'SENDING');
create index notice_failed on notice (created_at) where state = 'FAILED';
--rollback drop table notice;
