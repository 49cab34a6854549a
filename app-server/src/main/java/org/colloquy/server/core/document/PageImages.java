package org.colloquy.server.core.document;

import java.io.InputStream;

/// Draws pages of files, outside of this process.
public interface PageImages {
  /// The widest picture, in pixels.
  int WIDEST = 2_000;

  /// A page as a PNG picture.
  ///
  /// @param content is read to its end and left open
  /// @param page from 1
  /// @param width in pixels, up to [#WIDEST]
  /// @throws org.colloquy.model.ProblemException NotFound when there is no such page; Unavailable
  ///   with a sentence when the file has no pages that can be drawn
  byte[] png(InputStream content, int page, int width);
}
