package org.colloquy.server.core.turn;

import java.net.URI;
import java.util.List;

/// What was found outside for a question.
///
/// @param passages best first
public record Findings(List<Passage> passages) {
  public static final Findings NOTHING = new Findings(List.of());

  public Findings {
    passages = List.copyOf(passages);
  }

  /// The pages that the passages are from, each once.
  public List<URI> addresses() {
    return passages.stream().map(Passage::address).distinct().toList();
  }

  /// A piece of a page. Nobody vouches for what it says.
  ///
  /// @param title of the page; empty when it has none
  public record Passage(URI address, String title, String text) {}
}
