package org.colloquy.server.core.bibliography;

/// Those who know what was published.
public interface Publications {
  /// What was published under a DOI.
  ///
  /// @throws org.colloquy.model.ProblemException NotFound when nothing was; Unavailable with a
  ///   sentence when they cannot be asked
  Reference byDoi(String doi);
}
