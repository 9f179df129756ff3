# Sets up .venv beside `run` and `test`; sourced by them and by scripts/lock, with $root set. Bash 3.2 and up.
#
# set_up run|test   leaves $root/.venv ready: Python, the packages of requirements.lock (test: also those of
#                   requirements-dev.lock) and this checkout, editable. Nothing on stdout, never changes directory.
# A stamp says what .venv was made from. It is written last, so an interrupted set-up is made anew; it holds the
# directory, because a virtual environment does not survive being moved.
# shellcheck shell=bash

# shellcheck disable=SC2154 # the caller sets root
venv=$root/.venv
log=$venv/setup.log

unset PYTHONDONTWRITEBYTECODE # without cached byte code every command would compile the package again

say() { printf 'vastus: %s\n' "$*" >&2; }

die() {
  say "$*"
  exit 1
}

# What the environment is made from, in $made_from: the directory and the checksums of the files that decide. A missing
# manifest of the scripts is told, too: they are ignored by git, so cleaning a checkout takes them away.
read_made_from() { # level
  local dev='' scripts=built
  [ "$1" = run ] || dev=$root/requirements-dev.lock
  [ -r "$root/src/vastus/faces/web/static/built/modules.json" ] || scripts=missing
  made_from="directory $root
scripts $scripts
$(cksum "$root/scripts/bootstrap.sh" "$root/pyproject.toml" "$root/requirements-bootstrap.txt" \
    "$root/requirements.lock" "$root"/web/build_hook.py "$root"/web/*.json "$root"/web/src/*.* "$root"/web/src/*/*.* ${dev:+"$dev"} \
    2>/dev/null || true)"
}

# Is the stamp of that name there and still true? A python asked for by name must be the one that was asked for then.
is_stamped() { # name, made from
  local stamp='' mark=$'\npython '
  [ -x "$venv/bin/python" ] && [ -r "$venv/stamp-$1" ] || return 1
  IFS= read -r -d '' stamp <"$venv/stamp-$1" || true
  [ "${stamp%"$mark"*}" = "$2" ] || return 1
  [ -z "${PYTHON:-}" ] || [ "${stamp##*"$mark"}" = "$PYTHON" ]
}

write_stamp() { # name, made from
  printf '%s\npython %s' "$2" "${PYTHON:-}" >"$venv/stamp-$1.new"
  mv -f "$venv/stamp-$1.new" "$venv/stamp-$1"
}

# A Python that can do it, in $python: the real file behind shims and links, so that its removal is noticed.
find_python() {
  local name found seen='' no_venv=''
  if [ -n "${PYTHON:-}" ]; then
    set -- "$PYTHON"
  else
    set -- python3 python3.11 python3.12 python3.13 python3.14 python
  fi
  for name; do
    found=$("$name" -I -c '
import os, sys
version = "%d.%d" % sys.version_info[:2]
if sys.version_info < (3, 11):
    print("old", version)
else:
    try:
        import ensurepip, venv
    except ImportError:
        print("no-venv", version)
    else:
        print("good", os.path.realpath(getattr(sys, "_base_executable", "") or sys.executable))
' 2>/dev/null) || continue
    case $found in
      good\ *) python=${found#good } && return ;;
      no-venv\ *) no_venv=${no_venv:-${found#no-venv }} ;;
      old\ *) seen="${seen:+$seen, }$name is ${found#old }" ;;
    esac
  done
  if [ -n "$no_venv" ]; then
    die "Python $no_venv is here but its venv module is not; install it with 'sudo apt install python$no_venv-venv'" \
      "(Debian, Ubuntu), then run this again."
  fi
  if [ -n "${PYTHON:-}" ]; then
    die "PYTHON=$PYTHON is not a Python 3.11 or newer${seen:+ ($seen)}; name another or leave PYTHON unset."
  fi
  die "Python 3.11 or newer is needed and was not found${seen:+ ($seen)}; install it with" \
    "'sudo apt install python3 python3-venv' (Debian 12 or newer) or 'brew install python' (macOS)," \
    "or name one: PYTHON=/path/to/python3 $0"
}

# One set-up at a time: a lock on an open file, which the system drops however the holder ends. Through Python,
# because macOS has no flock command. The lock file outlives .venv, so that making .venv anew does not drop the lock.
take_lock() {
  exec 9>>"$root/.venv.lock"
  "$python" -I -c '
import fcntl, sys
try:
    fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("vastus: waiting for another set-up of this directory to end", file=sys.stderr)
    fcntl.flock(9, fcntl.LOCK_EX)
'
}

# Runs a step from the checkout, its output to the log; on failure says what to do, with the log's end unless the
# network is the reason.
step() { # what, command…
  local what=$1
  shift
  printf '\n== %s\n' "$what" >>"$log"
  (cd "$root" && "$@") >>"$log" 2>&1 </dev/null && return
  if grep -q -i -E 'name resolution|dns error|failed to lookup|connection refused|unreachable|timed out|EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|tcp connect|error sending request|failed to establish' "$log"; then
    die "$what failed because the Python package index could not be reached: connect to the network and run" \
      "this again (all of the log: $log)."
  fi
  tail -n 60 "$log" >&2
  die "$what failed; the lines above say why (all of the log: $log)."
}

# uv from a virtual environment. It trusts its own list of certificate authorities; where that is not enough
# (a company's proxy), it is asked again to trust the system's.
uv_in() { # venv, arguments…
  local bin=$1/bin out
  shift
  if out=$("$bin/uv" "$@" 2>&1); then
    printf '%s\n' "$out"
  elif [[ $out == *certificate* ]]; then
    UV_SYSTEM_CERTS=true "$bin/uv" "$@"
  else
    printf '%s\n' "$out"
    return 1
  fi
}

# An empty virtual environment with nothing but the pinned uv, made anew; also for scripts/lock.
make_venv_with_uv() { # directory
  "$python" -m venv "$1" &&
    "$1/bin/python" -m pip install --quiet --no-input --disable-pip-version-check --retries 2 \
      --require-hashes --only-binary :all: -r requirements-bootstrap.txt
}

install_locked() { # lock file
  uv_in "$venv" pip install --python "$venv/bin/python" --require-hashes --compile-bytecode -r "$1"
}

install_checkout() {
  uv_in "$venv" pip install --python "$venv/bin/python" --no-deps --no-build-isolation --editable .
}

set_up() { # run or test
  local level=$1 made_from base lock=requirements.lock
  read_made_from "$level"
  ! is_stamped "$level" "$made_from" || return 0

  [ -r "$root/requirements.lock" ] || die "requirements.lock is missing from $root; is the checkout complete?"
  [ -w "$root" ] || die "$root cannot be written to, and .venv is made there; copy the checkout to a place of yours."
  find_python
  take_lock
  if ! is_stamped "$level" "$made_from"; then
    SECONDS=0
    rm -f "$venv/stamp-run" "$venv/stamp-test"
    base="directory $root
$(cksum "$root/requirements-bootstrap.txt" "$root/requirements.lock")"
    if ! is_stamped base "$base"; then
      say "setting up .venv with $("$python" -V); this happens once"
      rm -f "$venv/stamp-base" # before the rest: a removal cut short must not look like an environment
      rm -rf "$venv"
      mkdir "$venv"
      printf '*\n' >"$venv/.gitignore"
      step 'making the virtual environment' make_venv_with_uv "$venv"
      [ "$level" = run ] || lock=requirements-dev.lock
      say 'installing the pinned packages'
      step 'installing the pinned packages' install_locked "$lock"
      write_stamp base "$base"
    elif [ "$level" = test ]; then
      say 'installing the pinned development packages'
      step 'installing the pinned development packages' install_locked requirements-dev.lock
    fi
    step 'installing this checkout and building its scripts' install_checkout
    read_made_from "$level"
    if [ -r "$root/web/build.log" ]; then
      say "the scripts of the web pages could not be built, so the pages do without: web/build.log says why;" \
        "'rm .venv/stamp-[rt]*' has the next call try again."
    fi
    write_stamp "$level" "$made_from"
    if [ "$level" = test ]; then
      read_made_from run
      write_stamp run "$made_from"
    fi
    say "ready after $SECONDS s"
  fi
  exec 9>&- # or the lock would live as long as the command that follows
}
