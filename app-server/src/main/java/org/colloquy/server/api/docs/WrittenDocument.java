package org.colloquy.server.api.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colloquy.server.http.Json;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/// The description of all APIs, put together from the parts of the faces and written down.
record WrittenDocument(String json, String yaml) {
  /// Enough for what we write ourselves.
  private static final int MOST_ALIASES = 10_000;

  static WrittenDocument of(List<String> faces, String version) {
    var yaml = reader();
    var whole = about(version);
    for (String face : faces) {
      whole = together(whole, part(yaml, face));
    }
    return new WrittenDocument(Json.text(whole), yaml.dump(whole));
  }

  /// What stands before everything else.
  private static Object about(String version) {
    var about = new LinkedHashMap<String, Object>();
    about.put("openapi", "3.1.0");
    about.put("info", Map.of("title", "Colloquy", "version", version));
    return about;
  }

  private static Object part(Yaml yaml, String face) {
    var place = "/org/colloquy/server/api/" + face + "/openapi.yaml";
    try (var file = WrittenDocument.class.getResourceAsStream(place)) {
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
      more.forEach((name, value) -> both.merge(name, value, WrittenDocument::together));
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
}
