--liquibase formatted sql

--changeset imprimatur:screening-2
--comment: Which detector found it, so that one that cries wolf is seen; what is the organisation's own is listed as information.
alter table finding add column detector text not null default '';
alter table finding alter column detector drop default;
alter table finding drop constraint finding_severity_check;
alter table finding add constraint finding_severity_check check (severity in ('INFORMATION', 'REVIEW', 'BLOCK'));
--rollback alter table finding drop constraint finding_severity_check;
--rollback update finding set severity = 'REVIEW' where severity = 'INFORMATION';
--rollback alter table finding add constraint finding_severity_check check (severity in ('REVIEW', 'BLOCK'));
--rollback alter table finding drop column detector;
