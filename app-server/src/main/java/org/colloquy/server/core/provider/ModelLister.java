package org.colloquy.server.core.provider;

import java.util.List;
import org.colloquy.model.Provider;
import org.jspecify.annotations.Nullable;

/// Asks a provider which models it has.
public interface ModelLister {
  /// The models with what the provider says about them, in its order.
  ///
  /// @param key null when the provider is asked without one
  /// @throws org.colloquy.model.ProblemException Upstream when it does not answer as it should
  List<ListedModel> list(Provider provider, @Nullable Secret key);
}
