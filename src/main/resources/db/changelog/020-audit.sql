--liquibase formatted sql

--changeset imprimatur:audit-1 splitStatements:false
--comment: The ledger only grows. Its owner is the migrating role; the runtime role may insert and read.
CREATE TABLE ledger_entry (
    id                 uuid        NOT NULL PRIMARY KEY,
    at                 timestamptz NOT NULL,
    actor              text        NOT NULL CHECK (length(actor) BETWEEN 1 AND 255),
    action             text        NOT NULL CHECK (action ~ '^[A-Z][A-Z0-9_]{1,63}$'),
    subject            text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    content_id         uuid,
    revision           integer     CHECK (revision > 0),
    revision_hash      text        CHECK (revision_hash ~ '^[0-9a-f]{64}$'),
    process_definition text        CHECK (length(process_definition) BETWEEN 1 AND 255),
    door               text        NOT NULL CHECK (length(door) BETWEEN 1 AND 32),
    details            jsonb       NOT NULL CHECK (jsonb_typeof(details) = 'object' AND pg_column_size(details) <= 16384)
);
CREATE INDEX ledger_entry_by_time ON ledger_entry (at, id);
CREATE INDEX ledger_entry_by_content ON ledger_entry (content_id, at, id);
CREATE INDEX ledger_entry_by_actor ON ledger_entry (actor, at, id);
CREATE INDEX ledger_entry_by_action ON ledger_entry (action, at, id);

CREATE TABLE ledger_chain (
    seq      bigint NOT NULL PRIMARY KEY CHECK (seq > 0),
    entry_id uuid   NOT NULL UNIQUE REFERENCES ledger_entry (id),
    hash     text   NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$')
);

CREATE TABLE ledger_pending (
    number   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    entry_id uuid NOT NULL UNIQUE REFERENCES ledger_entry (id)
);
COMMENT ON TABLE ledger_pending IS 'Entries that the sequencer has not chained yet; no part of the ledger.';

REVOKE ALL ON ledger_entry, ledger_chain, ledger_pending FROM imprimatur_app;
GRANT SELECT, INSERT ON ledger_entry, ledger_chain TO imprimatur_app;
GRANT SELECT, INSERT, DELETE ON ledger_pending TO imprimatur_app;

CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger only grows' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER ledger_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows();
CREATE TRIGGER ledger_chain_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_chain
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows();
--rollback DROP TABLE ledger_pending; DROP TABLE ledger_chain; DROP TABLE ledger_entry; DROP FUNCTION ledger_only_grows();
