--liquibase formatted sql

--changeset imprimatur:screening-3
--comment: A finding about an image as a whole has no place in a text.
alter table finding drop constraint finding_check;
alter table finding add constraint finding_place_check check (end_at > start_at or (start_at = 0 and end_at = 0));
--rollback alter table finding drop constraint finding_place_check;
--rollback delete from finding_answer where finding_id in (select id from finding where end_at = 0);
--rollback delete from finding where end_at = 0;
--rollback alter table finding add constraint finding_check check (end_at > start_at);

--changeset imprimatur:screening-4
--comment: What was read in the images of a revision. It is content: it is purged with what it was read in.
create table image_text (
    content_id uuid not null,
    revision integer not null,
    image integer not null check (image >= 0),
    text text not null,
    primary key (content_id, revision, image),
    foreign key (content_id, revision) references screening_result (content_id, revision) on delete cascade
);
revoke update, truncate on image_text from imprimatur_app;
--rollback drop table image_text;
