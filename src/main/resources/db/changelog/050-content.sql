--liquibase formatted sql

--changeset imprimatur:content-1
create table content (
    id uuid primary key,
    kind text not null,
    state text not null,
    author text not null,
    revision integer not null check (revision > 0),
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index content_changed_at on content (changed_at desc, id);
create index content_author on content (author);

create table media (
    id uuid primary key,
    type text not null,
    width integer not null,
    height integer not null,
    size bigint not null,
    sha256 text not null,
    owner text not null,
    created_at timestamptz not null,
    bytes bytea not null
);

create table revision (
    content_id uuid not null references content,
    number integer not null check (number > 0),
    kind text not null,
    title text not null,
    body text not null,
    link text,
    channels text[] not null,
    publish_at timestamptz,
    author text not null,
    created_at timestamptz not null,
    hash text not null unique,
    primary key (content_id, number)
);
create index revision_author on revision (author);

create table revision_image (
    content_id uuid not null,
    revision integer not null,
    position integer not null,
    media_id uuid not null references media,
    sha256 text not null,
    alt_text text not null,
    primary key (content_id, revision, position),
    foreign key (content_id, revision) references revision
);
create index revision_image_media on revision_image (media_id);

create table submission (
    id uuid primary key,
    content_id uuid not null,
    revision integer not null,
    person text not null,
    submitted_at timestamptz not null,
    foreign key (content_id, revision) references revision
);
create index submission_revision on submission (content_id, revision);

create table contest (
    content_id uuid not null,
    revision integer not null,
    person text not null,
    reason text not null,
    contested_at timestamptz not null,
    primary key (content_id, revision),
    foreign key (content_id, revision) references revision
);
--rollback drop table contest;
--rollback drop table submission;
--rollback drop table revision_image;
--rollback drop table revision;
--rollback drop table media;
--rollback drop table content;
