package org.colloquy.desktop.client;

import java.util.Locale;

/// What can be said of a publication in one line.
public enum ReferenceField {
  TITLE,
  YEAR,
  /// The journal or book that it is in.
  CONTAINER,
  VOLUME,
  ISSUE,
  PAGES,
  PUBLISHER,
  DOI,
  ISBN,
  ARXIV,
  URL,
  /// In the words of the Citation Style Language.
  KIND,
  /// How it is cited.
  KEY;

  /// What the server calls it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
