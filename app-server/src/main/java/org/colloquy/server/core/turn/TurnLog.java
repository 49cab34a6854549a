package org.colloquy.server.core.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.colloquy.model.TurnEvent;

/// Everything that happened in a running turn, for readers that come later or come back. Texts that
/// follow each other are kept as one, so a long answer costs its characters and little more. After
/// the end, a text that is also in a saved message is kept once.
///
/// A position is the sum of the lengths of the events before it ([TurnEvent#length]).
final class TurnLog {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final ArrayList<Entry> entries = new ArrayList<>();
  private long end;
  private boolean closed;

  private sealed interface Entry {}

  private record Event(long from, TurnEvent event) implements Entry {}

  /// A text that may grow.
  private record Growing(long from, boolean reasoning, StringBuilder words) implements Entry {}

  private record Text(long from, boolean reasoning, String words) implements Entry {}

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
      if (event.last()) {
        closed = true;
        settle();
      }
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
        && entries.getLast() instanceof Growing last
        && last.reasoning() == reasoning) {
      last.words().append(text);
    } else {
      entries.add(new Growing(end, reasoning, new StringBuilder(text)));
    }
  }

  /// Nothing will follow: no text needs room to grow any more.
  private void settle() {
    var saved = new HashMap<String, String>();
    for (var entry : entries) {
      if (entry instanceof Event(_, TurnEvent.MessageSaved(var message))) {
        saved.put(message.content(), message.content());
        saved.put(message.reasoning(), message.reasoning());
      }
    }
    entries.replaceAll(entry -> entry instanceof Growing text ? settled(text, saved) : entry);
    entries.trimToSize();
  }

  private static Text settled(Growing text, Map<String, String> saved) {
    var words = text.words().toString();
    return new Text(text.from(), text.reasoning(), saved.getOrDefault(words, words));
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
      case Growing(var from, _, var words) -> from + words.length();
      case Text(var from, _, var words) -> from + words.length();
    };
  }

  private static TurnEvent cut(Entry entry, long position) {
    return switch (entry) {
      case Event(_, var event) -> event;
      case Growing(var from, var reasoning, var words) ->
          said(words.substring(cutAt(from, position)), reasoning);
      case Text(var from, var reasoning, var words) ->
          said(words.substring(cutAt(from, position)), reasoning);
    };
  }

  private static int cutAt(long from, long position) {
    return (int) Math.max(0, position - from);
  }

  private static TurnEvent said(String text, boolean reasoning) {
    return reasoning ? new TurnEvent.ReasoningDelta(text) : new TurnEvent.TextDelta(text);
  }
}
