--liquibase formatted sql

--changeset imprimatur:flow-library-1
--comment: Models that managers work on, what waits for a second person, and who deployed what and why.
CREATE TABLE flow_draft (
    id        uuid PRIMARY KEY,
    kind      text        NOT NULL CHECK (kind IN ('FLOW', 'TABLE')),
    model_key text        NOT NULL,
    name      text        NOT NULL,
    base      text,
    xml       text        NOT NULL,
    version   integer     NOT NULL CHECK (version > 0),
    saved_at  timestamptz NOT NULL,
    saved_by  text        NOT NULL
);
COMMENT ON COLUMN flow_draft.base IS 'id of the definition that it was made from';

CREATE TABLE flow_proposal (
    id           uuid PRIMARY KEY,
    model_key    text        NOT NULL,
    name         text        NOT NULL,
    door         text        NOT NULL,
    reason       text,
    model_sha256 text        NOT NULL,
    proposed_by  text        NOT NULL,
    proposed_at  timestamptz NOT NULL,
    state        text        NOT NULL CHECK (state IN ('OPEN', 'CONFIRMED', 'DECLINED')),
    closed_by    text,
    closed_at    timestamptz
);
CREATE INDEX flow_proposal_open ON flow_proposal (proposed_at) WHERE state = 'OPEN';
COMMENT ON COLUMN flow_proposal.reason IS 'null when it came through a door that has no place for one';
CREATE TABLE flow_proposal_file (
    proposal_id uuid  NOT NULL REFERENCES flow_proposal (id) ON DELETE CASCADE,
    name        text  NOT NULL,
    bytes       bytea NOT NULL,
    PRIMARY KEY (proposal_id, name)
);

CREATE TABLE flow_deployment (
    definition_id text PRIMARY KEY,
    deployment_id text        NOT NULL,
    model_key     text        NOT NULL,
    model_sha256  text        NOT NULL,
    door          text        NOT NULL,
    reason        text        NOT NULL,
    author        text        NOT NULL,
    confirmer     text,
    deployed_at   timestamptz NOT NULL
);
CREATE INDEX flow_deployment_key ON flow_deployment (model_key, deployed_at);
REVOKE UPDATE, DELETE ON flow_deployment FROM imprimatur_app;
--rollback DROP TABLE flow_deployment;
--rollback DROP TABLE flow_proposal_file;
--rollback DROP TABLE flow_proposal;
--rollback DROP TABLE flow_draft;
