package org.colloquy.server.llm.gguf;

import java.io.IOException;
import java.util.List;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Provider;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.ModelLister;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// Looks into a GGUF file, which has one model.
public final class GgufModelLister implements ModelLister {
  @Override
  public List<ListedModel> list(Provider provider, @Nullable Secret key) {
    try {
      var file = GgufFile.of(provider);
      return List.of(new ListedModel(file.name(), file.facts()));
    } catch (IOException e) {
      throw new ProblemException(new Problem.Invalid("address", String.valueOf(e.getMessage())), e);
    }
  }
}
