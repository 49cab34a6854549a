package org.colloquy.desktop.client;

import java.time.Instant;
import java.util.UUID;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// A file of a conversation.
///
/// @param message the message it came with; null when it belongs to the first question after it
/// @param mediaType what it is, such as `text/csv`; empty when nobody knows
/// @param size in bytes; negative when only its name is kept
/// @param reading how far its text is read
public record FileEntry(
    UUID id,
    @Nullable MessageId message,
    String name,
    String mediaType,
    long size,
    Instant createdAt,
    Reading reading) {
  /// The same file, read so far.
  public FileEntry with(Reading now) {
    return new FileEntry(id, message, name, mediaType, size, createdAt, now);
  }

  /// How far the text of a file is read.
  ///
  /// @param pages how many it has; 0 while that is not known
  /// @param failure why it could not be read, as a sentence; empty unless it FAILED
  public record Reading(State state, int pages, String failure) {
    /// The server does not say.
    public static final Reading UNKNOWN = new Reading(State.UNKNOWN, 0, "");

    /// What becomes of a file's text.
    public enum State {
      /// The server does not say.
      UNKNOWN,
      WAITING,
      READING,
      READY,
      FAILED,
      /// There is no text in it.
      NOTHING
    }

    /// Whether it will change by itself.
    public boolean goesOn() {
      return state == State.WAITING || state == State.READING;
    }

    /// Whether answers can be found in it.
    public boolean ready() {
      return state == State.READY;
    }

    /// Whether it was tried, and did not work.
    public boolean failed() {
      return state == State.FAILED;
    }
  }
}
