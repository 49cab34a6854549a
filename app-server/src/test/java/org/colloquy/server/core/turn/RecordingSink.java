package org.colloquy.server.core.turn;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.colloquy.model.Message;
import org.colloquy.model.TurnEvent;
import org.colloquy.model.TurnId;

/// Remembers what it was told, and may go away in the middle.
public final class RecordingSink implements TurnSink {
  private final List<TurnEvent> events = new CopyOnWriteArrayList<>();
  private final Consumer<TurnEvent> onEvent;
  private volatile TurnId turn = new TurnId(new UUID(0, 0));

  public RecordingSink() {
    this(_ -> {});
  }

  /// A sink that does something with each event before it remembers it.
  public RecordingSink(Consumer<TurnEvent> onEvent) {
    this.onEvent = onEvent;
  }

  /// A sink whose reader goes away at the word after `words` words.
  public static RecordingSink leavingAfter(int words) {
    var heard = new AtomicInteger();
    return new RecordingSink(event -> {
      if (event instanceof TurnEvent.TextDelta && heard.incrementAndGet() > words) {
        throw new SinkClosed(new IllegalStateException("gone"));
      }
    });
  }

  @Override
  public void begun(TurnId id) {
    turn = id;
  }

  @Override
  public void accept(TurnEvent event) {
    onEvent.accept(event);
    events.add(event);
  }

  public TurnId turn() {
    return turn;
  }

  public List<TurnEvent> events() {
    return List.copyOf(events);
  }

  /// All text it was told.
  public String text() {
    return events.stream()
        .map(event -> event instanceof TurnEvent.TextDelta(var text) ? text : "")
        .collect(Collectors.joining());
  }

  /// The messages it was told of, as they were then.
  public List<Message> saved() {
    return events.stream()
        .filter(TurnEvent.MessageSaved.class::isInstance)
        .map(event -> ((TurnEvent.MessageSaved) event).message())
        .toList();
  }

  /// The events after which nothing should come.
  public List<TurnEvent> ends() {
    return events.stream().filter(TurnEvent::last).toList();
  }
}
