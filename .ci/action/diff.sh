#!/usr/bin/env bash
# Compares contracts in a workflow of GitHub: annotations and a step summary, reports as files, their paths as outputs.
set -euo pipefail

folder=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/tenantkit.XXXXXX")
# TENANTKIT: the command to run, for those who have it installed.
if [ -n "${TENANTKIT:-}" ]; then
  read -ra command <<<"$TENANTKIT"
else
  command=(npx --yes --package "tenantkit@${INPUT_VERSION:-latest}" tenantkit)
fi

arguments=(diff --base "${INPUT_BASE:-auto}")
arguments+=(--format github --format "json=$folder/report.json" --format "markdown=$folder/comment.md")
[ -z "${INPUT_SARIF:-}" ] || arguments+=(--format "sarif=$INPUT_SARIF")
[ -z "${INPUT_HTML:-}" ] || arguments+=(--format "html=$INPUT_HTML")
[ -z "${INPUT_FAIL_ON:-}" ] || arguments+=(--fail-on "$INPUT_FAIL_ON")
[ -z "${INPUT_CONFIG:-}" ] || arguments+=(--config "$INPUT_CONFIG")
[ -z "${INPUT_MARKER:-}" ] || arguments+=(--marker "$INPUT_MARKER")
while IFS= read -r line; do
  [ -z "$line" ] || arguments+=("$line")
done <<<"${INPUT_ARGUMENTS:-}"
arguments+=(--)
while IFS= read -r line; do
  [ -z "$line" ] || arguments+=("$line")
done <<<"${INPUT_CONTRACTS:-contracts}"

status=0
"${command[@]}" "${arguments[@]}" || status=$?

# A comparison that failed has written no report, and must not look like one that found nothing.
if [ -s "$folder/report.json" ]; then
  verdict=$(node -p 'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8")).verdict' "$folder/report.json")
  {
    echo "verdict=$verdict"
    echo "report=$folder/report.json"
    echo "comment=$folder/comment.md"
  } >>"${GITHUB_OUTPUT:-/dev/null}"
fi
exit "$status"
