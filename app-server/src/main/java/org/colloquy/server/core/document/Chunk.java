package org.colloquy.server.core.document;

/// A piece of a page that is found as a whole.
///
/// @param number in its document, from 0
/// @param page from 1
/// @param start of its first character in the page's text, in UTF-16 units
/// @param end after its last character
public record Chunk(int number, int page, int start, int end) {
  /// Its words.
  public String of(String page) {
    int from = Math.clamp(start, 0, page.length());
    return page.substring(from, Math.clamp(end, from, page.length()));
  }
}
