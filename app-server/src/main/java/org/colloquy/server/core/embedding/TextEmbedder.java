package org.colloquy.server.core.embedding;

import java.util.List;

/// A model in this program that puts texts where their meaning is: texts that mean the same are
/// near each other.
public interface TextEmbedder {
  /// Its name. Vectors of models with different names have nothing to do with each other.
  String model();

  /// Whether it can be asked without waiting. The first call begins to make it ready, in the
  /// background; it stays false where it cannot be made ready at all.
  boolean isReady();

  /// A vector of length 1 for each text, in their order. Waits until it is ready.
  ///
  /// @throws org.colloquy.model.ProblemException Unavailable where it cannot be made ready
  List<float[]> embed(List<String> texts);
}
