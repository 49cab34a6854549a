import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.zip.ZipFile;
import org.apache.maven.artifact.versioning.ComparableVersion;

/// Checks what ships against published advisories, without asking anybody.
///
/// `check SBOM LIST CLASS-PATH` fails when a library is known to be vulnerable, or when one of the
/// class path is missing in the bill of materials. `refresh SBOM LIST OSV-ZIP` writes the list anew
/// from the archive of all Maven advisories that OSV publishes.
void main(String[] arguments) throws IOException {
  var words = List.of(arguments);
  if (words.size() != 4 || !List.of("check", "refresh").contains(words.getFirst())) {
    IO.println("Say: check SBOM LIST CLASS-PATH, or: refresh SBOM LIST OSV-ZIP");
    System.exit(2);
  }
  if (!Files.exists(Path.of(words.get(1)))) {
    IO.println("Nothing was looked up: there is no bill of materials. Maven writes none with -o.");
    return;
  }
  var components = components(MAPPER.readTree(Path.of(words.get(1)).toFile()));
  var list = Path.of(words.get(2));
  var other = Path.of(words.get(3));
  if (words.getFirst().equals("refresh")) {
    refresh(components, list, other);
    return;
  }
  var complaints = new ArrayList<>(unlisted(components, Files.readString(other)));
  complaints.addAll(vulnerable(components, MAPPER.readTree(list.toFile())));
  complaints.forEach(IO::println);
  if (!complaints.isEmpty()) {
    System.exit(1);
  }
}

static final JsonMapper MAPPER = new JsonMapper();
static final int OLD_DAYS = 90;

/// A library that ships.
///
/// @param name group and artifact as Maven and OSV write them: `group:artifact`
record Component(String name, String version, String classifier) {
  String file() {
    var artifact = name.substring(name.indexOf(':') + 1);
    return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
  }
}

List<Component> components(JsonNode sbom) {
  var components = new ArrayList<Component>();
  for (var node : sbom.path("components")) {
    var name = node.path("group").asText() + ":" + node.path("name").asText();
    var classifier = node.path("purl").asText().replaceFirst("^[^?]*\\??", "");
    components.add(
        new Component(
            name,
            node.path("version").asText(),
            classifier.contains("classifier=")
                ? classifier.replaceFirst(".*classifier=([^&]*).*", "$1")
                : ""));
  }
  return components;
}

/// What the class path has and the bill of materials has not. Our own modules are files without a
/// version.
List<String> unlisted(List<Component> components, String classPath) {
  var listed = new HashSet<String>();
  components.forEach(component -> listed.add(component.file()));
  return Stream.of(classPath.strip().split(File.pathSeparator))
      .map(entry -> Path.of(entry).getFileName().toString())
      .filter(file -> file.matches(".*-\\d.*\\.jar") && !listed.contains(file))
      .map(file -> file + " ships, but the bill of materials does not list it.")
      .toList();
}

List<String> vulnerable(List<Component> components, JsonNode list) {
  var age =
      ChronoUnit.DAYS.between(
          LocalDate.parse(list.path("date").asText()), LocalDate.now(ZoneOffset.UTC));
  if (age > OLD_DAYS) {
    IO.println(
        "The list of advisories is %d days old; CONTRIBUTING.md says how to refresh it."
            .formatted(age));
  }
  var complaints = new ArrayList<String>();
  for (var advisory : list.path("advisories")) {
    for (var component : components) {
      if (isAffected(component, advisory)) {
        complaints.add(sentence(component, advisory));
      }
    }
  }
  IO.println(
      "%d libraries looked up in %d advisories."
          .formatted(components.size(), list.path("advisories").size()));
  return complaints;
}

String sentence(Component component, JsonNode advisory) {
  return "%s %s is vulnerable: %s (%s). Move to a version without it, or drop the library."
      .formatted(
          component.name,
          component.version,
          advisory.path("summary").asText("no summary"),
          advisory.path("id").asText());
}

/// As OSV defines it: named among the versions, or within a range.
boolean isAffected(Component component, JsonNode advisory) {
  for (var affected : advisory.path("affected")) {
    var name = affected.path("package").path("name").asText();
    if (name.equals(component.name)
        && (names(affected.path("versions"), component.version)
            || isWithin(affected.path("ranges"), component.version))) {
      return true;
    }
  }
  return false;
}

boolean names(JsonNode versions, String version) {
  return versions.valueStream().anyMatch(one -> one.asText().equals(version));
}

boolean isWithin(JsonNode ranges, String text) {
  var version = new ComparableVersion(text);
  for (var range : ranges) {
    boolean within = false;
    for (var event : range.path("events")) {
      if (event.has("introduced")) {
        within |= version.compareTo(bound(event, "introduced")) >= 0;
      } else if (event.has("fixed")) {
        within &= version.compareTo(bound(event, "fixed")) < 0;
      } else if (event.has("last_affected")) {
        within &= version.compareTo(bound(event, "last_affected")) <= 0;
      }
    }
    if (within && range.path("type").asText().equals("ECOSYSTEM")) {
      return true;
    }
  }
  return false;
}

ComparableVersion bound(JsonNode event, String what) {
  return new ComparableVersion(event.path(what).asText());
}

/// Keeps of OSV's archive what names a library that ships, withdrawn advisories left out.
void refresh(List<Component> components, Path list, Path archive) throws IOException {
  var names = new HashSet<String>();
  components.forEach(component -> names.add(component.name));
  var kept = new TreeMap<String, JsonNode>();
  try (var zip = new ZipFile(archive.toFile())) {
    for (var entry : Collections.list(zip.entries())) {
      var advisory = MAPPER.readTree(zip.getInputStream(entry));
      boolean ours =
          advisory
              .path("affected")
              .valueStream()
              .anyMatch(affected -> names.contains(affected.path("package").path("name").asText()));
      if (ours && !advisory.has("withdrawn")) {
        kept.put(advisory.path("id").asText(), shortened((ObjectNode) advisory, names));
      }
    }
  }
  var lines = kept.values().stream().map(this::line).collect(Collectors.joining(",\n"));
  Files.writeString(
      list,
      "{\n  \"date\": \"%s\",\n  \"advisories\": [\n%s\n  ]\n}\n"
          .formatted(LocalDate.now(ZoneOffset.UTC), lines));
  IO.println("%s holds %d advisories now.".formatted(list, kept.size()));
}

JsonNode shortened(ObjectNode advisory, Set<String> names) {
  var small = MAPPER.createObjectNode();
  for (var field : List.of("id", "aliases", "summary")) {
    if (advisory.has(field)) {
      small.set(field, advisory.get(field));
    }
  }
  var affected = small.putArray("affected");
  for (var one : advisory.path("affected")) {
    if (names.contains(one.path("package").path("name").asText())) {
      affected.add(((ObjectNode) one).retain("package", "ranges", "versions"));
    }
  }
  return small;
}

String line(JsonNode advisory) {
  try {
    return "    " + MAPPER.writeValueAsString(advisory);
  } catch (JsonProcessingException e) {
    throw new UncheckedIOException(e);
  }
}
