package org.colloquy.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The body of one request.
final class RequestBody {
  /// Room for what is in a body beside the part that is wanted.
  private static final long BESIDE_THE_PART = 1024 * 1024;

  /// No form has more than ten.
  private static final int MOST_FIELDS = 100;

  private final ServerRequest request;
  private final int limit;
  private @Nullable BodyStream begun;
  private boolean upload;

  RequestBody(ServerRequest request, int limit) {
    this.request = request;
    this.limit = limit;
  }

  /// Reads a JSON object into a record.
  <T> T json(Class<T> type) {
    return json(type, limit);
  }

  /// The same with another limit.
  <T> T json(Class<T> type, int largest) {
    var bytes = bytes(largest);
    if (bytes.length > 0 && !isJson(contentType())) {
      throw unsupported();
    }
    return Json.read(bytes, type);
  }

  /// Reads an object that may also be a form; a form's fields become texts.
  ObjectNode fields() {
    var bytes = bytes(limit);
    if (bytes.length == 0) {
      return Json.object();
    }
    var type = contentType();
    if (isJson(type)) {
      return Json.object(bytes);
    }
    if (type.equals("application/x-www-form-urlencoded")) {
      return form(new String(bytes, StandardCharsets.UTF_8));
    }
    if (type.equals("multipart/form-data")) {
      return multipart(bytes);
    }
    throw unsupported();
  }

  /// Passes on the first part of a multipart body that has this name while it is being read; empty
  /// when there is none.
  ///
  /// @param largest the largest part, in bytes
  void part(String name, long largest, Consumer<Optional<Part>> use) {
    upload = true;
    use.accept(found(name, stream(largest + BESIDE_THE_PART, largest)));
  }

  /// Reads what nobody wanted and throws it away, so that the one who sends it can hear the answer
  /// and the next request can be told from it.
  ///
  /// @return whether the end was reached, so that there can be a next request
  boolean throwAwayRest() {
    var content = request.content();
    if (!content.hasEntity() || content.consumed()) {
      return true;
    }
    if (!request.continueSent()) {
      return false; // whether it is sent at all cannot be known
    }
    var body = begun == null ? stream(Long.MAX_VALUE, 0) : begun;
    return upload ? body.throwAwayRefused() : body.throwAwayUnwanted();
  }

  private Optional<Part> found(String name, BodyStream body) {
    if (!contentType().equals("multipart/form-data")) {
      return Optional.empty();
    }
    var parts = Multipart.of(body, wholeContentType());
    var part = parts.next();
    while (part.isPresent() && !part.get().name().equals(name)) {
      part = parts.next();
    }
    return part;
  }

  private byte[] bytes(int largest) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    var body = stream(largest, largest);
    try {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param told what is said to be the limit when there is more
  private BodyStream stream(long most, long told) {
    boolean tooLarge = request.headers().contentLength().orElse(0) > most;
    if (tooLarge && !request.continueSent()) {
      throw BodyStream.tooLarge(told); // before who sends it is told to begin
    }
    var in =
        request.content().hasEntity()
            ? request.content().inputStream()
            : InputStream.nullInputStream();
    var body = new BodyStream(in, most, told);
    begun = body;
    if (tooLarge) {
      throw BodyStream.tooLarge(told);
    }
    return body;
  }

  private static boolean isJson(String type) {
    return type.equals("application/json")
        || (type.startsWith("application/") && type.endsWith("+json"));
  }

  /// The content type in lower case, without its parameters; empty when there is none.
  private String contentType() {
    var whole = wholeContentType();
    int semicolon = whole.indexOf(';');
    return (semicolon < 0 ? whole : whole.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  private String wholeContentType() {
    return request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
  }

  private RequestFaultException unsupported() {
    return new RequestFaultException(new RequestFault.UnsupportedType(wholeContentType()));
  }

  private static ObjectNode form(String text) {
    var fields = Json.object();
    if (text.chars().filter(c -> c == '&').count() >= MOST_FIELDS) {
      throw malformed("Expecting no more than " + MOST_FIELDS + " fields", null);
    }
    try {
      for (String pair : text.split("&", -1)) {
        int equals = pair.indexOf('=');
        var name = equals < 0 ? pair : pair.substring(0, equals);
        var value = equals < 0 ? "" : pair.substring(equals + 1);
        if (!name.isEmpty()) {
          fields.put(decode(name), decode(value));
        }
      }
      return fields;
    } catch (IllegalArgumentException e) {
      throw malformed("Expecting form fields", e);
    }
  }

  private static RequestFaultException malformed(String why, @Nullable Exception cause) {
    return new RequestFaultException(new RequestFault.Malformed(why, 1, 1, 0), cause);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private ObjectNode multipart(byte[] bytes) {
    var fields = Json.object();
    var parts = Multipart.of(new ByteArrayInputStream(bytes), wholeContentType());
    for (var part = parts.next(); part.isPresent(); part = parts.next()) {
      fields.put(part.get().name(), part.get().text(bytes.length));
    }
    return fields;
  }
}
