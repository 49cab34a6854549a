package org.colloquy.server.api.docs;

import org.colloquy.server.http.Face;
import org.colloquy.server.http.PageFiles;
import org.colloquy.server.http.PathTable;

/// What tells people about the APIs, as a face for everybody.
public final class DocsFace {
  /// The page takes everything from this server and sends nothing anywhere else.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private DocsFace() {}

  public static Face of(OpenApiDocument document) {
    var files =
        new PageFiles(POLICY)
            .beside(DocsFace.class, DocsRoutes.PAGE, "start.js", "page.css")
            .from("org.webjars", "swagger-ui", "swagger-ui-bundle.js", "swagger-ui.css");
    var paths = new PathTable();
    new DocsRoutes(document, files).addTo(paths);
    return Face.forEverybody("docs", paths);
  }
}
