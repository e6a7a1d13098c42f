--liquibase formatted sql

--changeset imprimatur:identity-1
CREATE TABLE person (
    id            text        NOT NULL CONSTRAINT person_pk PRIMARY KEY
                              CONSTRAINT person_id_is_a_login_name CHECK (id ~ '^[a-z0-9._-]{1,64}$'),
    display_name  text        NOT NULL,
    email         text        NOT NULL,
    password_hash text        NOT NULL CONSTRAINT person_password_is_hashed CHECK (password_hash ~ '^\{[a-z0-9@_]+\}.{20}'),
    active        boolean     NOT NULL DEFAULT true,
    created_at    timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE person_group (
    person_id  text NOT NULL CONSTRAINT person_group_person_fk REFERENCES person (id) ON DELETE CASCADE,
    group_name text NOT NULL CONSTRAINT person_group_has_a_name CHECK (group_name ~ '^[a-z0-9._-]{1,64}$'),
    CONSTRAINT person_group_pk PRIMARY KEY (person_id, group_name)
);
CREATE INDEX person_group_by_group ON person_group (group_name);
--rollback DROP TABLE person_group;
--rollback DROP TABLE person;
