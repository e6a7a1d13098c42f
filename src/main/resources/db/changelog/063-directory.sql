--liquibase formatted sql

--changeset imprimatur:directory-1
--comment: What is the organisation's own. The one row of directory_state is locked by every change and counts them.
create table directory_entry (
    id uuid primary key,
    kind text not null check (kind in ('STAFF', 'PHONE', 'EMAIL', 'DOMAIN', 'ADDRESS', 'LOCATION', 'EVENT')),
    value text not null check (length(value) between 1 and 1000),
    from_day date,
    until_day date,
    place text,
    same_as text not null unique,
    check ((kind = 'EVENT') = (from_day is not null)),
    check ((from_day is null) = (until_day is null)),
    check (until_day >= from_day),
    check (place is null or kind = 'EVENT')
);
create index directory_entry_by_kind on directory_entry (kind, lower(value));

create table directory_state (
    only_row boolean primary key default true check (only_row),
    version integer not null check (version >= 0)
);
insert into directory_state (version) values (0);
revoke insert, delete, truncate on directory_state from imprimatur_app;
--rollback drop table directory_state;
--rollback drop table directory_entry;

--changeset imprimatur:directory-2
--comment: What screening found and how it was answered only grows; the latest answer of a person counts.
alter table finding_answer drop constraint finding_answer_pkey;
alter table finding_answer add column position bigint generated always as identity primary key;
create index finding_answer_by_finding on finding_answer (finding_id, person, position);
create index screening_result_by_time on screening_result (screened_at);
revoke update, delete, truncate on screening_result, finding, finding_answer from imprimatur_app;
--rollback grant update, delete on screening_result, finding, finding_answer to imprimatur_app;
--rollback drop index screening_result_by_time;
--rollback drop index finding_answer_by_finding;
--rollback delete from finding_answer earlier using finding_answer later where later.finding_id = earlier.finding_id and later.person = earlier.person and later.position > earlier.position;
--rollback alter table finding_answer drop column position;
--rollback alter table finding_answer add primary key (finding_id, person);
