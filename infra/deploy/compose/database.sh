#!/bin/bash
# Runs once, when the database is new: the role that the ledger works as, and a database for Keycloak.
set -euo pipefail
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --quiet \
  --set worker="$(<"${SECRETS:-/run/secrets}/ledger.db.password")" \
  --set keycloak="$(<"${SECRETS:-/run/secrets}/keycloak-database")" <<'SQL'
create role ledger_worker login password :'worker';
grant connect, create, temporary on database ledger to ledger_worker;
create role keycloak login password :'keycloak';
create database keycloak owner keycloak;
revoke connect on database ledger, keycloak from public;
SQL
