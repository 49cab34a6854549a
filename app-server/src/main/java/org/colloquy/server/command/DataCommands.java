package org.colloquy.server.command;

import java.util.Map;
import java.util.function.Consumer;
import org.colloquy.server.core.retention.Retention;

/// What is done with everything that is kept here.
public final class DataCommands {
  private final Retention retention;

  public DataCommands(Retention retention) {
    this.retention = retention;
  }

  Map<Command, Action> actions() {
    return Map.of(Command.RETENTION_RUN, this::retention);
  }

  private void retention(Given given, Consumer<String> say) {
    say.accept("Conversations deleted for good: %d.".formatted(retention.run()));
  }
}
