package org.colloquy.desktop.client;

import java.io.FileNotFoundException;
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
  private final Path file;

  FileForm(Path file) {
    this.file = file;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() {
    var head =
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        """
            .formatted(boundary, name());
    try {
      return BodyPublishers.concat(
          BodyPublishers.ofString(head),
          BodyPublishers.ofFile(file),
          BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    } catch (FileNotFoundException e) {
      throw new ProblemException(
          new Problem.Unavailable("The file " + file + " could not be read."), e);
    }
  }

  /// Browsers escape these three and nothing else.
  private String name() {
    return String.valueOf(file.getFileName())
        .replace("\"", "%22")
        .replace("\r", "%0D")
        .replace("\n", "%0A");
  }
}
