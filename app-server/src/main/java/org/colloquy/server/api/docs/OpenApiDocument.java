package org.colloquy.server.api.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.server.http.Json;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/// One description of all APIs in OpenAPI 3.1. Each face has its part in a file `openapi.yaml` in
/// the folder of its package; they are put together when somebody asks, so that no start waits for
/// it.
public final class OpenApiDocument {
  /// Enough for what we write ourselves.
  private static final int MOST_ALIASES = 10_000;

  private final List<String> faces;
  private final String version;
  private @Nullable Written written;

  /// @param faces by their names, in the order in which they are to be read
  /// @param version of the program
  public OpenApiDocument(List<String> faces, String version) {
    this.faces = List.copyOf(faces);
    this.version = version;
  }

  /// As JSON.
  String json() {
    return written().json();
  }

  /// The same as YAML.
  String yaml() {
    return written().yaml();
  }

  private synchronized Written written() {
    var there = written;
    if (there == null) {
      var yaml = reader();
      var whole = about();
      for (String face : faces) {
        whole = together(whole, part(yaml, face));
      }
      there = new Written(Json.text(whole), yaml.dump(whole));
      written = there;
    }
    return there;
  }

  /// What stands before everything else.
  private Object about() {
    var about = new LinkedHashMap<String, Object>();
    about.put("openapi", "3.1.0");
    about.put("info", Map.of("title", "Colloquy", "version", version));
    return about;
  }

  private static Object part(Yaml yaml, String face) {
    var place = "/org/colloquy/server/api/" + face + "/openapi.yaml";
    try (var file = OpenApiDocument.class.getResourceAsStream(place)) {
      if (file == null) {
        throw new IllegalStateException("no " + place);
      }
      return yaml.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Objects get the fields of both, lists the elements of both; nothing else may be in both.
  private static Object together(Object one, Object other) {
    if (one instanceof Map<?, ?> fields && other instanceof Map<?, ?> more) {
      var both = new LinkedHashMap<Object, Object>(fields);
      more.forEach((name, value) -> both.merge(name, value, OpenApiDocument::together));
      return both;
    }
    if (one instanceof List<?> elements && other instanceof List<?> more) {
      return Stream.concat(elements.stream(), more.stream()).toList();
    }
    throw new IllegalStateException("described twice: " + one + " and " + other);
  }

  private static Yaml reader() {
    var loading = new LoaderOptions();
    loading.setMaxAliasesForCollections(MOST_ALIASES);
    var dumping = new DumperOptions();
    dumping.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    dumping.setDereferenceAliases(true);
    return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading);
  }

  private record Written(String json, String yaml) {}
}
