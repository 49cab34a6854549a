package org.colloquy.server.api.docs;

import org.colloquy.server.http.Face;
import org.colloquy.server.http.PathTable;

/// What tells people about the APIs, as a face for everybody.
public final class DocsFace {
  private DocsFace() {}

  public static Face of(OpenApiDocument document) {
    var paths = new PathTable();
    new DocsRoutes(document, new BrowsingFiles()).addTo(paths);
    return Face.forEverybody("docs", paths);
  }
}
