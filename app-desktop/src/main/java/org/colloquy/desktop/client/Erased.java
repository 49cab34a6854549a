package org.colloquy.desktop.client;

import java.util.List;

/// What was erased.
///
/// @param copies the names of files that may still hold some of it
public record Erased(int conversations, int messages, int files, List<String> copies) {
  public Erased {
    copies = List.copyOf(copies);
  }
}
