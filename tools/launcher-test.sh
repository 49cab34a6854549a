#!/bin/sh
# Tries ./colloquy and the command of the packages with JDKs, a Maven and programs that only pretend; touches nothing outside a temporary folder.

set -eu
launcher=$(cd "$(dirname "$0")/.." && pwd)/colloquy
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
checkout="$room/a folder with blanks/colloquy"
failures=0

pretend_jdk() { # folder, version
  mkdir -p "$1/bin"
  printf 'IMPLEMENTOR="Nobody"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
  printf '#!/bin/sh\necho "ran %s"\nfor word; do echo "[$word]"; done\n' "$1" >"$1/bin/java"
  cp "$1/bin/java" "$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
}

pretend_maven() { # what it does
  printf '#!/bin/sh\n%s\n' "$1" >"$room/bin/mvn"
  chmod +x "$room/bin/mvn"
}

pretend_build() {
  : >"$checkout/pom.xml"
  for module in shared-model app-server app-desktop; do
    mkdir -p "$checkout/$module/target" "$checkout/$module/src/main/java"
    : >"$checkout/$module/pom.xml"
    : >"$checkout/$module/target/$module.jar"
    printf '%s' "$room/a.jar:$room/javafx-base-1.jar:$room/javafx-base-1-linux.jar:$room/b.jar" \
      >"$checkout/$module/target/class-path.txt"
  done
  touch "$room/a.jar" "$room/b.jar" "$room/javafx-base-1.jar" "$room/javafx-base-1-linux.jar"
  mkdir -p "$checkout/target"
  touch -t 203001010000 "$checkout/target/built" "$checkout/target/build.log"
}

# Runs the launcher with nothing in its environment but what the next lines hold.
java_home=$room/jdk-25
chosen=
display=:0
launch() {
  env -i HOME="$room/home" PATH="$room/bin:/usr/bin:/bin" JAVA_HOME="$java_home" \
    COLLOQUY_JAVA_HOME="$chosen" DISPLAY="$display" \
    "$room/bin/colloquy" "$@" >"$room/said" 2>&1 || true
}

said() { # promise, words that must have been said
  if grep -qF -e "$2" "$room/said"; then
    return
  fi
  failures=$((failures + 1))
  printf 'The launcher broke a promise: it %s.\nIt should have said: %s\nIt said:\n' "$1" "$2"
  cat "$room/said"
}

mkdir -p "$checkout" "$room/bin" "$room/home"
cp "$launcher" "$checkout/colloquy"
ln -s "$checkout/colloquy" "$room/home/link"
ln -s ../home/link "$room/bin/colloquy"
pretend_jdk "$room/jdk-25" 25.0.1
pretend_jdk "$room/jdk-26" 26
pretend_jdk "$room/jdk-17" 17.0.15
ln -s "$room/jdk-17/bin/java" "$room/bin/java"
pretend_maven 'echo "[ERROR] nothing was to be built"; exit 1'
pretend_build
cd /

launch --data "my folder" --language=de
said "starts the desktop through two links into a folder with blanks" "[org.colloquy.desktop.DesktopMain]"
said "passes an argument with a blank on as one" "[my folder]"
said "passes every argument on" "[--language=de]"
said "loads JavaFX as modules" "[$room/javafx-base-1-linux.jar]"
said "lets no other program attach to it" "[-XX:+DisableAttachMechanism]"
said "keeps the order of the libraries" "[$checkout/app-desktop/target/app-desktop.jar:$room/a.jar:$room/b.jar]"

launch serve --port 8001
said "starts the server for 'serve'" "[org.colloquy.server.ServerMain]"
said "passes the server's arguments on" "[8001]"

launch verify-audit --expect abc
said "leaves verify-audit to the server" "[org.colloquy.server.ServerMain]"

launch notes/cells.colloquy --data somewhere
said "opens a file in the window" "[org.colloquy.desktop.DesktopMain]"
said "passes the file on" "[notes/cells.colloquy]"

display=
launch ./cells.colloquy
said "says what to do with a file without a display" "There is no display to show ./cells.colloquy on"
display=:0

launch users list
said "leaves users to the server" "[org.colloquy.server.ServerMain]"
said "passes all words of a command on" "[list]"

launch --help
said "leaves --help to the server" "[--help]"

launch --version
said "leaves --version to the server" "[org.colloquy.server.ServerMain]"

display=
launch --data somewhere
said "explains a missing display" "There is no display"
said "starts the server where there is no display" "[org.colloquy.server.ServerMain]"
display=:0

chosen=$room/jdk-26
launch
said "prefers COLLOQUY_JAVA_HOME" "ran $room/jdk-26"
chosen=$room/jdk-17
launch
said "refuses an old COLLOQUY_JAVA_HOME" "which is not a JDK 25 or newer"
chosen=

java_home=$room/jdk-17
pretend_jdk "$room/home/.jdks/temurin-25" 25
sed '/^ *\/usr\/lib\/jvm/d' "$launcher" >"$checkout/colloquy"
launch
said "finds a JDK that an editor has fetched" "ran $room/home/.jdks/temurin-25"
sed 's/^needed_java=25/needed_java=99/' "$launcher" >"$checkout/colloquy"
launch
said "says how to get a JDK where there is none" "Colloquy needs a JDK 99 or newer and found none: install one"
cp "$launcher" "$checkout/colloquy"
java_home=$room/jdk-25

touch -t 203101010000 "$checkout/app-server/src/main/java/Changed.java"
launch
said "builds again when a source is newer" "Building Colloquy"
said "shows what went wrong in the build" "[ERROR] nothing was to be built"
said "names the log of the build" "$checkout/target/build.log"

pretend_maven 'echo "with JAVA_HOME $JAVA_HOME"'
touch -t 202001010000 "$checkout/app-server/src/main/java/Changed.java"
rm "$checkout/target/built"
launch
said "starts after building" "[org.colloquy.desktop.DesktopMain]"
pretend_maven 'echo "[ERROR] nothing was to be built"; exit 1'
launch
said "does not build twice" "[org.colloquy.desktop.DesktopMain]"

rm "$room/b.jar"
launch
said "builds again when a library has gone" "Building Colloquy"
touch "$room/b.jar"

touch -t 203201010000 "$checkout/app-server/target/app-server.jar"
launch
said "builds again after half a build by somebody else" "Building Colloquy"

# The command of the packages, with a Java that only says how it was started.
installed="$room/a stick/Colloquy"
mkdir -p "$installed/bin" "$installed/lib/app" "$installed/lib/runtime/bin"
cp "$(dirname "$launcher")/installers/colloquy" "$installed/bin/colloquy"
for program in Colloquy ColloquyServer; do
  printf '%s\n' '[Application]' 'app.classpath=$APPDIR/first.jar' 'app.classpath=$APPDIR/second.jar' "app.mainclass=Main$program" '' \
    '[JavaOptions]' 'java-options=-Dnative=$APPDIR/native' 'java-options=-Xmx1m' >"$installed/lib/app/$program.cfg"
done
printf '#!/bin/sh\necho "data $COLLOQUY_DATA, key $COLLOQUY_KEY_FILE"\nfor word; do echo "[$word]"; done\n' >"$installed/lib/runtime/bin/java"
chmod +x "$installed/lib/runtime/bin/java"
ln -sf "$installed/bin/colloquy" "$room/bin/colloquy"

display=:0
launch --data "my folder"
said "opens the window of a package" "[MainColloquy]"
said "gives the Java of a package its jars in their order" "[$installed/lib/app/first.jar:$installed/lib/app/second.jar]"
ls /dev/dri/* /dev/nvidiactl /dev/dxg >/dev/null 2>&1 || said "looks for no graphics card where there is none" "[-Dprism.order=sw]"
said "tells options of a package where its jars are" "[-Dnative=$installed/lib/app/native]"
said "passes an argument of a package on as one" "[my folder]"
launch ./cells.colloquy
said "opens a file in the window of a package" "[./cells.colloquy]"
launch serve
said "starts the server of a package" "[MainColloquyServer]"
display=
launch
said "explains a missing display in a package" "There is no display"
said "starts the server of a package where there is no display" "[serve]"
mkdir "$room/a stick/portable"
launch
said "keeps everything beside a portable program" "data $room/a stick/portable/data, key $room/a stick/portable/secrets.key"

[ $failures -eq 0 ] || exit 1
echo "The launcher keeps its promises."
