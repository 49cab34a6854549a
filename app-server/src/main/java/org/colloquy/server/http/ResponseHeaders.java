package org.colloquy.server.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.http.ServerResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Headers that every answer has, and those for pages of other origins that may read it.
final class ResponseHeaders {
  private static final Header NO_SNIFFING =
      HeaderValues.createCached(HeaderNames.create("X-Content-Type-Options"), "nosniff");
  private static final Header NO_FRAMES =
      HeaderValues.createCached(HeaderNames.create("X-Frame-Options"), "DENY");
  private static final Header NO_REFERRER =
      HeaderValues.createCached(HeaderNames.create("Referrer-Policy"), "same-origin");

  /// No page of another origin may put an answer into itself, as a picture or a script.
  private static final Header NOT_EMBEDDED =
      HeaderValues.createCached(HeaderNames.create("Cross-Origin-Resource-Policy"), "same-origin");

  private static final Header NOT_STORED =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
  private static final Header VARY = HeaderValues.createCached(HeaderNames.VARY, "Accept, Origin");
  private static final Header WITH_CREDENTIALS =
      HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
  private static final Header READABLE =
      HeaderValues.createCached(
          HeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "Colloquy-Turn, Retry-After");
  private static final Header METHODS =
      HeaderValues.createCached(
          HeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST, PUT, PATCH, DELETE, OPTIONS");
  private static final Header HEADERS =
      HeaderValues.createCached(
          HeaderNames.ACCESS_CONTROL_ALLOW_HEADERS,
          "authorization, content-type, x-csrftoken, accept, accept-encoding, origin, user-agent,"
              + " x-requested-with, x-user-id, openai-organization, openai-project,"
              + " x-stainless-arch, x-stainless-helper-method, x-stainless-lang, x-stainless-os,"
              + " x-stainless-package-version, x-stainless-retry-count, x-stainless-runtime,"
              + " x-stainless-runtime-version, x-stainless-timeout");
  private static final Header A_DAY =
      HeaderValues.createCached(HeaderNames.ACCESS_CONTROL_MAX_AGE, "86400");
  private static final Header HTML =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/html");

  private ResponseHeaders() {}

  static void always(ServerResponse response) {
    response.header(NO_SNIFFING);
    response.header(NO_FRAMES);
    response.header(NO_REFERRER);
    response.header(NOT_STORED);
    response.header(NOT_EMBEDDED);
    response.header(VARY);
  }

  /// Lets a page of this origin read the answer.
  static void shared(ServerResponse response, @Nullable String origin) {
    if (origin != null) {
      response.header(HeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
      response.header(WITH_CREDENTIALS);
      response.header(READABLE);
    }
  }

  /// Answers a browser that asks what a page of this origin may send.
  static void preflight(ServerResponse response, @Nullable String origin) {
    response.header(HTML);
    if (origin != null) {
      response.header(METHODS);
      response.header(HEADERS);
      response.header(A_DAY);
    }
  }

  /// For a file to be kept under this name, written as RFC 8187 wants names with all kinds of
  /// letters.
  static void file(ServerResponse response, String name) {
    var encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    response.header(HeaderNames.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded);
  }
}
