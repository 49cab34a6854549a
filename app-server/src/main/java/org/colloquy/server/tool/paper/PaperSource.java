package org.colloquy.server.tool.paper;

import java.util.List;

/// A catalogue of papers.
public sealed interface PaperSource permits Arxiv, Crossref, PubMed {
  /// What people call it.
  String name();

  /// What it has about this, best first.
  ///
  /// @throws org.colloquy.model.ProblemException Unavailable with a sentence
  List<Paper> find(String query, int most);
}
