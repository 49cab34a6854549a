package org.colloquy.server.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// The body of one request.
final class RequestBody {
  /// How much of a refused body is read and thrown away, so that the one who sends it can hear the
  /// answer before the connection ends.
  private static final int THROWN_AWAY = 16 * 1024 * 1024;

  private final ServerRequest request;
  private final int limit;

  RequestBody(ServerRequest request, int limit) {
    this.request = request;
    this.limit = limit;
  }

  /// Reads a JSON object into a record.
  <T> T json(Class<T> type) {
    var bytes = bytes();
    if (bytes.length > 0 && !isJson(contentType())) {
      throw unsupported();
    }
    return Json.read(bytes, type);
  }

  /// Reads an object that may also be a form; a form's fields become texts.
  ObjectNode fields() {
    var bytes = bytes();
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

  private byte[] bytes() {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = request.content().inputStream()) {
      var bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throwAway(in);
        throw new ProblemException(new Problem.TooLarge(limit));
      }
      return bytes;
    } catch (IOException | DataReader.InsufficientDataAvailableException e) {
      throw new CloseConnectionException("the client went away while it was talking", e);
    }
  }

  private static void throwAway(InputStream in) throws IOException {
    var bytes = new byte[64 * 1024];
    int left = THROWN_AWAY;
    while (left > 0) {
      int read = in.read(bytes);
      if (read < 0) {
        return;
      }
      left -= read;
    }
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

  private static RequestFaultException malformed(String why, @Nullable Throwable cause) {
    var fault = new RequestFault.Malformed(why, 1, 1, 0);
    return cause == null
        ? new RequestFaultException(fault)
        : new RequestFaultException(fault, cause);
  }

  private static ObjectNode form(String text) {
    var fields = Json.object();
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

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private ObjectNode multipart(byte[] bytes) {
    var boundary = parameters(wholeContentType()).get("boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw malformed("Expecting a boundary", null);
    }
    var fields = Json.object();
    try {
      var input =
          MultipartInput.builder()
              .setInputStream(new ByteArrayInputStream(bytes))
              .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
              .get();
      boolean more = input.skipPreamble();
      while (more) {
        var name = partName(input.readHeaders());
        var value = new ByteArrayOutputStream();
        input.readBodyData(value);
        if (name != null) {
          fields.put(name, value.toString(StandardCharsets.UTF_8));
        }
        more = input.readBoundary();
      }
      return fields;
    } catch (IOException | IllegalArgumentException e) {
      throw malformed("Expecting parts", e);
    }
  }

  private static @Nullable String partName(String headers) {
    for (String header : headers.split("\r\n", -1)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
        return parameters(header).get("name");
      }
    }
    return null;
  }

  private static Map<String, @Nullable String> parameters(String header) {
    var parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return parser.parse(header, ';');
  }
}
