package org.colloquy.server.core.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.colloquy.model.TurnEvent;

/// Everything that happened in a running turn, for readers that come later or come back. Texts that
/// follow each other are kept as one, so a long answer costs its characters and little more.
///
/// A position is the sum of the lengths of the events before it ([TurnEvent#length]).
final class TurnLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<Entry> entries = new ArrayList<>();
  private long end;
  private boolean closed;

  private sealed interface Entry {}

  private record Event(long from, TurnEvent event) implements Entry {}

  private record Text(long from, boolean reasoning, StringBuilder words) implements Entry {}

  /// What comes after a position.
  ///
  /// @param next the position after these events
  /// @param last whether nothing will follow
  record Piece(List<TurnEvent> events, long next, boolean last) {}

  void add(TurnEvent event) {
    lock.lock();
    try {
      switch (event) {
        case TurnEvent.TextDelta(var text) -> append(text, false);
        case TurnEvent.ReasoningDelta(var text) -> append(text, true);
        default -> entries.add(new Event(end, event));
      }
      end += event.length();
      closed |= event.last();
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until something follows the position, and returns it; nothing after the longest wait.
  Piece after(long position, Duration longestWait) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = longestWait.toNanos();
      while (end <= position && !closed && left > 0) {
        left = grown.awaitNanos(left);
      }
      var events = new ArrayList<TurnEvent>();
      for (int i = firstAfter(position); i < entries.size(); i++) {
        events.add(cut(entries.get(i), position));
      }
      return new Piece(List.copyOf(events), end, closed);
    } finally {
      lock.unlock();
    }
  }

  /// Follows it from a position on.
  ///
  /// @param longestWait for what happens next
  TurnAccess.Following from(long position, Duration longestWait) {
    return new TurnAccess.Following() {
      private long at = position;

      @Override
      public TurnAccess.Next next() throws InterruptedException {
        var piece = after(at, longestWait);
        at = piece.next();
        return new TurnAccess.Next(piece.events(), piece.last());
      }
    };
  }

  private void append(String text, boolean reasoning) {
    if (!entries.isEmpty()
        && entries.getLast() instanceof Text last
        && last.reasoning() == reasoning) {
      last.words().append(text);
    } else {
      entries.add(new Text(end, reasoning, new StringBuilder(text)));
    }
  }

  private int firstAfter(long position) {
    int index = entries.size();
    while (index > 0 && endOf(entries.get(index - 1)) > position) {
      index--;
    }
    return index;
  }

  private static long endOf(Entry entry) {
    return switch (entry) {
      case Event(var from, var event) -> from + event.length();
      case Text(var from, _, var words) -> from + words.length();
    };
  }

  private static TurnEvent cut(Entry entry, long position) {
    return switch (entry) {
      case Event(_, var event) -> event;
      case Text(var from, var reasoning, var words) -> {
        var text = words.substring((int) Math.max(0, position - from));
        yield reasoning ? new TurnEvent.ReasoningDelta(text) : new TurnEvent.TextDelta(text);
      }
    };
  }
}
