package org.colloquy.server.storage.bucket;

import com.github.davidmoten.aws.lw.client.xml.XmlElement;
import com.github.davidmoten.aws.lw.client.xml.XmlParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// What the storage says to a request.
final class Answer {
  static final int FOUND = 200;
  static final int MISSING = 404;

  private static final int MOST = 16 * 1024 * 1024;
  private static final int TOO_MANY = 429;
  private static final int FAULTS = 500;
  private static final int NOT_MADE = 501;

  private final Bucket bucket;
  private final ClassicHttpResponse response;
  private @Nullable String text;

  Answer(Bucket bucket, ClassicHttpResponse response) {
    this.bucket = bucket;
    this.response = response;
  }

  int status() {
    return response.getCode();
  }

  /// The next one may be another.
  boolean isPassing() {
    return status() == TOO_MANY || (status() >= FAULTS && status() != NOT_MADE);
  }

  Answer expect(int expected) throws IOException {
    if (status() != expected) {
      throw refused();
    }
    return this;
  }

  /// Expects that something was done, whatever is said about it.
  Answer expectDone() throws IOException {
    if (status() / 100 != 2) {
      throw refused();
    }
    return this;
  }

  /// Expects that no more is missing than the object.
  Answer expectBucket() throws IOException {
    if (isAbsentBucket()) {
      throw refused();
    }
    return this;
  }

  private boolean isAbsentBucket() throws IOException {
    return status() == MISSING && text().contains("<Code>NoSuchBucket</Code>");
  }

  private ProblemException refused() throws IOException {
    var why =
        switch (status()) {
          case 401, 403 ->
              "refused: are the access key, its secret and its rights what they should be?";
          case MISSING ->
              isAbsentBucket() ? "says that there is no such bucket." : "does not have it.";
          default -> "could not do it (status " + status() + ").";
        };
    return new ProblemException(
        new Problem.Unavailable(
            "The storage for contents of files, %s, %s".formatted(bucket, why)));
  }

  String header(String name) throws IOException {
    var header = response.getFirstHeader(name);
    if (header == null) {
      throw new IOException("an answer without " + name);
    }
    return header.getValue();
  }

  XmlElement xml(String root) throws IOException {
    try {
      var read = XmlElement.parse(text());
      if (read.name().equals(root)) {
        return read;
      }
    } catch (XmlParseException e) {
      throw new IOException("an answer that is no XML", e);
    }
    throw new IOException("an answer that is no " + root);
  }

  private String text() throws IOException {
    var read = text;
    if (read == null) {
      var entity = response.getEntity();
      read = entity == null ? "" : read(entity.getContent());
      text = read;
    }
    return read;
  }

  private static String read(InputStream content) throws IOException {
    try (content) {
      return new String(content.readNBytes(MOST), StandardCharsets.UTF_8);
    }
  }
}
