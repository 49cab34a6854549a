package org.colloquy.model;

import java.util.List;

/// One thing that happened in a turn.
///
/// An event that names a message is sent after the message was saved. A turn has exactly one last
/// event: [Finished], [Cancelled] or [Failed].
public sealed interface TurnEvent {
  /// The model said more.
  record TextDelta(String text) implements TurnEvent {
    @Override
    public long length() {
      return text.length();
    }
  }

  /// The model thought more, for models that show it.
  record ReasoningDelta(String text) implements TurnEvent {
    @Override
    public long length() {
      return text.length();
    }
  }

  /// The model called a tool.
  record ToolCalled(String callId, String tool, String arguments) implements TurnEvent {}

  /// A person must say whether this call may be done; the turn waits.
  record ApprovalWanted(String callId, String tool, String arguments) implements TurnEvent {}

  /// The person said it, or did not in time.
  record ApprovalGiven(String callId, boolean allow) implements TurnEvent {}

  /// The tool answered.
  record ToolReturned(String callId, String result) implements TurnEvent {}

  /// Something the person should know about how the answer comes about, as one sentence; it is no
  /// part of the answer.
  record Noted(String sentence) implements TurnEvent {}

  /// Before the model was asked, these memories were put before the question. They are noted with
  /// the answer that comes.
  record Recalled(MessageId answer, List<Memory> memories) implements TurnEvent {
    public Recalled {
      memories = List.copyOf(memories);
    }
  }

  /// Before the model was asked, these passages of documents were put before the question. They are
  /// noted with the answer that comes.
  record Sourced(MessageId answer, List<SourcePassage> passages) implements TurnEvent {
    public Sourced {
      passages = List.copyOf(passages);
    }
  }

  /// What the answer cites was looked up in the documents, and what came of it is noted with it.
  record Cited(MessageId answer, List<Citation> citations) implements TurnEvent {
    public Cited {
      citations = List.copyOf(citations);
    }
  }

  /// A message is in the store: the person's, or a growing or finished answer.
  record MessageSaved(Message message) implements TurnEvent {}

  /// The turn ended well.
  ///
  /// @param usage of everything that was asked in it
  /// @param fingerprint the provider's word for the system that answered; empty if none
  record Finished(Usage usage, StopReason reason, String fingerprint) implements TurnEvent {
    /// An answer that came to its own end.
    public Finished(Usage usage) {
      this(usage, StopReason.STOP, "");
    }
  }

  /// The person stopped it.
  record Cancelled() implements TurnEvent {}

  /// It could not be done, or not to the end.
  record Failed(Problem problem) implements TurnEvent {}

  /// How far this event moves a reader's position in the turn: a text by its UTF-16 length,
  /// everything else by 1. A reader that comes back names the position it had reached.
  default long length() {
    return 1;
  }

  /// Whether nothing comes after it.
  default boolean last() {
    return switch (this) {
      case Finished _, Cancelled _, Failed _ -> true;
      case TextDelta _,
          ReasoningDelta _,
          ToolCalled _,
          ApprovalWanted _,
          ApprovalGiven _,
          ToolReturned _,
          Noted _,
          Recalled _,
          Sourced _,
          Cited _,
          MessageSaved _ ->
          false;
    };
  }
}
