import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Programs that are run to their end.
final class Commands {
  private Commands() {}

  /// A program of the JDK that runs us.
  static String jdk(String name) {
    return java(Path.of(System.getProperty("java.home")), name);
  }

  /// A program in the `bin` of a Java.
  static String java(Path home, String name) {
    return home.resolve("bin", File.separatorChar == '\\' ? name + ".exe" : name).toString();
  }

  /// @throws IOException with the command when it fails; what it said was printed
  static void run(List<String> command) throws IOException, InterruptedException {
    int status = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (status != 0) {
      throw new IOException("This ended with " + status + ": " + String.join(" ", command));
    }
  }
}
