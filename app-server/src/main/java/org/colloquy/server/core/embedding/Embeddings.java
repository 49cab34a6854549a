package org.colloquy.server.core.embedding;

import java.util.List;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Caller;

/// Texts as vectors, for people's own programs.
public final class Embeddings {
  /// How many texts are taken at once.
  public static final int MOST_TEXTS = 2_048;

  /// How long they may be together, in characters.
  public static final int MOST_CHARACTERS = 1_000_000;

  private final TextEmbedder embedder;

  public Embeddings(TextEmbedder embedder) {
    this.embedder = embedder;
  }

  /// The model's name.
  public String model() {
    return embedder.model();
  }

  /// A vector of length 1 for each text, in their order. Of a very long text only the beginning
  /// counts.
  ///
  /// @throws org.colloquy.model.ProblemException Unavailable where the model cannot be run
  public List<float[]> of(Caller caller, List<String> texts) {
    long characters = texts.stream().mapToLong(String::length).sum();
    new Rules()
        .expect(!texts.isEmpty(), "input", "There is no text.")
        .expect(texts.stream().noneMatch(String::isBlank), "input", "A text may not be blank.")
        .expect(texts.size() <= MOST_TEXTS, "input", "At most " + MOST_TEXTS + " texts.")
        .expect(
            characters <= MOST_CHARACTERS,
            "input",
            "Together they may have at most " + MOST_CHARACTERS + " characters.")
        .check();
    return embedder.embed(texts);
  }
}
