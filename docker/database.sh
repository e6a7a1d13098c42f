#!/usr/bin/env bash
# Run once by PostgreSQL's image on an empty database: the role that owns the schema, and the one that the application uses.
set -euo pipefail
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner_password="$IMPRIMATUR_DB_OWNER_PASSWORD" --set password="$IMPRIMATUR_DB_PASSWORD" <<'SQL'
CREATE ROLE imprimatur_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE imprimatur_app LOGIN PASSWORD :'password';
CREATE DATABASE imprimatur OWNER imprimatur_owner;
REVOKE ALL ON DATABASE imprimatur FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE imprimatur TO imprimatur_app;
\connect imprimatur
ALTER SCHEMA public OWNER TO imprimatur_owner;
GRANT USAGE ON SCHEMA public TO imprimatur_app;
SQL
