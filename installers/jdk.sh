# Finds a JDK 25 or newer for the scripts beside it: sets "jdk", or stops.
for jdk in "${COLLOQUY_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* \
  /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  [ -x "$jdk/bin/jpackage" ] && grep -Eqs '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' "$jdk/release" && break
  jdk=
done
if [ -z "$jdk" ]; then
  printf 'No JDK 25 or newer with jpackage found; COLLOQUY_JAVA_HOME says where there is one.\n' >&2
  exit 1
fi
