# Installs what tests need of the system; sourced by `test` after bootstrap.sh, with $root and $venv set. Bash 3.2 and up.
#
# system_packages        installs what is missing where that is allowed (root, apt-get). An attempt that failed is not made
#                        again until .venv is made anew
# system_packages again  tries in any case, and says what is missing and how to get it
# Nothing fails here: whether a missing package fails the tests or skips some is decided in tests/system.py.
# shellcheck shell=bash

# Is one of these commands or patterns of paths there?
is_found() { # command or pattern…
  local place file
  for place; do
    if [[ $place != /* ]]; then
      command -v "$place" >/dev/null && return
      continue
    fi
    for file in $place; do # a pattern of paths
      [ -x "$file" ] && return
    done
  done
  return 1
}

# The Debian packages that are not there, in $missing.
find_missing() {
  local package places
  missing=()
  while read -r package places; do
    [[ -z $package || $package == '#'* ]] && continue
    set -f
    # shellcheck disable=SC2086 # a place a word
    set -- $places
    set +f
    is_found "$@" || missing+=("$package")
  done <"$root/scripts/system-packages"
}

# With what apt knows; if that does not do, with what it is told now. A network that does not answer costs seconds.
apt_install() { # package…
  local options=(-y -q -o DPkg::Lock::Timeout=120 -o Acquire::Retries=1 -o Acquire::http::Timeout=15)
  export DEBIAN_FRONTEND=noninteractive
  apt-get "${options[@]}" --no-install-recommends install "$@" && return
  apt-get "${options[@]}" update && apt-get "${options[@]}" --no-install-recommends install "$@"
}

system_packages() { # [again]
  local missing system_log=$venv/system.log again=${1:-}
  find_missing
  [ ${#missing[@]} -gt 0 ] || return 0
  [ -n "$again" ] || [ ! -e "$system_log" ] || return 0
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "installing what tests need of the system: ${missing[*]}"
    (apt_install "${missing[@]}") >"$system_log" 2>&1 </dev/null || true
    find_missing
    [ ${#missing[@]} -gt 0 ] || return 0
    say "apt-get could not install ${missing[*]}; $system_log says why."
    again=again
  fi
  [ -z "$again" ] || say "not on this system: ${missing[*]}; get it with 'sudo apt-get install ${missing[*]}' (Debian)." \
    'Tests that need it are skipped, and with CI set they fail.'
}
