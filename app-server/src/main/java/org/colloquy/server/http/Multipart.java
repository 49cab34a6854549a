package org.colloquy.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.ParameterParser;
import org.jspecify.annotations.Nullable;

/// A multipart body, read part by part as it comes in.
final class Multipart {
  /// No form has more than ten.
  private static final int MOST_PARTS = 100;

  /// All headers of a part, in bytes: room for the longest file name in any letters.
  private static final int LONGEST_HEADERS = 4 * 1024;

  private final MultipartInput input;
  private int parts;
  private @Nullable InputStream content;

  private Multipart(MultipartInput input) {
    this.input = input;
  }

  /// @param contentType with the boundary
  /// @throws RequestFaultException when there is no usable boundary
  static Multipart of(InputStream body, String contentType) {
    var boundary = parameters(contentType).get("boundary");
    if (boundary == null || boundary.isEmpty()) {
      throw malformed("Expecting a boundary");
    }
    try {
      var input =
          MultipartInput.builder()
              .setInputStream(body)
              .setPartHeaderSizeMax(LONGEST_HEADERS)
              .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
              .get();
      input.setHeaderCharset(StandardCharsets.UTF_8);
      return new Multipart(input);
    } catch (IOException | IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  /// The next part; empty after the last one. Parts without a name are skipped.
  ///
  /// @throws RequestFaultException when there is something else
  Optional<Part> next() {
    try {
      while (more()) {
        parts++;
        if (parts > MOST_PARTS) {
          throw malformed("Expecting no more than " + MOST_PARTS + " parts");
        }
        var headers = new PartHeaders(input.readHeaders());
        var found = input.newInputStream();
        content = found;
        var name = headers.parameter("content-disposition", "name");
        if (name != null) {
          return Optional.of(
              new Part(
                  name,
                  headers.parameter("content-disposition", "filename"),
                  headers.value("content-type"),
                  new Content(found)));
        }
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      throw malformed(e);
    }
  }

  private boolean more() throws IOException {
    if (content == null) {
      return input.skipPreamble();
    }
    content.close(); // skips the rest of it
    return input.readBoundary();
  }

  private static RequestFaultException malformed(String why) {
    return new RequestFaultException(new RequestFault.Malformed(why, 1, 1, 0));
  }

  private static RequestFaultException malformed(Exception cause) {
    return new RequestFaultException(new RequestFault.Malformed("Expecting parts", 1, 1, 0), cause);
  }

  private static Map<String, @Nullable String> parameters(String header) {
    var parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return parser.parse(header, ';');
  }

  /// The lines before the content of a part.
  private record PartHeaders(String lines) {
    /// A header's value; empty when there is none.
    private String value(String header) {
      for (String line : lines.split("\r\n", -1)) {
        int colon = line.indexOf(':');
        if (colon >= 0 && line.substring(0, colon).toLowerCase(Locale.ROOT).equals(header)) {
          return line.substring(colon + 1).strip();
        }
      }
      return "";
    }

    private @Nullable String parameter(String header, String name) {
      return parameters(value(header)).get(name);
    }
  }

  /// The content of a part. That it breaks off is the sender's fault and nobody else's.
  private static final class Content extends InputStream {
    private final InputStream in;

    private Content(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() {
      try {
        return in.read();
      } catch (IOException e) {
        throw malformed(e);
      }
    }

    @Override
    public int read(byte[] bytes, int from, int most) {
      try {
        return in.read(bytes, from, most);
      } catch (IOException e) {
        throw malformed(e);
      }
    }
  }
}
