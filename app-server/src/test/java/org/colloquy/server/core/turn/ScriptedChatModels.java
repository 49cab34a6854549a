package org.colloquy.server.core.turn;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colloquy.model.Provider;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// Opens the same scripted model for everybody, and remembers who wanted which.
public final class ScriptedChatModels implements ChatModels {
  private final ChatModel model;
  private final List<Opened> opened = new CopyOnWriteArrayList<>();

  public ScriptedChatModels(ChatModel model) {
    this.model = model;
  }

  @Override
  public ChatModel open(Caller caller, Provider provider, @Nullable Secret key) {
    opened.add(new Opened(caller, provider, key == null ? "" : key.reveal()));
    return model;
  }

  /// What was opened, in order.
  public List<Opened> opened() {
    return List.copyOf(opened);
  }

  /// One opening.
  ///
  /// @param key the revealed key; empty when there was none
  public record Opened(Caller caller, Provider provider, String key) {}
}
