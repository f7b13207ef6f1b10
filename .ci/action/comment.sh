#!/usr/bin/env bash
# Keeps one comment at a pull request up to date: found by the hidden line that the report begins with.
set -euo pipefail

marker=$(head -n 1 "$COMMENT")
case "$marker" in '<!-- tenantkit-diff:'*) ;; *) echo "the report does not begin with its marker" >&2; exit 1 ;; esac

comments="repos/$GITHUB_REPOSITORY/issues/$PULL_REQUEST/comments"
known=$(gh api --paginate "$comments?per_page=100" |
  node -e '
    const [marker] = process.argv.slice(1)
    let text = ""
    process.stdin.on("data", (part) => (text += part)).on("end", () => {
      // Pages are arrays, one after the other.
      const pages = JSON.parse(`[${text.trim().replace(/\]\s*\[/g, "],[")}]`).flat()
      const found = pages.find(({ body }) => body?.split(/\r?\n/)[0] === marker)
      if (found) process.stdout.write(String(found.id))
    })' "$marker")

if [ -n "$known" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$known" --field "body=@$COMMENT" --silent
else
  gh api --method POST "$comments" --field "body=@$COMMENT" --silent
fi || echo '::warning::the comment could not be written: the token needs pull-requests: write, which forks do not get'
