#!/usr/bin/env bash
# Vaktis in Azure: Postgres, the bot's registration, the tab's sign-in, two replicas in Container Apps.
#
#   deploy/azure.sh --dry-run    prints every command in its order and runs none of them
#   deploy/azure.sh              runs them; needs `az login` and the right to register apps
#
# Read README.md beside this file first: it explains every id. A variable that is used before it is set ends the script.
set -euo pipefail
cd "$(dirname "$0")/.."

dry=no
[ "${1:-}" = --dry-run ] && dry=yes

# Yours to choose. Names of the registry and of the database server must be free in all of Azure.
GROUP=${GROUP:-vaktis}
REGION=${REGION:-swedencentral}
NAME=${NAME:-vaktis}
REGISTRY=${REGISTRY:-vaktis$RANDOM}
DATABASE_SERVER=${DATABASE_SERVER:-vaktis-$RANDOM}
VERSION=${VERSION:-0.1.0}
DESK=${DESK:-my-desk}
# This machine's address as the internet sees it: the database lets it in for the import, and out again.
[ "$dry" = yes ] && OWN_ADDRESS=${OWN_ADDRESS:-<OWN_ADDRESS>}
OWN_ADDRESS=${OWN_ADDRESS:?is not set: the address of this machine as the internet sees it}
# SingleTenant: an app registration with a secret; the tab can sign people in. UserAssignedMsi: a managed identity and no
# secret to renew; no tab in Teams, because an identity cannot expose an API.
MicrosoftAppType=${MicrosoftAppType:-SingleTenant}

# Runs a command, or says it.
run() {
  if [ "$dry" = yes ]; then printf '%s\n' "$(quoted "$@")"; else "$@"; fi
}

# Runs a command and keeps what it says in a variable; a dry run keeps a stand-in.
keep() {
  local name=$1
  shift
  if [ "$dry" = yes ]; then
    printf '%s=$(%s)\n' "$name" "$(quoted "$@")"
    printf -v "$name" '<%s>' "$name"
  else
    printf -v "$name" '%s' "$("$@")"
  fi
  [ -n "${!name}" ] || { echo "Azure gave no $name." >&2; exit 1; }
}

quoted() {
  local word line=''
  for word in "$@"; do
    case $word in
      *[!A-Za-z0-9_./:=@,\<\>-]*) line+=" '${word//\'/\'\\\'\'}'" ;;
      *) line+=" $word" ;;
    esac
  done
  printf '%s' "${line# }"
}

step() { printf '\n# %s\n' "$*"; }

step 1. Where everything lives
keep TENANT az account show --query tenantId --output tsv
run az group create --name "$GROUP" --location "$REGION"

step 2. Postgres, reachable from Azure only, with backups of its own for 14 days
keep DATABASE_PASSWORD openssl rand -hex 24
run az postgres flexible-server create --resource-group "$GROUP" --name "$DATABASE_SERVER" --location "$REGION" \
  --version 17 --tier Burstable --sku-name Standard_B1ms --storage-size 32 --backup-retention 14 \
  --admin-user vaktis --admin-password "$DATABASE_PASSWORD" --database-name vaktis --public-access 0.0.0.0
DATABASE_URL="postgres://vaktis:$DATABASE_PASSWORD@$DATABASE_SERVER.postgres.database.azure.com:5432/vaktis?sslmode=verify-full"

step 3. The desk, from this machine: the bot does not start without one
run az postgres flexible-server firewall-rule create --resource-group "$GROUP" --name "$DATABASE_SERVER" \
  --rule-name import --start-ip-address "$OWN_ADDRESS" --end-ip-address "$OWN_ADDRESS"
run env DATABASE_URL="$DATABASE_URL" npm run -s vaktis -- import "$DESK"
run az postgres flexible-server firewall-rule delete --resource-group "$GROUP" --name "$DATABASE_SERVER" \
  --rule-name import --yes

step 4. Who the bot is
IDENTITY=''
MicrosoftAppPassword=''
if [ "$MicrosoftAppType" = UserAssignedMsi ]; then
  run az identity create --resource-group "$GROUP" --name "$NAME"
  keep MicrosoftAppId az identity show --resource-group "$GROUP" --name "$NAME" --query clientId --output tsv
  keep IDENTITY az identity show --resource-group "$GROUP" --name "$NAME" --query id --output tsv
else
  keep MicrosoftAppId az ad app create --display-name Vaktis --sign-in-audience AzureADMyOrg --query appId --output tsv
  run az ad sp create --id "$MicrosoftAppId"
  keep MicrosoftAppPassword az ad app credential reset --id "$MicrosoftAppId" --append --display-name bot --years 1 \
    --query password --output tsv
fi

step 5. The image
run az acr create --resource-group "$GROUP" --name "$REGISTRY" --sku Basic --admin-enabled true
run az acr build --registry "$REGISTRY" --image "vaktis:$VERSION" --file deploy/Dockerfile .
keep REGISTRY_PASSWORD az acr credential show --name "$REGISTRY" --query 'passwords[0].value' --output tsv

step 6. Two replicas, and where they are reached
run az containerapp env create --resource-group "$GROUP" --name "$NAME" --location "$REGION"
keep ENVIRONMENT az containerapp env show --resource-group "$GROUP" --name "$NAME" --query id --output tsv
keep DOMAIN az containerapp env show --resource-group "$GROUP" --name "$NAME" --query properties.defaultDomain --output tsv
HOST="$NAME.$DOMAIN"
VAKTIS_PUBLIC_URL="https://$HOST"
keep VAKTIS_METRICS_TOKEN openssl rand -hex 24
app=$(mktemp)
trap 'rm -f "$app"' EXIT
cat >"$app" <<YAML
location: $REGION
identity: $([ -n "$IDENTITY" ] && echo "{ type: UserAssigned, userAssignedIdentities: { '$IDENTITY': {} } }" || echo '{ type: None }')
properties:
  managedEnvironmentId: $ENVIRONMENT
  configuration:
    activeRevisionsMode: Single
    ingress: { external: true, targetPort: 3978, transport: http }
    registries:
      - { server: $REGISTRY.azurecr.io, username: $REGISTRY, passwordSecretRef: registry-password }
    secrets:
      - { name: registry-password, value: '$REGISTRY_PASSWORD' }
      - { name: database-url, value: '$DATABASE_URL' }
      - { name: metrics-token, value: '$VAKTIS_METRICS_TOKEN' }
$([ -n "$MicrosoftAppPassword" ] && echo "      - { name: app-password, value: '$MicrosoftAppPassword' }")
  template:
    terminationGracePeriodSeconds: 45
    scale: { minReplicas: 2, maxReplicas: 2 }
    containers:
      - name: vaktis
        image: $REGISTRY.azurecr.io/vaktis:$VERSION
        resources: { cpu: 0.5, memory: 1Gi }
        env:
          - { name: HOST, value: 0.0.0.0 }
          - { name: VAKTIS_DRAIN_SECONDS, value: '5' }
          - { name: VAKTIS_PUBLIC_URL, value: '$VAKTIS_PUBLIC_URL' }
          - { name: MicrosoftAppType, value: $MicrosoftAppType }
          - { name: MicrosoftAppId, value: '$MicrosoftAppId' }
          - { name: MicrosoftAppTenantId, value: '$TENANT' }
          - { name: DATABASE_URL, secretRef: database-url }
          - { name: VAKTIS_METRICS_TOKEN, secretRef: metrics-token }
$([ -n "$MicrosoftAppPassword" ] && echo '          - { name: MicrosoftAppPassword, secretRef: app-password }')
        probes:
          - { type: Startup, httpGet: { path: /healthz, port: 3978 }, periodSeconds: 3, failureThreshold: 40 }
          - { type: Liveness, httpGet: { path: /healthz, port: 3978 }, periodSeconds: 10 }
          - { type: Readiness, httpGet: { path: /readyz, port: 3978 }, periodSeconds: 3, failureThreshold: 1 }
YAML
[ "$dry" = yes ] && sed 's/^/#   /' "$app"
run az containerapp create --resource-group "$GROUP" --name "$NAME" --yaml "$app"

step 7. Teams finds the bot
identity_option=()
[ -n "$IDENTITY" ] && identity_option=(--msi-resource-id "$IDENTITY")
run az bot create --resource-group "$GROUP" --name "$NAME" --sku S1 --app-type "$MicrosoftAppType" \
  --appid "$MicrosoftAppId" --tenant-id "$TENANT" "${identity_option[@]}" --endpoint "$VAKTIS_PUBLIC_URL/api/messages"
run az bot msteams create --resource-group "$GROUP" --name "$NAME"

if [ "$MicrosoftAppType" = SingleTenant ]; then
  step 8. The tab signs people in
  keep OBJECT az ad app show --id "$MicrosoftAppId" --query id --output tsv
  keep SCOPE uuidgen
  graph="https://graph.microsoft.com/v1.0/applications/$OBJECT"
  scope="{\"id\":\"$SCOPE\",\"value\":\"access_as_user\",\"type\":\"User\",\"isEnabled\":true,\"adminConsentDisplayName\":\"Vaktis\",\"adminConsentDescription\":\"Sign in to Vaktis\",\"userConsentDisplayName\":\"Vaktis\",\"userConsentDescription\":\"Sign in to Vaktis\"}"
  run az ad app update --id "$MicrosoftAppId" --identifier-uris "api://$HOST/botid-$MicrosoftAppId"
  run az rest --method PATCH --uri "$graph" --headers Content-Type=application/json \
    --body "{\"api\":{\"requestedAccessTokenVersion\":2,\"oauth2PermissionScopes\":[$scope]}}"
  # Teams itself, on desktop and phone and on the web. After the scope: Entra refuses to name one that is not there.
  run az rest --method PATCH --uri "$graph" --headers Content-Type=application/json \
    --body "{\"api\":{\"preAuthorizedApplications\":[{\"appId\":\"1fec8e78-bce4-4aaf-ab1b-5451cc387264\",\"delegatedPermissionIds\":[\"$SCOPE\"]},{\"appId\":\"5e3ce6c0-2b1f-4285-8d4b-75ee78787346\",\"delegatedPermissionIds\":[\"$SCOPE\"]}]}}"
fi

step 9. The app package, to be uploaded in the Teams admin centre
run env MicrosoftAppId="$MicrosoftAppId" VAKTIS_PUBLIC_URL="$VAKTIS_PUBLIC_URL" npm run -s package -- --desk "$DESK"
