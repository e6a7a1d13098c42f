--liquibase formatted sql

--changeset imprimatur:publishing-1
--comment: One row for each revision on each channel. due_at schedules the worker; a lease keeps two of them apart.
CREATE TABLE publication (
    id                 uuid PRIMARY KEY,
    content_id         uuid        NOT NULL REFERENCES content (id),
    revision           integer     NOT NULL CHECK (revision > 0),
    revision_hash      text        NOT NULL CHECK (revision_hash ~ '^[0-9a-f]{64}$'),
    channel            text        NOT NULL,
    process_definition text        NOT NULL,
    state              text        NOT NULL CHECK (state IN
                           ('CLAIMED', 'SENDING', 'UNKNOWN', 'PUBLISHED', 'VERIFIED', 'DIFFERS', 'FAILED')),
    needs_person       boolean     NOT NULL DEFAULT false,
    accepted           boolean     NOT NULL DEFAULT false,
    problem            text,
    attempts           integer     NOT NULL DEFAULT 0,
    looks              integer     NOT NULL DEFAULT 0,
    remote_id          text,
    url                text,
    claimed_at         timestamptz NOT NULL DEFAULT now(),
    tried_since        timestamptz NOT NULL DEFAULT now(),
    changed_at         timestamptz NOT NULL DEFAULT now(),
    published_at       timestamptz,
    due_at             timestamptz,
    report_at          timestamptz,
    lease_owner        text,
    lease_until        timestamptz,
    CONSTRAINT publication_once UNIQUE (content_id, revision, channel)
);
COMMENT ON COLUMN publication.needs_person IS 'a manager must decide; the worker leaves it alone';
COMMENT ON COLUMN publication.accepted IS 'a manager keeps what is live as it is';
COMMENT ON COLUMN publication.due_at IS 'when the worker acts on it next; null: not by itself';
COMMENT ON COLUMN publication.report_at IS 'when the process is told how it stands; null: it knows';
COMMENT ON COLUMN publication.tried_since IS 'when the present series of tries began';
COMMENT ON COLUMN publication.lease_owner IS 'worker and lease; only its holder stores an outcome';
CREATE INDEX publication_due ON publication (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX publication_report ON publication (report_at) WHERE report_at IS NOT NULL;
CREATE INDEX publication_needs_person ON publication (changed_at) WHERE needs_person;
--rollback DROP TABLE publication;

--changeset imprimatur:publishing-2
--comment: What the newsroom shows, as it was approved; its own copy, so that reading it back proves something.
CREATE TABLE newsroom_post (
    id            uuid PRIMARY KEY,
    content_id    uuid        NOT NULL REFERENCES content (id),
    revision      integer     NOT NULL CHECK (revision > 0),
    revision_hash text        NOT NULL,
    slug          text        NOT NULL UNIQUE,
    title         text        NOT NULL,
    body          text        NOT NULL,
    link          text,
    published_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT newsroom_post_once UNIQUE (content_id, revision)
);
CREATE INDEX newsroom_post_newest ON newsroom_post (published_at DESC, id DESC);

CREATE TABLE newsroom_image (
    post_id  uuid    NOT NULL REFERENCES newsroom_post (id) ON DELETE CASCADE,
    position integer NOT NULL,
    media_id uuid    NOT NULL REFERENCES media (id),
    type     text    NOT NULL,
    width    integer NOT NULL,
    height   integer NOT NULL,
    sha256   text    NOT NULL,
    alt_text text    NOT NULL,
    PRIMARY KEY (post_id, position)
);
CREATE INDEX newsroom_image_media ON newsroom_image (media_id);
--rollback DROP TABLE newsroom_image;
--rollback DROP TABLE newsroom_post;
