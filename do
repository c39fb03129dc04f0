#!/bin/sh
# The one door to building, testing and trying vaglio: ./do help
# POSIX sh and nothing else, since a fresh machine has nothing else.
set -eu
cd "$(dirname "$0")"

PACKAGES="gcc libc6-dev meson ninja-build pkg-config python3 libutf8proc-dev libexpat1-dev
libgumbo-dev libarchive-dev libjansson-dev libxxhash-dev libzstd-dev libcmocka-dev"
LINT_PACKAGES="clang-format-14 clang-tidy-14"
FUZZ_PACKAGES="clang-14 libclang-rt-14-dev"

# The optimised build that demo, tests and benchmarks use.
RELEASE="-Doptimization=2 -Ddebug=true -Db_ndebug=true"
CHECKED="-Doptimization=1 -Ddebug=true -Db_ndebug=false"

export LC_ALL=C.UTF-8

say() {
    printf '%s\n' "$*"
}

fail() {
    printf './do: %s\n' "$*" >&2
    exit 1
}

help() {
    cat <<'EOF'
./do demo               build, and show what vaglio does on the bundled sample
./do test [SUITE]       build and run the tests; --all adds the slow ones and the sanitizers,
                        --renew rewrites what tests/golden expects
./do build              build only: build/vaglio, build/vaglio-build
./do bench [ARGUMENT…]  run the benchmarks of bench/
./do asan [SUITE]       the tests under the address and undefined-behaviour sanitizers
./do tsan [SUITE]       the tests under the thread sanitizer
./do fuzz NAME [SECONDS]  run the fuzzer fuzz/fuzz_NAME.c, a minute unless told otherwise
./do lint               layout, layers, banned calls, clang-tidy
./do format             lay out the C sources as ./do lint wants them
./do install            install what is built (DESTDIR is respected)
EOF
}

# Prints those of the packages $* that are not installed.
missing_packages() {
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        case "
$installed
" in
        *"
$package installed
"*) ;;
        *) printf '%s ' "$package" ;;
        esac
    done
}

apt_install() {
    # shellcheck disable=SC2086 # SUDO is empty or one word
    $SUDO env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"
}

# Installs the Debian packages $* that are missing, or says which they are.
need() {
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is not Debian; these packages, or what they are called here, are needed: $*" >&2
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" = 0 ]; then
        SUDO=
    elif command -v sudo >/dev/null 2>&1; then
        SUDO=sudo
    else
        fail "please install: $missing"
    fi
    say "Installing Debian packages: $missing"
    log=$(mktemp)
    # The package lists of a fresh machine are empty, those of an old one out of date.
    # shellcheck disable=SC2086 # a list of words
    if ! apt_install $missing >"$log" 2>&1 &&
        ! { $SUDO apt-get update -q && apt_install $missing; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        rm -f "$log"
        fail "could not install: $missing"
    fi
    rm -f "$log"
}

# configure FOLDER OPTION…: makes a build folder unless it is there.
configure() {
    folder=$1
    shift
    [ -f "$folder/build.ninja" ] || meson setup "$folder" "$@" >"$folder.log" 2>&1 || {
        cat "$folder.log" >&2
        rm -rf "$folder" "$folder.log"
        fail "meson could not configure $folder"
    }
    rm -f "$folder.log"
}

# compile FOLDER [TARGET]: shows progress on a terminal, else only what the compiler says.
compile() {
    if [ -t 1 ]; then
        ninja -C "$@"
        return
    fi
    if ! words=$(ninja --quiet -C "$@" 2>&1); then
        say "$words" >&2
        fail "could not compile $1"
    fi
    case $words in
    "" | *"no work to do."*) ;;
    *) say "$words" >&2 ;;
    esac
}

build() {
    # shellcheck disable=SC2086 # lists of words
    need $PACKAGES
    # shellcheck disable=SC2086
    configure build $RELEASE
    compile build
}

test_command() {
    all=no
    renew=no
    suite=
    for argument in "$@"; do
        case $argument in
        --all) all=yes ;;
        --renew) renew=yes ;;
        -*) fail "test knows --all and --renew, not $argument" ;;
        *) suite="$suite $argument" ;;
        esac
    done
    build
    if [ $renew = yes ]; then
        python3 tools/golden.py --renew build/vaglio tests/golden
    fi
    if [ $all = no ]; then
        # shellcheck disable=SC2086
        python3 tools/run_tests.py build $suite
        return
    fi
    sanitized build-asan address,undefined
    # shellcheck disable=SC2086
    python3 tools/run_tests.py --all build build-asan $suite
}

# sanitized FOLDER SANITIZERS: makes and builds it.
sanitized() {
    # They read even their options from there.
    [ -d /proc/self ] || fail "the sanitizers need /proc, which is not mounted here"
    # shellcheck disable=SC2086
    need $PACKAGES
    # shellcheck disable=SC2086
    configure "$1" $CHECKED "-Db_sanitize=$2"
    compile "$1"
}

fuzz() {
    names=$(cd fuzz && ls fuzz_*.c | sed 's|^fuzz_||; s|\.c$||' | tr '\n' ' ')
    [ $# -ge 1 ] || fail "fuzz what? one of: $names"
    [ -f "fuzz/fuzz_$1.c" ] || fail "there is no fuzz/fuzz_$1.c; there are: $names"
    # shellcheck disable=SC2086
    need $PACKAGES $FUZZ_PACKAGES
    # Every object must count its edges, not the fuzzer's own alone.
    # shellcheck disable=SC2086
    CC=clang-14 configure build-fuzz $CHECKED -Dfuzzing=true -Db_sanitize=address,undefined \
        -Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link
    compile build-fuzz "fuzz/fuzz_$1"
    mkdir -p "build-fuzz/corpus/$1" "fuzz/corpus/$1"
    "build-fuzz/fuzz/fuzz_$1" -max_total_time="${2:-60}" -timeout=10 -rss_limit_mb=2048 \
        -artifact_prefix=build-fuzz/ "build-fuzz/corpus/$1" "fuzz/corpus/$1"
}

sources() {
    find src tests fuzz bench -name '*.[ch]' | LC_ALL=C sort
}

lint() {
    # shellcheck disable=SC2086
    need $PACKAGES $LINT_PACKAGES
    wrong=0
    sources | xargs clang-format-14 --dry-run -Werror || wrong=1
    python3 tools/layers.py src || wrong=1
    python3 tools/banned.py src tools/banned-allowed.txt || wrong=1
    # shellcheck disable=SC2086
    configure build $RELEASE
    compile build
    find src -name '*.c' | LC_ALL=C sort |
        xargs -P "$(getconf _NPROCESSORS_ONLN)" -n 8 clang-tidy-14 --quiet -p build || wrong=1
    [ $wrong = 0 ] || fail "lint found something"
    say "lint found nothing"
}

format() {
    need clang-format-14
    sources | xargs clang-format-14 -i
}

bench() {
    build
    [ -x bench/run ] || fail "there are no benchmarks in bench/ yet"
    bench/run "$@"
}

# Shows a command as a person would type it, and runs it.
show() {
    printf '\n$ vaglio'
    for word in "$@"; do
        case $word in
        *" "*) printf ' "%s"' "$word" ;;
        *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    build/vaglio "$@"
}

demo() {
    say "Building vaglio (the first time takes a minute) ..."
    build
    folder=$(mktemp -d "${TMPDIR:-/tmp}/vaglio-demo.XXXXXX")
    trap 'rm -rf "$folder"' EXIT
    trap 'exit 130' INT TERM
    export VAGLIO_INDEX="$folder/lists.idx"

    say
    say "1. Lists are compiled into one file, the index.  This is a sample of some 150 listed"
    say "   parties; the real lists are read in the same way."
    show build -o "$VAGLIO_INDEX" data/sample/parties.ftm.json

    say
    say "2. One man, four scripts.  Scores go up to 1.000; from 0.700 on it is an alert."
    for name in "Kim Jong Un" "Ким Чен Ын" "김정은" "金正恩"; do
        show search "$name"
    done

    say
    say "3. One syllable makes another man: no alert."
    show search "Kim Jong Il"

    say
    say "4. Why this score?  It is a sum, and each of its terms can be shown."
    show search --explain --birth-date 1984 "KIM Jong-un"

    say
    say "5. A customer file: every row against every listed name.  Its columns are understood by"
    say "   their titles."
    show screen --format table data/sample/customers.csv

    say
    say "6. A news article in Italian: who supplies whom with what, how far it has got, who says so,"
    say "   and what forbids it."
    show read data/sample/article.it.txt

    say
    say "7. And one in English, for a machine: the same as JSON, here in part."
    printf '\n$ vaglio read --json data/sample/article.en.txt\n'
    build/vaglio read --json data/sample/article.en.txt | python3 -c '
import json, sys
found = json.load(sys.stdin)
for part in ("alerts", "dealings", "listed"):
    for one in found[part]:
        print(part[:-1].ljust(8) if part != "listed" else "listed  ", json.dumps({k: one[k] for k in (
            "type", "regime", "result", "supplier", "recipient", "goods", "stage", "party", "caption", "score")
            if one.get(k) is not None}, ensure_ascii=False))'

    say
    say "That was the sample: out of date, and not for compliance.  README.md says how to read"
    say "the real lists, docs/guide how to go on."
}

command=${1:-help}
[ $# -eq 0 ] || shift
case $command in
demo) demo ;;
build)
    build
    say "built build/vaglio"
    ;;
test) test_command "$@" ;;
asan)
    sanitized build-asan address,undefined
    python3 tools/run_tests.py build-asan "$@"
    ;;
tsan)
    sanitized build-tsan thread
    python3 tools/run_tests.py build-tsan "$@"
    ;;
fuzz) fuzz "$@" ;;
lint) lint ;;
format) format ;;
bench) bench "$@" ;;
install)
    build
    meson install -C build --no-rebuild
    ;;
help | --help | -h) help ;;
*)
    help >&2
    fail "there is no '$command'"
    ;;
esac
