package org.colloquy.desktop.ui.agents;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.desktop.client.ModelName;
import org.colloquy.desktop.text.Text;
import org.jspecify.annotations.Nullable;

/// What an agent may ask.
///
/// @param model null for the model that is chosen in the window
record ModelOption(@Nullable ModelName model) {
  /// All there are, and the chosen one even if it is not there any more.
  static List<ModelOption> all(List<ModelName> models, @Nullable ModelName chosen) {
    var options = new ArrayList<ModelOption>();
    options.add(new ModelOption(null));
    models.forEach(model -> options.add(new ModelOption(model)));
    if (chosen != null && !models.contains(chosen)) {
      options.add(new ModelOption(chosen));
    }
    return options;
  }

  @Override
  public String toString() {
    return model == null
        ? Text.of("agents.model.any")
        : model.model() + " (" + model.provider() + ")";
  }
}
