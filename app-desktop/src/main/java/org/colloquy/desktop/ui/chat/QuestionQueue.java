package org.colloquy.desktop.ui.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// Questions that were written while an answer was being given. They are asked one after the other,
/// each when the answer before it is whole.
public final class QuestionQueue {
  private final ObservableList<String> waiting = FXCollections.observableArrayList();
  private final Map<Optional<ConversationId>, List<String>> elsewhere = new HashMap<>();
  private Optional<ConversationId> place = Optional.empty();
  private boolean hurry;

  /// Those of the open conversation, in the order in which they are asked.
  public ObservableList<String> waiting() {
    return waiting;
  }

  void add(String question) {
    waiting.add(question);
  }

  /// Takes one off the queue.
  public String remove(int index) {
    return waiting.remove(index);
  }

  /// This one is next, whatever becomes of the answer that is being given.
  void hurry(int index) {
    waiting.addFirst(waiting.remove(index));
    hurry = true;
  }

  /// Takes the one that is to be asked now; null when none is.
  ///
  /// @param answered whether the answer before it is whole
  @Nullable String next(boolean answered) {
    if (waiting.isEmpty() || !(answered || hurry)) {
      return null;
    }
    hurry = false;
    return waiting.removeFirst();
  }

  /// Goes to another conversation's questions.
  void turnTo(Optional<ConversationId> conversation) {
    elsewhere.put(place, List.copyOf(waiting));
    place = conversation;
    hurry = false;
    waiting.setAll(elsewhere.getOrDefault(place, List.of()));
  }

  /// The new conversation has got its name.
  void moveTo(ConversationId conversation) {
    place = Optional.of(conversation);
  }
}
