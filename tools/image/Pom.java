import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What the parent pom says.
final class Pom {
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>colloquy</artifactId>\\s*<version>([^<]+)</version>");

  private Pom() {}

  /// The version of the program, such as `0.1.0`.
  static String version() throws IOException {
    var matcher = VERSION.matcher(Files.readString(Path.of("pom.xml")));
    if (!matcher.find()) {
      throw new IOException("pom.xml does not say the version.");
    }
    return matcher.group(1);
  }
}
