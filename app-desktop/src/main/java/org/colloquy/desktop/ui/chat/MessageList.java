package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.colloquy.desktop.client.Branch;
import org.colloquy.desktop.client.BranchMessage;
import org.colloquy.model.MessageId;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.jspecify.annotations.Nullable;

/// The messages of the open conversation, in the order in which they are read.
final class MessageList {
  private final ObservableList<MessageViewModel> messages = FXCollections.observableArrayList();

  ObservableList<MessageViewModel> observable() {
    return messages;
  }

  void show(Branch branch) {
    messages.setAll(prepared(branch));
  }

  /// The messages of a branch, ready to be shown. Callable from any thread.
  static List<MessageViewModel> prepared(Branch branch) {
    var shown = branch.messages().stream().map(MessageViewModel::new).toList();
    shown.forEach(message -> message.recall(branch.recalledFor(message.id())));
    shown.forEach(message -> source(message, branch));
    shown.forEach(message -> message.carry(branch.filesOf(message.id())));
    shown.forEach(message -> message.answers(callBefore(message, shown)));
    return shown;
  }

  /// Puts in front of the messages that are here what was said before them; false when they stand
  /// on another branch.
  ///
  /// @param last of those that are not here
  /// @param whole what was said, ready to be shown
  boolean precede(@Nullable MessageId last, List<MessageViewModel> whole) {
    var end = 0;
    while (end < whole.size() && !Objects.equals(whole.get(end).id(), last)) {
      end++;
    }
    if (end == whole.size()) {
      return false;
    }
    messages.addAll(0, whole.subList(0, end + 1));
    for (var message : messages.subList(end + 1, messages.size())) {
      message.answers(callBefore(message, messages));
    }
    return true;
  }

  /// Whether something is being said right now, or was not sent yet.
  boolean changing() {
    var last = last();
    return last != null && (last.saved() == null || last.growing());
  }

  private static void source(MessageViewModel message, Branch branch) {
    var id = message.id();
    var sources = id == null ? null : branch.sources().get(id);
    if (sources != null) {
      message.give(sources.passages());
      message.cite(sources.citations());
    }
  }

  /// The message of this id; null when it is not here.
  @Nullable MessageViewModel named(MessageId id) {
    var place = find(id);
    return place < 0 ? null : messages.get(place);
  }

  /// The call that a tool's result belongs to.
  private static @Nullable ToolCall callBefore(
      MessageViewModel result, List<MessageViewModel> before) {
    var id = result.saved() == null ? null : result.saved().message().answersCall();
    for (var i = before.size() - 1; i >= 0 && id != null; i--) {
      for (var call : before.get(i).wanted()) {
        if (call.id().equals(id)) {
          return call;
        }
      }
    }
    return null;
  }

  /// @param instead the question that it puts in other words; null for a new one
  MessageViewModel addUnsaved(String text, @Nullable MessageId instead) {
    var message = new MessageViewModel(text, instead);
    messages.add(message);
    return message;
  }

  @Nullable MessageViewModel last() {
    return messages.isEmpty() ? null : messages.getLast();
  }

  /// The answer that is given now, or was given last; tools may stand behind it.
  @Nullable MessageViewModel lastAnswer() {
    for (var message : messages.reversed()) {
      if (message.role() == Role.ASSISTANT) {
        return message;
      }
    }
    return null;
  }

  /// What the person said last. Tools and answers may stand behind it.
  @Nullable MessageViewModel lastQuestion() {
    for (var message : messages.reversed()) {
      if (message.role() == Role.USER && message.saved() != null) {
        return message;
      }
    }
    return null;
  }

  /// What this is an answer to; null when it is none. Tools may stand in between.
  @Nullable MessageViewModel questionOf(MessageViewModel answer) {
    for (var i = messages.indexOf(answer); i >= 0; i--) {
      var message = messages.get(i);
      if (message.role() == Role.USER && message.saved() != null) {
        return message;
      }
    }
    return null;
  }

  /// Takes this message and all behind it off the list.
  void cutFrom(MessageId first) {
    var place = find(first);
    if (place >= 0) {
      messages.remove(place, messages.size());
    }
  }

  /// Puts a saved message where it belongs: over itself, over its unsaved form, or behind its
  /// parent, where it starts a branch of its own.
  void place(BranchMessage saved) {
    var known = find(saved.message().id());
    var last = last();
    if (known >= 0) {
      messages.get(known).save(saved);
    } else if (last != null && last.saved() == null && last.role() == saved.message().role()) {
      last.save(saved);
    } else {
      cutBehind(saved.message().parent());
      var added = new MessageViewModel(saved);
      added.answers(callBefore(added, messages));
      messages.add(added);
    }
  }

  /// An answer that is still growing when its turn was stopped was never said, and not kept.
  void dropGrowing() {
    var last = last();
    if (last != null && last.growing()) {
      messages.removeLast();
    }
  }

  private void cutBehind(@Nullable MessageId parent) {
    var end = parent == null ? 0 : find(parent) + 1;
    if (end > 0 || parent == null) {
      messages.remove(end, messages.size());
    }
  }

  private int find(MessageId id) {
    for (var i = messages.size() - 1; i >= 0; i--) {
      if (Objects.equals(messages.get(i).id(), id)) {
        return i;
      }
    }
    return -1;
  }
}
