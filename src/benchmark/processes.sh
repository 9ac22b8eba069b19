#!/usr/bin/env bash
# Times whole processes, from start to exit: this kit's launcher, its plain jar, ajv-cli, and @sourcemeta/jsonschema,
# on the same payloads and the same schemas. Prints medians as Markdown tables.
#
#   src/benchmark/processes.sh [RUNS] [MEGABYTES]    (9 runs and 240 MB, unless told otherwise; the large file: a third)
#
# Needs the built distribution (mvn package -DskipTests); what it lacks of node, npm and GNU time is said and left out.
set -euo pipefail
cd "$(dirname "$0")/../.."

runs=${1:-9}
megabytes=${2:-240}
work=target/benchmark
operation=GetProtectedQuery
small=fixtures/protected-query/$operation/valid/response.succeeded-to-s3.json
large=$work/$megabytes-mb.jsonl
schemas=schemas/protected-query
jar=target/cleanrooms-contract-kit-cli.jar

missing() { echo "not present: $1" >&2; }

# --- What is timed -------------------------------------------------------------------------------------------------

unpack_distribution() {
  local zip
  zip=$(ls target/cleanrooms-contract-kit-*.zip 2>/dev/null | tail -n 1)
  [ -n "$zip" ] || { echo "There is no distribution yet: mvn -q package -DskipTests" >&2; exit 1; }
  rm -rf "$work/unpacked" && mkdir -p "$work/unpacked"
  (cd "$work/unpacked" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "../../../$zip")
  launcher=$(echo "$work"/unpacked/*/bin/cleanrooms-contract)
  chmod +x "$launcher"
  export XDG_CACHE_HOME=$PWD/$work/cache
  rm -rf "$XDG_CACHE_HOME"
}

install_peers() {
  ajv='' jsonschema=''
  command -v node >/dev/null || { missing "node, and with it ajv-cli and @sourcemeta/jsonschema"; return; }
  mkdir -p "$work/peers" && cp src/benchmark/package.json "$work/peers"
  if ! npm install --silent --no-audit --no-fund --prefix "$work/peers"; then
    missing "ajv-cli and @sourcemeta/jsonschema, which npm cannot install"
    return
  fi
  ajv=$work/peers/node_modules/.bin/ajv
  jsonschema=$work/peers/node_modules/.bin/jsonschema
  # ajv-cli has no way to name a part of a schema.
  printf '{"$schema": "%s", "$ref": "%s/%s.schema.json#/$defs/response"}\n' \
    https://json-schema.org/draft/2020-12/schema \
    https://cleanroomscontract.github.io/schemas/protected-query $operation >"$work/response.json"
}

# Lines of payloads alone, all of them valid, as both kits read them: the same 2,000 again and again.
make_large_file() {
  [ ! -s "$large" ] || return 0
  "$launcher" generate $operation --response --valid --seed 7 --count 2000 |
    sed -e 's/.*"payload"://' -e 's/}$//' >"$work/block.jsonl"
  local block=$(($(wc -c <"$work/block.jsonl"))) i
  for ((i = 0; i * block < megabytes * 1000000; i++)); do cat "$work/block.jsonl"; done >"$large"
}

# --- Timing --------------------------------------------------------------------------------------------------------

names=() commands=()
contest() {
  names+=("$1")
  shift
  commands+=("$(printf '%q ' "$@")")
}

# Appends wall time, CPU time (in seconds) and the most memory (in MB) of one run to a file.
time_once() {
  local figures=$1 TIMEFORMAT='%R %U %S' peak=0
  shift
  { time "${gnu_time[@]}" "$@" >"$work/output" 2>&1; } 2>"$work/time" || {
    echo "It failed: $*" >&2
    cat "$work/output" >&2
    exit 1
  }
  [ ${#gnu_time[@]} -eq 0 ] || peak=$(cat "$work/peak")
  awk -v peak="$peak" '{ printf "%.3f %.3f %.0f\n", $1, $2 + $3, peak / 1024 }' "$work/time" >>"$figures"
}

median() { cut -d ' ' -f "$2" "$1" | sort -n | sed -n "$((($3 + 1) / 2))p"; }

# Runs all in turn, so that what else the machine does falls on all alike.
run_contest() {
  local title=$1 times=$2 i j
  rm -f "$work"/figures.*
  for ((j = 0; j < times; j++)); do
    for i in "${!names[@]}"; do
      eval "time_once '$work/figures.$i' ${commands[$i]}"
    done
  done
  printf '\n%s, medians of %d:\n\n| | wall s | CPU s | peak MB |\n| --- | ---: | ---: | ---: |\n' "$title" "$times"
  for i in "${!names[@]}"; do
    printf '| %s | %s | %s | %s |\n' "${names[$i]}" \
      "$(median "$work/figures.$i" 1 "$times")" \
      "$(median "$work/figures.$i" 2 "$times")" \
      "$(median "$work/figures.$i" 3 "$times")"
  done
  names=() commands=()
}

mkdir -p "$work"
gnu_time=(/usr/bin/time -f %M -o "$work/peak")
[ -x /usr/bin/time ] || { missing "GNU time, and with it the memory"; gnu_time=(); }
unpack_distribution
install_peers
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
sourcemeta=("$jsonschema" validate "$schemas/$operation.schema.json")
entry=(--entrypoint '/$defs/response' --resolve schemas/common --resolve "$schemas")

"$java" -version 2>&1 | sed -n 2p
[ -z "$ajv" ] || echo "node $(node --version), ajv-cli 5.0.0, @sourcemeta/jsonschema $("$jsonschema" version)"
echo "$(getconf _NPROCESSORS_ONLN) processors"

contest 'launcher, the first time' "$launcher" validate "$small"
run_contest 'The first run, which makes the archive' 1

contest 'this kit, launcher' "$launcher" validate "$small"
contest 'this kit, `java -jar`' "$java" -jar $jar validate "$small"
if [ -n "$ajv" ]; then
  contest ajv-cli "$ajv" validate --spec=draft2020 --strict=false --validate-formats=false -s "$work/response.json" \
    -r "$schemas/$operation.schema.json" -r "$schemas/shapes.schema.json" -r schemas/common/shapes.schema.json -d "$small"
  contest '@sourcemeta/jsonschema' "${sourcemeta[@]}" "$small" "${entry[@]}"
  contest '@sourcemeta/jsonschema, `--fast`' "${sourcemeta[@]}" "$small" "${entry[@]}" --fast
  contest '`node -e 0`' node -e 0
fi
run_contest "One file of $(($(wc -c <"$small"))) bytes" "$runs"

make_large_file
contest 'this kit, launcher' "$launcher" validate --operation $operation --response "$large"
contest 'this kit, `java -jar`' "$java" -jar $jar validate --operation $operation --response "$large"
if [ -n "$ajv" ]; then
  contest '@sourcemeta/jsonschema' "${sourcemeta[@]}" "$large" "${entry[@]}"
  contest '@sourcemeta/jsonschema, `--fast`' "${sourcemeta[@]}" "$large" "${entry[@]}" --fast
fi
run_contest "$(($(wc -l <"$large"))) lines, $megabytes MB" $(((runs + 2) / 3))
