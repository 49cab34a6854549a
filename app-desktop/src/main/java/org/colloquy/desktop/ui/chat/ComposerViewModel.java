package org.colloquy.desktop.ui.chat;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
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
  private final StringProperty draft = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper aside = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable MessageId> instead = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding empty;
  private final Map<String, Draft> drafts = new HashMap<>();
  private String place = "";

  private record Draft(String text, String aside, @Nullable MessageId instead) {
    static final Draft NONE = new Draft("", "", null);
  }

  public ComposerViewModel(LiveSettings settings, UploadsViewModel uploads) {
    this.settings = settings;
    this.uploads = uploads;
    this.empty =
        Bindings.createBooleanBinding(
            () -> draft.get().isBlank() && aside.get().isEmpty(), draft, aside);
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
    var text = aside.get().isEmpty() ? draft.get() : (draft.get() + "\n\n" + aside.get()).strip();
    draft.set("");
    aside.set("");
    instead.set(null);
    return text;
  }

  /// Puts a text into the field, such as one that could not be sent. What was typed meanwhile stays
  /// below it.
  public void putBack(String text) {
    if (!putAside(text)) {
      draft.set(draft.get().isBlank() ? text : text + "\n" + draft.get());
    }
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
    place = conversation == null ? "" : conversation.toString();
    var kept = drafts.getOrDefault(place, Draft.NONE);
    draft.set(kept.text());
    aside.set(kept.aside());
    instead.set(kept.instead());
  }

  /// The new conversation has got its name: what is being written belongs to it.
  void moveTo(ConversationId conversation) {
    drafts.remove(place);
    place = conversation.toString();
    uploads.moveTo(conversation);
  }
}
