package org.colloquy.server.api.docs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One description of all APIs in OpenAPI 3.1. Each face has its part in a file `openapi.yaml` in
/// the folder of its package; they are put together when somebody asks, so that no start waits for
/// it.
public final class OpenApiDocument {
  private final List<String> faces;
  private final String version;
  private @Nullable WrittenDocument written;

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

  private synchronized WrittenDocument written() {
    var there = written;
    if (there == null) {
      there = WrittenDocument.of(faces, version);
      written = there;
    }
    return there;
  }
}
