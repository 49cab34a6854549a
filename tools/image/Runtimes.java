import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;

/// A Java with the modules that the program needs, JavaFX among them, and nothing else.
final class Runtimes {
  /// What the classes of the program and its libraries refer to, by jdeps; then what is found by
  /// name only: old character sets, how languages write dates and numbers. Without `jdk.jfr`, which
  /// Jdbi would use if it were there: that takes a tenth of a second of each start.
  private static final List<String> MODULES =
      List.of(
          "javafx.controls,javafx.fxml",
          "java.compiler,java.desktop,java.logging,java.management,java.naming,java.net.http",
          "java.scripting,java.security.jgss,java.sql,java.transaction.xa,java.xml.crypto",
          "jdk.management,jdk.net,jdk.security.auth,jdk.unsupported",
          "jdk.charsets,jdk.localedata");

  private static final String LANGUAGES = "en,de,fr,es,nb,zh";

  private Runtimes() {}

  /// @param javafx the jars of JavaFX for this system
  static Path link(Path runtime, List<Path> javafx) throws IOException, InterruptedException {
    var modules = runtime.resolveSibling("modules");
    Files.createDirectories(modules);
    for (var jar : javafx) {
      module(jar, modules);
    }
    var link = new ArrayList<>(List.of(Commands.jdk("jlink"), "--module-path", modules.toString()));
    link.addAll(List.of("--add-modules", String.join(",", MODULES)));
    link.addAll(List.of("--include-locales", LANGUAGES));
    // Compressed once, by the package, it is half the size there.
    link.addAll(List.of("--compress", "zip-0"));
    link.addAll(List.of("--strip-debug", "--no-header-files", "--no-man-pages"));
    link.addAll(List.of("--output", runtime.toString()));
    Commands.run(link);
    keepOnlyJava(runtime.resolve("bin"));
    // The processes that read files start without a cache of their own; this halves their start.
    Commands.run(
        List.of(
            Commands.java(runtime, "java"), "-XX:+UseSerialGC", "-Xshare:dump", "-Xlog:disable"));
    return runtime;
  }

  /// A jar of JavaFX as a module whose native code is beside Java's own: from a jar it would be
  /// unpacked into the person's folder.
  private static void module(Path jar, Path modules) throws IOException, InterruptedException {
    var name = jar.getFileName().toString().replaceFirst("^javafx-([a-z]+)-.*", "javafx.$1");
    var room = modules.resolve(name);
    var classes = Files.createDirectories(room.resolve("classes"));
    var libraries = Files.createDirectories(room.resolve("libraries"));
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        var to = (Jars.isNative(entry.getName()) ? libraries : classes).resolve(entry.getName());
        Files.createDirectories(to.getParent());
        try (var content = zip.getInputStream(entry)) {
          Files.copy(content, to);
        }
      }
    }
    var command = new ArrayList<>(List.of(Commands.jdk("jmod"), "create"));
    command.addAll(List.of("--class-path", classes.toString()));
    // On Windows, Java's own are in "bin".
    command.addAll(
        List.of(
            Target.ofThisComputer() == Target.WINDOWS_X64 ? "--cmds" : "--libs",
            libraries.toString()));
    command.add(modules.resolve(name + ".jmod").toString());
    Commands.run(command);
  }

  private static void keepOnlyJava(Path bin) throws IOException {
    try (var files = Files.list(bin)) {
      for (var file : files.toList()) {
        if (file.getFileName()
            .toString()
            .matches("(jfr|jrunscript|keytool|kinit|klist|ktab)(\\.exe)?")) {
          Files.delete(file);
        }
      }
    }
  }
}
