package org.colloquy.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Sha256;

/// What a page of this server's own is made of: files of the program and of libraries for browsers.
///
/// A browser may keep them, and asks each time whether they are still the same.
public final class PageFiles {
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", SCRIPT,
          "mjs", SCRIPT,
          "json", "application/json",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private final String policy;
  private final Map<String, Supplier<String>> places = new HashMap<>();
  private final Map<String, Found> found = new ConcurrentHashMap<>();

  /// A file that somebody asked for before.
  ///
  /// @param place where it is
  /// @param tag another one for other content
  private record Found(String place, String tag) {}

  /// @param policy what the page may do, as `Content-Security-Policy`
  public PageFiles(String policy) {
    this.policy = policy;
  }

  /// Adds files that lie in the folder of a class.
  public PageFiles beside(Class<?> type, String... names) {
    var folder = type.getPackageName().replace('.', '/') + "/";
    for (String name : names) {
      places.put(name, () -> folder + name);
    }
    return this;
  }

  /// Adds files of a library that comes as a jar for the web. Its version is looked up when
  /// somebody asks for one of them, so that no start waits for it.
  ///
  /// @param group of the jar, as Maven names it
  /// @param library its name
  /// @param files where they are in it
  public PageFiles from(String group, String library, String... files) {
    for (String file : files) {
      places.put(
          file.substring(file.lastIndexOf('/') + 1),
          () ->
              "META-INF/resources/webjars/%s/%s/%s"
                  .formatted(library, version(group, library), file));
    }
    return this;
  }

  /// Answers with one of them, or with no more than that it is the same as before.
  ///
  /// @throws ProblemException NotFound when the page needs no such file
  public void reply(Exchange exchange, String name) {
    var place = places.get(name);
    if (place == null) {
      throw new ProblemException(new Problem.NotFound("file"));
    }
    var file = found.computeIfAbsent(name, _ -> found(place.get()));
    exchange.replyHeader("Content-Security-Policy", policy);
    exchange.replyHeader("Referrer-Policy", "no-referrer");
    exchange.replyHeader("Cache-Control", "no-cache");
    exchange.replyHeader("ETag", file.tag());
    if (exchange.header("If-None-Match").orElse("").contains(file.tag())) {
      exchange.replyEmpty(304);
    } else {
      exchange.replyBytes(
          TYPES.getOrDefault(ending(name), "application/octet-stream"), bytes(file.place()));
    }
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Found found(String place) {
    try (var file = open(place)) {
      return new Found(place, '"' + Sha256.of(file) + '"');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String version(String group, String library) {
    try (var file = open("META-INF/maven/" + group + "/" + library + "/pom.properties")) {
      var properties = new Properties();
      properties.load(file);
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String place) {
    try (var file = open(place)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String place) {
    var file = PageFiles.class.getClassLoader().getResourceAsStream(place);
    if (file == null) {
      throw new IllegalStateException("no " + place);
    }
    return file;
  }
}
