#!/bin/bash
# Starts Keycloak with the ledger's realm, in which the address and the client's secret are put; an existing realm stays as it is.
set -euo pipefail
secrets=${SECRETS:-/run/secrets}
import=${IMPORT:-/opt/keycloak/data/import}
secret=$(<"$secrets/sign-in")
realm=$(<"${REALM:-/aid-ledger-realm.json}")
realm=${realm//http:\/\/localhost:8080/https:\/\/$LEDGER_HOST}
realm=${realm/'"publicClient": false,'/"\"publicClient\": false, \"secret\": \"$secret\","}
mkdir -p "$import"
printf '%s\n' "$realm" >"$import/aid-ledger-realm.json"
KC_DB_PASSWORD=$(<"$secrets/keycloak-database")
KC_BOOTSTRAP_ADMIN_PASSWORD=$(<"$secrets/keycloak-administrator")
export KC_DB_PASSWORD KC_BOOTSTRAP_ADMIN_PASSWORD
exec "${KEYCLOAK:-/opt/keycloak/bin/kc.sh}" start --import-realm
