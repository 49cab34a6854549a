import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/// The licence texts of everything that ships: those that are in the jars, else those that the bill
/// of materials has, else those in `installers/licences`. Something without any stops the build.
final class Licences {
  private static final Pattern TEXT =
      Pattern.compile(
          "(?i)(.*/)?(licen[cs]e|notice|copying|copyright)[^/]*(?<!\\.class)"
              + "|(?i)(.*/)?licen[cs]es?/.*[^/](?<!\\.class)");
  private static final Pattern OURS =
      Pattern.compile("(shared-model|app-server|app-desktop)\\.jar");
  private static final Path OTHERS = Path.of("installers", "licences");

  private Licences() {}

  /// Writes one folder for each jar, and a list.
  static void write(Path sbom, List<Path> jars, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.copy(Path.of("LICENSE"), folder.resolve("LICENSE"));
    var components = components(sbom);
    var list = new ArrayList<String>();
    for (var jar : jars) {
      var name = jar.getFileName().toString();
      if (OURS.matcher(name).matches()) {
        continue;
      }
      var component = components.get(name);
      if (component == null) {
        throw new IOException(name + " is not in " + sbom);
      }
      var own = folder.resolve(name.replaceFirst("\\.jar$", ""));
      var names = licences(component);
      if (fromJar(jar, own) + fromOthers(component, own) + fromSbom(component, own) == 0) {
        throw new IOException("There is no licence text for " + name + ": " + names);
      }
      list.add(name + ": " + String.join("; ", names));
    }
    Files.write(folder.resolve("LIST.txt"), list.stream().sorted().toList());
  }

  private static TreeMap<String, JsonNode> components(Path sbom) throws IOException {
    var byFile = new TreeMap<String, JsonNode>();
    for (var component : new ObjectMapper().readTree(sbom.toFile()).path("components")) {
      var purl = component.path("purl").asText();
      var classifier =
          purl.contains("classifier=")
              ? "-" + purl.replaceFirst(".*classifier=([^&]*).*", "$1")
              : "";
      byFile.put(
          component.path("name").asText()
              + "-"
              + component.path("version").asText()
              + classifier
              + ".jar",
          component);
    }
    return byFile;
  }

  private static List<String> licences(JsonNode component) {
    var names = new ArrayList<String>();
    for (var licence : component.path("licenses")) {
      var node = licence.path("license");
      names.add(node.path("id").asText(node.path("name").asText("?")));
    }
    return names;
  }

  private static int fromJar(Path jar, Path own) throws IOException {
    int found = 0;
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
        if (TEXT.matcher(entry.getName()).matches()) {
          Files.createDirectories(own);
          try (var content = zip.getInputStream(entry)) {
            Files.write(own.resolve(entry.getName().replace('/', '-')), content.readAllBytes());
          }
          found++;
        }
      }
    }
    return found;
  }

  private static int fromOthers(JsonNode component, Path own) throws IOException {
    var text = OTHERS.resolve(component.path("name").asText() + ".txt");
    if (!Files.exists(text)) {
      return 0;
    }
    Files.createDirectories(own);
    Files.copy(text, own.resolve("LICENSE.txt"));
    return 1;
  }

  private static int fromSbom(JsonNode component, Path own) throws IOException {
    int found = 0;
    for (var licence : component.path("licenses")) {
      var text = licence.at("/license/text");
      if (text.isObject()) {
        Files.createDirectories(own);
        Files.write(
            own.resolve(licence.at("/license/id").asText() + ".txt"),
            Base64.getMimeDecoder().decode(text.path("content").asText()));
        found++;
      }
    }
    return found;
  }
}
