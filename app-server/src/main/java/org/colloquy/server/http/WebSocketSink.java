package org.colloquy.server.http;

import java.util.Optional;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.TurnId;
import org.colloquy.server.core.turn.TurnSink;
import org.jspecify.annotations.Nullable;

/// Says a turn over a WebSocket, event by event, in the words of a face.
public final class WebSocketSink implements TurnSink {
  private final WebSocket socket;
  private final Frames frames;
  private volatile @Nullable TurnId turn;

  public WebSocketSink(WebSocket socket, Frames frames) {
    this.socket = socket;
    this.frames = frames;
  }

  @Override
  public void begun(TurnId id) {
    turn = id;
  }

  @Override
  public void accept(TurnEvent event) {
    frames.of(event).ifPresent(socket::send);
  }

  /// The turn that is said here; empty before it begins.
  public Optional<TurnId> turn() {
    return Optional.ofNullable(turn);
  }

  /// What a face says about an event.
  public interface Frames {
    /// One text frame; empty for an event that is not told.
    Optional<String> of(TurnEvent event);
  }
}
