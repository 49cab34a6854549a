package org.colloquy.desktop.client;

import java.io.FileNotFoundException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.UUID;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// A file as the body of a request, in the form in which browsers send files (RFC 7578). It is read
/// while it is sent.
final class FileForm {
  private final String boundary = "colloquy-" + UUID.randomUUID();
  private final String name;
  private final BodyPublisher content;

  private FileForm(String name, BodyPublisher content) {
    this.name = name;
    this.content = content;
  }

  /// A file of this computer.
  static FileForm of(Path file) {
    try {
      return new FileForm(String.valueOf(file.getFileName()), BodyPublishers.ofFile(file));
    } catch (FileNotFoundException e) {
      throw new ProblemException(
          new Problem.Unavailable("The file " + file + " could not be read."), e);
    }
  }

  /// What comes out of a stream.
  ///
  /// @param size how many bytes
  static FileForm of(String name, InputStream bytes, long size) {
    return new FileForm(
        name,
        size == 0
            ? BodyPublishers.noBody()
            : BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> bytes), size));
  }

  /// The request with this as its body.
  HttpRequest in(HttpRequest.Builder request) {
    var head =
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        """
            .formatted(boundary, escaped(name));
    return request
        .setHeader("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(
            BodyPublishers.concat(
                BodyPublishers.ofString(head),
                content,
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
        .build();
  }

  /// Browsers escape these three and nothing else.
  private static String escaped(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
