import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A program in the image that starts Java: the window, or the server alone.
///
/// @param jar the first of the class path; all others follow
/// @param options the file with its options beside those that both have
record Launcher(String name, String jar, String mainClass, String options) {
  static final Launcher DESKTOP =
      new Launcher(
          "Colloquy", "app-desktop.jar", "org.colloquy.desktop.DesktopMain", "desktop.options");
  static final Launcher SERVER =
      new Launcher(
          "ColloquyServer", "app-server.jar", "org.colloquy.server.ServerMain", "server.options");
  static final List<Launcher> ALL = List.of(SERVER, DESKTOP);

  private static final Path SOURCES = Path.of("installers");
  private static final String APP = "$APPDIR";

  /// What jpackage wants to know of a second launcher, as a file.
  Path describe(Path folder) throws IOException {
    var words = new Properties();
    words.setProperty("main-jar", jar);
    words.setProperty("main-class", mainClass);
    words.setProperty("win-console", "true");
    words.setProperty("win-menu", "false");
    words.setProperty("win-shortcut", "false");
    words.setProperty("linux-shortcut", "false");
    var file = folder.resolve(name + ".properties");
    try (var out = Files.newBufferedWriter(file)) {
      words.store(out, null);
    }
    return file;
  }

  /// What Java keeps of the classes as it has them in memory.
  String cache() {
    return name + ".aot";
  }

  /// The options of its Java, `$APPDIR` being where the jars are.
  List<String> javaOptions() throws IOException {
    var lines = new ArrayList<String>();
    for (var file : List.of("both.options", options)) {
      try (var all = Files.lines(SOURCES.resolve(file))) {
        all.map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .forEach(lines::add);
      }
    }
    return lines;
  }

  /// The same for Java itself, without its launcher.
  ///
  /// @param app where the jars are
  List<String> javaOptions(Path app) throws IOException {
    return javaOptions().stream().map(option -> option.replace(APP, app.toString())).toList();
  }

  /// Writes the launcher's configuration anew: jpackage puts the jars in the order in which it
  /// finds them, which is another one on each computer.
  void writeConfiguration(Path app, List<String> jars) throws IOException {
    var lines = new ArrayList<String>();
    lines.add("[Application]");
    classPath(jars).forEach(entry -> lines.add("app.classpath=" + APP + "/" + entry));
    lines.add("app.mainclass=" + mainClass);
    lines.add("");
    lines.add("[JavaOptions]");
    javaOptions().forEach(option -> lines.add("java-options=" + option));
    Files.write(app.resolve(name + ".cfg"), lines);
  }

  /// Has it start from the cache, which is there now.
  void useCache(Path app) throws IOException {
    var line = "java-options=-XX:AOTCache=" + APP + "/" + cache() + "\n";
    Files.writeString(app.resolve(name + ".cfg"), line, StandardOpenOption.APPEND);
  }

  /// Its own jar first. The server's path has the window's jars at its end, so that both share one
  /// folder.
  private List<String> classPath(List<String> jars) {
    return Stream.concat(Stream.of(jar), jars.stream().filter(other -> !other.equals(jar)))
        .toList();
  }

  /// The class path as Java is told it.
  static String classPath(Path configuration, Path app) throws IOException {
    try (var lines = Files.lines(configuration)) {
      return lines
          .filter(line -> line.startsWith("app.classpath="))
          .map(line -> line.replaceFirst(".*/", ""))
          .map(entry -> app.resolve(entry).toString())
          .collect(Collectors.joining(java.io.File.pathSeparator));
    }
  }
}
