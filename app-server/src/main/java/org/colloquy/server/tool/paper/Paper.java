package org.colloquy.server.tool.paper;

import java.util.List;

/// Something that was published. What is not known is empty.
///
/// @param id as its source names it
/// @param address where people read about it
public record Paper(
    String title,
    List<String> authors,
    String year,
    String id,
    String doi,
    String address,
    String summary) {
  public Paper {
    authors = List.copyOf(authors);
  }
}
