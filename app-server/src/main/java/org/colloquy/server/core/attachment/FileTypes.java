package org.colloquy.server.core.attachment;

import java.io.InputStream;
import java.util.function.Supplier;

/// Tells what a file is.
public interface FileTypes {
  /// What it is by its content, such as `application/pdf`; `application/octet-stream` when nobody
  /// knows.
  ///
  /// @param content opens it from the beginning; may be called more than once
  /// @param name only tells what the content leaves open: which kind of text it is
  String of(Supplier<InputStream> content, String name);
}
