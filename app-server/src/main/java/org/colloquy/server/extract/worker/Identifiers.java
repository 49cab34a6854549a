package org.colloquy.server.extract.worker;

import java.util.Optional;
import java.util.regex.Pattern;

/// Names that publishers give to documents, where they stand in metadata.
final class Identifiers {
  private static final Pattern DOI =
      Pattern.compile("\\b10\\.\\d{4,9}/[^\\s\"<>&]{1,200}", Pattern.CASE_INSENSITIVE);

  private Identifiers() {}

  /// The first one.
  static Optional<String> doi(String text) {
    var found = DOI.matcher(text);
    return found.find()
        ? Optional.of(found.group().replaceFirst("[.,;:)\\]}]+$", ""))
        : Optional.empty();
  }
}
