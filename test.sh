#!/usr/bin/env bash
# Installs what the tests need when it is missing, builds, runs every test and ends with one plain line:
#   N passed, N failed, N skipped
# taken from the results file. A run of no test is a failure. Usage: ./test.sh [--filter EXPRESSION]
set -uo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DEBIAN_FRONTEND=noninteractive

# A wish that is not understood runs nothing: the whole takes half an hour.
case "$#:${1:-}" in
  0:) filter=() ;;
  2:--filter) filter=(--filter "$2") ;;
  *) echo "Usage: ./test.sh [--filter EXPRESSION]" >&2; exit 2 ;;
esac

missing() {
  local names=()
  [ -n "$(ls -d /usr/lib/rabbitmq/lib/rabbitmq_server-*/sbin/rabbitmq-server 2>/dev/null)" ] || names+=(rabbitmq-server)
  [ -x /usr/sbin/dovecot ] || names+=(dovecot-imapd)
  command -v strace >/dev/null || names+=(strace)
  command -v node >/dev/null || names+=(nodejs)
  command -v php >/dev/null || names+=(php-cli)
  echo "${names[@]:-}"
}

need=$(missing)
if [ -n "$need" ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing for the tests: $need"
    # No init system may be there: the packages must not start services of their own; the tests start private ones on free ports.
    printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d && chmod +x /usr/sbin/policy-rc.d
    # shellcheck disable=SC2086
    { apt-get update -q && apt-get install -y -q --no-install-recommends $need; } >/tmp/gateway-apt.log 2>&1 || { tail -n 20 /tmp/gateway-apt.log; exit 1; }
    rm -f /usr/sbin/policy-rc.d
  else
    echo "These programs are missing and the tests that need them will fail: $need"
    echo "Install them (Debian names). Nothing needs to be started: the tests start private servers on free ports."
  fi
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
dotnet build Gateway.sln -v quiet || exit 1
# The launcher's own build, so that tests that run ./gateway do not wait for it one after the other.
./gateway --version >/dev/null || exit 1

dotnet test tests/Gateway.Tests --no-build --logger "trx;LogFileName=all.trx" --logger "console;verbosity=minimal" \
  --results-directory "$results" --blame-hang --blame-hang-timeout 15m "${filter[@]}" \
  -- NUnit.NumberOfTestWorkers=2 RunConfiguration.TreatNoTestsAsError=true
code=$?

trx="$results/all.trx"
if [ ! -f "$trx" ]; then
  echo "No results file: the test run broke off."
  exit 1
fi
counters=$(grep -o '<Counters [^>]*>' "$trx" | head -n 1)
count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
total=$(count total) executed=$(count executed) passed=$(count passed)
if [ "${executed:-0}" = 0 ]; then
  echo "No test was run."
  code=1
fi
# What failed and why, last: where a log that was cut still shows them.
awk '/<UnitTestResult /{bad=/outcome="Failed"/; test=$0; sub(/.*testName="/,"",test); sub(/".*/,"",test)}
  bad&&/<ErrorInfo>/{print "--- " test; on=1; n=0}
  on&&NF&&n++<20{gsub(/<[^>]*>/,""); gsub(/&lt;/,"<"); gsub(/&gt;/,">"); print}
  /<\/ErrorInfo>/{on=0}' "$trx"
sed -n 's/.*<UnitTestResult [^>]*testName="\([^"]*\)"[^>]*outcome="Failed".*/Failed: \1/p' "$trx"
[ -n "${GATEWAY_TEST_SQLSERVER:-}" ] || echo "SQL Server: not tried here (GATEWAY_TEST_SQLSERVER is not set); its statements were parsed."
echo "$((passed)) passed, $((executed - passed)) failed, $((total - executed)) skipped"
exit "$code"
