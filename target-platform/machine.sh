# shellcheck shell=bash
# What Koetsu needs of the machine, by purpose. Sourced, with bash, by the scripts in features/.
#
#   need PURPOSE…   installs what is missing for the purposes, or says what to run and ends with exit code 2:
#                     build    a JDK 17 or newer, and Maven
#                     window   GTK 3 and a font with Japanese characters
#                     screen   Xvfb, the screen of the window tests
#                     python   Python 3, and NLTK as a reference for measures of agreement
#                     browser  Chromium, and npm to fetch what is tested in it

missing=()

lack() {
  missing+=("$@")
}

has() {
  command -v "$1" >/dev/null 2>&1
}

has_library() {
  { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -F "$1" >/dev/null
}

has_jdk() {
  local version
  has javac && has java || return 1
  version=$(javac -version 2>&1)
  version=${version#javac }
  [ "${version%%.*}" -ge 17 ] 2>/dev/null
}

has_japanese_font() {
  if has fc-list; then
    [ -n "$(fc-list :lang=ja family)" ]
  else
    [ -n "$(find /usr/share/fonts /usr/local/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
      \( -iname '*gothic*' -o -iname '*mincho*' -o -iname '*cjk*' -o -iname '*ipa*' \) -print -quit 2>/dev/null)" ]
  fi
}

need() {
  local purpose
  missing=()
  for purpose in "$@"; do
    "need_$purpose"
  done
  [ ${#missing[@]} -eq 0 ] || install_missing
}

need_build() {
  has_jdk || lack openjdk-17-jdk-headless
  has mvn || lack maven
}

need_window() {
  [ "$(uname)" = Linux ] || return 0
  has_library libgtk-3.so.0 || lack libgtk-3-0
  has_japanese_font || lack fonts-vlgothic
}

need_screen() {
  [ "$(uname)" = Linux ] || return 0
  has Xvfb || lack xvfb
}

need_python() {
  has python3 || lack python3
  # an independent implementation of what reviewers' agreement is measured by
  /usr/bin/python3 -c 'import nltk.metrics' 2>/dev/null || lack python3-nltk
}

need_browser() {
  [ "$(uname)" = Linux ] || return 0
  has chromium || has chromium-browser || has google-chrome || lack chromium
  has npm || lack npm
}

install_missing() {
  local line="apt-get install -y --no-install-recommends ${missing[*]}"
  if ! has apt-get; then
    echo "koetsu: this machine lacks what these Debian packages hold; please install it: ${missing[*]}" >&2
    exit 2
  fi
  if [ "$(id -u)" != 0 ]; then
    echo "koetsu: this machine lacks ${missing[*]}; please run: sudo apt-get update && sudo $line" >&2
    exit 2
  fi
  echo "koetsu: installing ${missing[*]}" >&2
  local log
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  # the package lists of a fresh machine are empty, those of an old one name files that are gone
  if ! $line >"$log" 2>&1 && ! { apt-get update && $line; } >"$log" 2>&1; then
    cat "$log" >&2
    echo "koetsu: could not install ${missing[*]}; the lines above say why" >&2
    exit 2
  fi
  rm -f "$log"
}
