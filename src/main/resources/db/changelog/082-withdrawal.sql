--liquibase formatted sql

--changeset imprimatur:withdrawal-1
--comment: States of what is live: verified on a schedule, drifted, removed by others, withdrawn. DIFFERS is told apart.
ALTER TABLE publication DROP CONSTRAINT publication_state_check;
UPDATE publication SET state = CASE WHEN problem = 'live-missing' THEN 'REMOVED_EXTERNALLY' ELSE 'DRIFTED' END
 WHERE state = 'DIFFERS';
ALTER TABLE publication ADD CONSTRAINT publication_state_check CHECK (state IN
    ('CLAIMED', 'SENDING', 'UNKNOWN', 'PUBLISHED', 'VERIFIED', 'UNVERIFIED', 'DRIFTED', 'REMOVED_EXTERNALLY', 'FAILED',
     'WITHDRAWING', 'WITHDRAWN'));
ALTER TABLE publication
    ADD COLUMN checked_at   timestamptz,
    ADD COLUMN preserved_at timestamptz,
    ADD COLUMN by_hand      boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN publication.checked_at IS 'when what is live was last read back';
COMMENT ON COLUMN publication.by_hand IS 'somebody says that they took it down on the platform';
--rollback ALTER TABLE publication DROP COLUMN by_hand, DROP COLUMN preserved_at, DROP COLUMN checked_at;
--rollback ALTER TABLE publication DROP CONSTRAINT publication_state_check;
--rollback UPDATE publication SET state = 'DIFFERS' WHERE state IN ('UNVERIFIED', 'DRIFTED', 'REMOVED_EXTERNALLY', 'WITHDRAWING', 'WITHDRAWN');
--rollback ALTER TABLE publication ADD CONSTRAINT publication_state_check CHECK (state IN ('CLAIMED', 'SENDING', 'UNKNOWN', 'PUBLISHED', 'VERIFIED', 'DIFFERS', 'FAILED'));

--changeset imprimatur:withdrawal-2
--comment: Orders to take a piece down, and what was live when it came down. Nothing preserved is ever changed.
CREATE TABLE withdrawal (
    id            uuid PRIMARY KEY,
    content_id    uuid        NOT NULL UNIQUE REFERENCES content (id),
    reason        text        NOT NULL CHECK (reason IN
                      ('PRIVACY', 'LEGAL', 'INCORRECT', 'OUTDATED', 'CHANGED_ON_PLATFORM', 'OTHER')),
    note          text        NOT NULL,
    ordered_by    text        NOT NULL,
    ordered_at    timestamptz NOT NULL,
    discovered_on date,
    assess_by     timestamptz,
    completed_at  timestamptz,
    assessment    text CHECK (assessment IN ('LOW_PROBABILITY', 'BREACH')),
    assessed_by   text,
    assessed_at   timestamptz,
    assessed_why  text
);
ALTER TABLE publication ADD COLUMN withdrawal_id uuid REFERENCES withdrawal (id);
COMMENT ON COLUMN publication.withdrawal_id IS 'the order that it comes down; it is never sent from then on';

CREATE TABLE preserved_post (
    id             uuid PRIMARY KEY,
    publication_id uuid        NOT NULL REFERENCES publication (id),
    source         text        NOT NULL CHECK (source IN ('LIVE', 'APPROVED')),
    problem        text,
    address        text,
    published_at   timestamptz,
    taken_at       timestamptz NOT NULL,
    text           text        NOT NULL
);
CREATE INDEX preserved_post_publication ON preserved_post (publication_id);
CREATE TABLE preserved_picture (
    id        uuid PRIMARY KEY,
    post_id   uuid    NOT NULL REFERENCES preserved_post (id),
    position  integer NOT NULL,
    alt_text  text    NOT NULL,
    type      text    NOT NULL,
    sha256    text    NOT NULL,
    bytes     bytea   NOT NULL,
    UNIQUE (post_id, position)
);
REVOKE UPDATE, DELETE ON preserved_post, preserved_picture FROM imprimatur_app;
--rollback DROP TABLE preserved_picture;
--rollback DROP TABLE preserved_post;
--rollback ALTER TABLE publication DROP COLUMN withdrawal_id;
--rollback DROP TABLE withdrawal;

--changeset imprimatur:withdrawal-3
--comment: The stop: one row that every send reads in the transaction in which it begins.
CREATE TABLE publishing_stop (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    stopped  boolean     NOT NULL,
    note     text        NOT NULL,
    by_whom  text,
    at       timestamptz
);
INSERT INTO publishing_stop (stopped, note) VALUES (false, '');
CREATE TABLE channel_pause (
    channel text PRIMARY KEY,
    until   timestamptz NOT NULL
);
COMMENT ON TABLE channel_pause IS 'until when a platform asked that an account be left alone';
--rollback DROP TABLE channel_pause;
--rollback DROP TABLE publishing_stop;
