--liquibase formatted sql

--changeset imprimatur:roles-1
--comment: The owner migrates; the application runs as imprimatur_app, which owns nothing.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO imprimatur_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO imprimatur_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO imprimatur_app;
--rollback ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE SELECT, INSERT, UPDATE, DELETE ON TABLES FROM imprimatur_app;
--rollback ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE USAGE, SELECT ON SEQUENCES FROM imprimatur_app;
--rollback REVOKE USAGE ON SCHEMA public FROM imprimatur_app;
--rollback GRANT USAGE ON SCHEMA public TO PUBLIC;
