package org.colloquy.server.api.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// The page for browsing the APIs and what it needs: Swagger UI from its own jar, and our own few
/// lines that start it.
final class BrowsingFiles {
  /// The page itself.
  static final String PAGE = "index.html";

  private static final String SWAGGER_UI = "META-INF/resources/webjars/swagger-ui/";
  private static final String SWAGGER_UI_VERSION =
      "META-INF/maven/org.webjars/swagger-ui/pom.properties";
  private static final String OURS = "org/colloquy/server/api/docs/";

  private static final Map<String, Place> PLACES =
      Map.of(
          PAGE,
          new Place(true, "text/html; charset=utf-8"),
          "start.js",
          new Place(true, "text/javascript; charset=utf-8"),
          "page.css",
          new Place(true, "text/css; charset=utf-8"),
          "swagger-ui-bundle.js",
          new Place(false, "text/javascript; charset=utf-8"),
          "swagger-ui.css",
          new Place(false, "text/css; charset=utf-8"));

  /// @throws ProblemException NotFound when the page needs no such file
  Text get(String name) {
    var place = PLACES.get(name);
    if (place == null) {
      throw new ProblemException(new Problem.NotFound("file"));
    }
    var folder = place.ours() ? OURS : SWAGGER_UI + version() + "/";
    return new Text(place.contentType(), new String(bytes(folder + name), StandardCharsets.UTF_8));
  }

  private static String version() {
    try (var file = BrowsingFiles.class.getClassLoader().getResourceAsStream(SWAGGER_UI_VERSION)) {
      var properties = new Properties();
      properties.load(file);
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String place) {
    try (var file = BrowsingFiles.class.getClassLoader().getResourceAsStream(place)) {
      if (file == null) {
        throw new IllegalStateException("no " + place);
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A file and what it is.
  record Text(String contentType, String text) {}

  private record Place(boolean ours, String contentType) {}
}
