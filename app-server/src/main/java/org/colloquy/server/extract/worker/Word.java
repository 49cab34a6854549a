package org.colloquy.server.extract.worker;

/// A word on a page, or several that stand beside each other.
///
/// @param text what it says
/// @param x its left edge
/// @param y its upper edge, from the top
/// @param size of its letters
record Word(String text, float x, float y, float width, float height, float size) {
  float right() {
    return x + width;
  }

  float bottom() {
    return y + height;
  }

  /// Whether they stand on the same line, as far as heights go.
  boolean isLevelWith(Word other) {
    float common = Math.min(bottom(), other.bottom()) - Math.max(y, other.y);
    return common >= 0.5f * Math.min(height, other.height);
  }
}
