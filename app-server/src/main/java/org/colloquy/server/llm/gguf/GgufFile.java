package org.colloquy.server.llm.gguf;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.Provider;
import org.jspecify.annotations.Nullable;

/// A file with a model for llama.cpp.
///
/// @param contextWindow tokens that the model was made for; null when the file does not say
/// @param size in bytes
record GgufFile(Path path, @Nullable Integer contextWindow, long size) {
  private static final String ENDING = ".gguf";
  private static final int MOST_CONTEXT = 8_192;

  /// The file that a provider stands for, looked at now.
  ///
  /// @throws IOException with a sentence for people, when it is no such file or cannot be read
  static GgufFile of(Provider provider) throws IOException {
    var path = Path.of(URI.create(provider.address()));
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new IOException("There is no file here that can be read.");
    }
    var header = GgufHeader.read(path);
    return new GgufFile(path, header.contextWindow(), Files.size(path));
  }

  /// What the model is called: as the file is.
  String name() {
    var name = String.valueOf(path.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /// How many tokens are kept in mind: more than that needs memory, too.
  int context() {
    return contextWindow == null ? MOST_CONTEXT : Math.min(contextWindow, MOST_CONTEXT);
  }

  ModelFacts facts() {
    return new ModelFacts(context(), null, Set.of(Ability.TEXT), null);
  }
}
