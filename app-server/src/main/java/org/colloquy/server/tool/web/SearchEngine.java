package org.colloquy.server.tool.web;

import java.io.IOException;
import java.util.List;

/// Names pages about something.
public sealed interface SearchEngine permits Brave, DuckDuckGo, SearXng, Tavily {
  /// How many pages are asked for.
  int MOST = 8;

  /// What people call it.
  String name();

  /// Pages about this, best first.
  ///
  /// @throws SearchFailureException when it answers with something else
  /// @throws IOException when it cannot be reached
  List<Hit> search(String query) throws IOException;
}
