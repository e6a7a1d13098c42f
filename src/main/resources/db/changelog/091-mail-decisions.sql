--liquibase formatted sql

--changeset imprimatur:mail-decisions-1
alter table notice alter column content_id drop not null;
alter table notice alter column revision drop not null;
alter table notice add column answer text;
alter table notice add column detail text;
alter table notice add column in_reply_to text;
create index notice_answers on notice (person, created_at) where kind = 'ANSWER';

create table mail_request (
    id uuid primary key,
    person text not null,
    task_id text not null,
    content_id uuid not null references content,
    revision integer not null,
    stage text not null,
    means text not null check (means in ('LINK', 'REPLY')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    state text not null check (state in ('OPEN', 'PENDING', 'USED', 'VOID')),
    ended_at timestamptz,
    decision text,
    reason text,
    proof text,
    due_at timestamptz,
    check (state = 'PENDING' or reason is null)
);
create unique index mail_request_open on mail_request (task_id, person) where state in ('OPEN', 'PENDING');
create index mail_request_pending on mail_request (due_at) where state = 'PENDING';
create index mail_request_expiry on mail_request (expires_at);
comment on column mail_request.reason is 'The decider''s words, only until a decision that can still be undone is carried out.';

create table mail_token (
    hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
    request_id uuid not null references mail_request on delete cascade,
    purpose text not null check (purpose in ('LINK', 'REPLY')),
    created_at timestamptz not null
);
create index mail_token_request on mail_token (request_id);

create table incoming_mail (
    id uuid primary key,
    position bigint generated always as identity unique,
    content_hash text not null unique check (content_hash ~ '^[0-9a-f]{64}$'),
    message_id text,
    token_hash text,
    sender text,
    size bigint not null,
    raw bytea,
    received_at timestamptz not null,
    stored_at timestamptz not null,
    state text not null check (state in ('STORED', 'HANDLED', 'QUARANTINED')),
    reason text,
    request_id uuid,
    attempts integer not null default 0,
    due_at timestamptz not null,
    handled_at timestamptz
);
create unique index incoming_mail_message on incoming_mail (message_id, token_hash)
    where message_id is not null and token_hash is not null;
create index incoming_mail_due on incoming_mail (due_at) where state = 'STORED';
create index incoming_mail_quarantine on incoming_mail (stored_at) where state = 'QUARANTINED';
create index incoming_mail_age on incoming_mail (stored_at);

create table task_remark (
    id uuid primary key,
    task_id text not null,
    content_id uuid not null references content,
    revision integer not null,
    stage text not null,
    person text not null,
    remark text not null,
    mail_id uuid not null unique,
    made_at timestamptz not null
);
create index task_remark_content on task_remark (content_id, made_at);
--rollback drop table task_remark; drop table incoming_mail; drop table mail_token; drop table mail_request;
--rollback delete from notice where content_id is null; drop index notice_answers;
--rollback alter table notice drop column answer, drop column detail, drop column in_reply_to;
--rollback alter table notice alter column content_id set not null, alter column revision set not null;

--changeset imprimatur:mail-decisions-2
create table mail_preference (
    person text primary key,
    decisions boolean not null,
    digest boolean not null,
    changed_at timestamptz not null
);
create table mail_unsubscribe (
    hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
    person text not null,
    created_at timestamptz not null
);
create index mail_unsubscribe_age on mail_unsubscribe (created_at);
create table undeliverable_address (
    person text primary key,
    email text not null,
    status text not null,
    since timestamptz not null
);
--rollback drop table undeliverable_address; drop table mail_unsubscribe; drop table mail_preference;
