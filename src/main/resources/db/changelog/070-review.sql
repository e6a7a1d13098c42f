--liquibase formatted sql

--changeset imprimatur:review-1
create table review_plan (
    content_id uuid not null references content,
    revision integer not null,
    stages text[] not null,
    policy_version text not null,
    planned_at timestamptz not null,
    primary key (content_id, revision)
);

create table decision (
    id uuid primary key,
    position bigint generated always as identity unique,
    content_id uuid not null references content,
    revision integer not null,
    revision_hash text not null,
    stage text not null,
    person text not null,
    decider_group text not null,
    decision text not null,
    reason text,
    approvals_needed integer not null check (approvals_needed > 0),
    decided_at timestamptz not null,
    door text not null,
    process_definition text not null
);
create index decision_content on decision (content_id, revision, position);
create index decision_person on decision (person);

revoke update, delete, truncate on review_plan, decision from imprimatur_app;
--rollback drop table decision;
--rollback drop table review_plan;
