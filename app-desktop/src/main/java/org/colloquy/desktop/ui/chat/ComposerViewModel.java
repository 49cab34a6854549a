package org.colloquy.desktop.ui.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.colloquy.desktop.client.DraftEntry;
import org.colloquy.desktop.client.SharedEntry;
import org.colloquy.desktop.settings.LiveSettings;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.jspecify.annotations.Nullable;

/// What is being written, kept apart for each conversation. A long paste is put aside instead of
/// into the field, which would become slow.
public final class ComposerViewModel {
  /// More than this is put aside, in UTF-16 units.
  static final int LONG = 20_000;

  private final LiveSettings settings;
  private final UploadsViewModel uploads;
  private final Drafts kept;
  private final ObjectProperty<@Nullable SharedEntry> shared = new SimpleObjectProperty<>();
  private final StringProperty draft = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper aside = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable MessageId> instead = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding empty;
  private final Map<Optional<ConversationId>, Draft> drafts = new HashMap<>();
  private Optional<ConversationId> place = Optional.empty();
  private final QuestionQueue queue = new QuestionQueue();
  private boolean turning;
  private Runnable writing = () -> {};

  private record Draft(String text, String aside, @Nullable MessageId instead) {
    static final Draft NONE = new Draft("", "", null);

    static Draft of(DraftEntry kept) {
      boolean isLong = kept.text().length() > LONG;
      return new Draft(isLong ? "" : kept.text(), isLong ? kept.text() : "", kept.instead());
    }
  }

  /// Whose conversation is open, if it is somebody else's; null when it is one's own.
  public ObjectProperty<@Nullable SharedEntry> shared() {
    return shared;
  }

  /// Whether one may ask in the open conversation.
  boolean mayAsk() {
    var whose = shared.get();
    return whose == null || whose.writable();
  }

  public ComposerViewModel(LiveSettings settings, UploadsViewModel uploads, Drafts kept) {
    this.settings = settings;
    this.uploads = uploads;
    this.kept = kept;
    this.empty =
        Bindings.createBooleanBinding(
            () -> draft.get().isBlank() && aside.get().isEmpty(), draft, aside);
    draft.subscribe((_, _) -> changed());
    aside.subscribe((_, _) -> changed());
    instead.subscribe((_, _) -> changed());
    queue.waiting().subscribe(this::changed);
  }

  private void changed() {
    if (!turning) {
      var written = Stream.concat(queue.waiting().stream(), Stream.of(written()));
      var text = written.collect(Collectors.joining("\n\n")).stripLeading();
      kept.note(new DraftEntry(place.orElse(null), text, instead.get()));
    }
  }

  /// The questions that wait for their turn. After a restart they stand in the field again.
  public QuestionQueue queue() {
    return queue;
  }

  /// Lets what is written wait until the answer that is being given is whole.
  void queueUp() {
    if (!empty.get() && instead.get() == null) {
      queue.add(take());
    }
  }

  /// Puts a question that waits into the field again.
  public void takeBack(int waiting) {
    putBack(queue.remove(waiting));
  }

  /// Fetches what was being written when the program ended. What is written already stays.
  public void load() {
    kept.load(found -> found.forEach(this::show));
  }

  private void show(DraftEntry found) {
    var where = Optional.ofNullable(found.conversation());
    if (!where.equals(place)) {
      drafts.putIfAbsent(where, Draft.of(found));
    } else if (empty.get()) {
      turn(Draft.of(found));
    }
  }

  public StringProperty draft() {
    return draft;
  }

  /// The long text put aside; empty when there is none.
  public ReadOnlyStringProperty aside() {
    return aside.getReadOnlyProperty();
  }

  /// The question that is put in other words; null when a new one is written.
  public ReadOnlyObjectProperty<@Nullable MessageId> instead() {
    return instead.getReadOnlyProperty();
  }

  public BooleanBinding empty() {
    return empty;
  }

  /// The files that go with what is written.
  public UploadsViewModel uploads() {
    return uploads;
  }

  public boolean enterSends() {
    return settings.get().enterSends();
  }

  /// Takes a paste that is too long for the field; false when it belongs into the field.
  public boolean putAside(String pasted) {
    if (pasted.length() <= LONG) {
      return false;
    }
    aside.set(aside.get().isEmpty() ? pasted : aside.get() + "\n\n" + pasted);
    return true;
  }

  public void dropAside() {
    aside.set("");
  }

  /// Puts a question of before into the field, to be asked in other words.
  void rewrite(MessageId said, String text) {
    instead.set(said);
    draft.set("");
    aside.set("");
    putBack(text);
  }

  /// What is written is a new question after all.
  public void rewriteNothing() {
    instead.set(null);
    draft.set("");
    aside.set("");
  }

  /// Everything that was written, and leaves the field empty.
  String take() {
    var text = written();
    draft.set("");
    aside.set("");
    instead.set(null);
    return text;
  }

  /// All that is written now.
  String written() {
    return aside.get().isEmpty() ? draft.get() : (draft.get() + "\n\n" + aside.get()).strip();
  }

  /// Puts a text into the field, such as one that could not be sent. What was typed meanwhile stays
  /// below it.
  public void putBack(String text) {
    if (!putAside(text)) {
      draft.set(draft.get().isBlank() ? text : text + "\n" + draft.get());
    }
  }

  /// Puts what was said below what is written, as a quotation.
  public void quote(String said) {
    var quoted =
        said.strip()
            .lines()
            .map(line -> line.isEmpty() ? ">" : "> " + line)
            .collect(Collectors.joining("\n", "", "\n\n"));
    if (!putAside(quoted)) {
      draft.set(draft.get().isBlank() ? quoted : draft.get().stripTrailing() + "\n\n" + quoted);
    }
    writing.run();
  }

  /// Tells when one wants to go on writing.
  void whenWritingWanted(Runnable listener) {
    writing = listener;
  }

  /// Lets a pasted text that became a file be part of what is written after all.
  public void writeInline(UploadViewModel file) {
    uploads.remove(file);
    putBack(file.text());
  }

  /// Goes to another conversation's draft; null is the one that does not exist yet.
  void turnTo(@Nullable ConversationId conversation) {
    uploads.turnTo(conversation);
    drafts.put(place, new Draft(draft.get(), aside.get(), instead.get()));
    place = Optional.ofNullable(conversation);
    queueTo(place);
    turn(drafts.getOrDefault(place, Draft.NONE));
  }

  private void queueTo(Optional<ConversationId> conversation) {
    turning = true;
    queue.turnTo(conversation);
    turning = false;
  }

  private void turn(Draft to) {
    turning = true;
    draft.set(to.text());
    aside.set(to.aside());
    instead.set(to.instead());
    turning = false;
  }

  /// The new conversation has got its name: what is being written belongs to it.
  void moveTo(ConversationId conversation) {
    drafts.remove(place);
    kept.note(new DraftEntry(place.orElse(null), "", null));
    place = Optional.of(conversation);
    queue.moveTo(conversation);
    changed();
    uploads.moveTo(conversation);
  }
}
