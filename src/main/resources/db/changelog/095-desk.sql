--liquibase formatted sql

--changeset imprimatur:desk-1
--comment: Which sample post is which piece, and how far its story has been told; only the profile local writes here.
create table sample (
    name text primary key,
    content_id uuid not null unique references content (id) on delete cascade,
    step integer not null default 0 check (step >= 0)
);
--rollback drop table sample;
