package org.colloquy.server.tool.web;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;

/// What a web server answered.
final class WebAnswer {
  private final int status;
  private final String location;
  private final @Nullable ContentType type;
  private final byte[] content;

  /// @param location where it sends us; empty for nowhere
  /// @param type null when it does not say
  /// @param content as much of it as was wanted, decompressed
  WebAnswer(int status, String location, @Nullable ContentType type, byte[] content) {
    this.status = status;
    this.location = location;
    this.type = type;
    this.content = content;
  }

  int status() {
    return status;
  }

  boolean ok() {
    return status >= 200 && status < 300;
  }

  String location() {
    return location;
  }

  /// The media type, in lower case; empty when it does not say.
  String mediaType() {
    return type == null ? "" : type.getMimeType().toLowerCase(Locale.ROOT);
  }

  /// The encoding that the server names; null when it names none that we know.
  @Nullable Charset charset() {
    return type == null ? null : type.getCharset();
  }

  InputStream content() {
    return new ByteArrayInputStream(content);
  }

  /// As text, in UTF-8 unless the server says otherwise.
  String text() {
    var named = charset();
    return new String(content, named == null ? StandardCharsets.UTF_8 : named);
  }
}
