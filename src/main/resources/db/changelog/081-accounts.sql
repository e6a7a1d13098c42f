--liquibase formatted sql

--changeset imprimatur:accounts-1
--comment: Accounts on platforms. Secrets are encrypted before they come here; a refresh of tokens is held by a lease on the row.
CREATE TABLE account (
    key              text PRIMARY KEY CHECK (key ~ '^[a-z][a-z0-9-]{0,39}$'),
    platform         text        NOT NULL,
    display_name     text        NOT NULL,
    settings         jsonb       NOT NULL,
    version          integer     NOT NULL DEFAULT 1,
    created_by       text        NOT NULL,
    created_at       timestamptz NOT NULL,
    changed_at       timestamptz NOT NULL,
    problem          text,
    token_expires_at timestamptz,
    refresh_owner    uuid,
    refresh_until    timestamptz
);
COMMENT ON COLUMN account.version IS 'grows with every change of settings or secrets';
COMMENT ON COLUMN account.problem IS 'why nothing works before somebody connects it again';
COMMENT ON COLUMN account.token_expires_at IS 'of the access token; null when it does not end';
COMMENT ON COLUMN account.refresh_owner IS 'who refreshes the token now; nobody else does before refresh_until';

CREATE TABLE account_secret (
    account text NOT NULL REFERENCES account (key) ON DELETE CASCADE,
    name    text NOT NULL,
    key_id  text NOT NULL,
    sealed  bytea NOT NULL,
    PRIMARY KEY (account, name)
);
COMMENT ON COLUMN account_secret.key_id IS 'which of the vault''s keys sealed it';

CREATE TABLE account_connection (
    state_hash text PRIMARY KEY,
    account    text        NOT NULL REFERENCES account (key) ON DELETE CASCADE,
    person     text        NOT NULL,
    key_id     text        NOT NULL,
    verifier   bytea       NOT NULL,
    expires_at timestamptz NOT NULL
);
COMMENT ON TABLE account_connection IS 'connections by OAuth 2 that somebody has begun and not finished';
--rollback DROP TABLE account_connection;
--rollback DROP TABLE account_secret;
--rollback DROP TABLE account;
