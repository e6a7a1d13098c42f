--liquibase formatted sql

--changeset imprimatur:content-texts-1
--comment: Texts of their own for some of a revision's channels, and the zone in which its author chose the time.
alter table revision add column time_zone text;
create table revision_text (
    content_id uuid not null,
    revision integer not null,
    channel text not null,
    text text not null,
    primary key (content_id, revision, channel),
    foreign key (content_id, revision) references revision
);
--rollback drop table revision_text;
--rollback alter table revision drop column time_zone;
