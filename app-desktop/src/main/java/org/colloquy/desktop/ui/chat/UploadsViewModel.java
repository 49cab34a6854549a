package org.colloquy.desktop.ui.chat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.Upload;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The files that were chosen for the next question: sends them at once, a few at a time, and holds
/// the question back until they are there and read, so that the answer knows them. They stay with
/// their conversation when another is opened.
public final class UploadsViewModel {
  private final FileClient client;
  private final Supplier<ConversationId> begin;
  private final Background background;
  private final Readings readings;
  private final Map<ConversationId, UploadTray> trays = new HashMap<>();
  private final ReadOnlyObjectWrapper<UploadTray> shown;
  private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper onlyRead = new ReadOnlyBooleanWrapper();
  private UploadTray tray = new UploadTray(null);
  private BiConsumer<ConversationId, Boolean> begun = (_, _) -> {};
  private Runnable arrived = () -> {};
  private Runnable question = () -> {};

  /// @param begin begins a conversation on the server; blocks
  public UploadsViewModel(
      FileClient client, Supplier<ConversationId> begin, Background background) {
    this.client = client;
    this.begin = begin;
    this.background = background;
    this.readings = new Readings(client, background, this::settle);
    this.shown = new ReadOnlyObjectWrapper<>(tray);
  }

  /// Those of the open conversation.
  ReadOnlyObjectProperty<UploadTray> shown() {
    return shown.getReadOnlyProperty();
  }

  /// Whether a question waits for them.
  public ReadOnlyBooleanProperty held() {
    return held.getReadOnlyProperty();
  }

  /// Whether all of them are there, and some still being read: who is in a hurry can ask already.
  public ReadOnlyBooleanProperty onlyRead() {
    return onlyRead.getReadOnlyProperty();
  }

  /// Tells that a conversation was begun for files, and whether it is still the open one.
  void whenBegun(BiConsumer<ConversationId, Boolean> listener) {
    begun = listener;
  }

  /// Tells when the server has one more file, or one less.
  public void whenArrived(Runnable listener) {
    arrived = listener;
  }

  /// Sends these with the next question.
  public void add(List<Upload.Content> chosen) {
    chosen.forEach(content -> tray.files().add(new UploadViewModel(content, "")));
    work(tray);
  }

  /// Sends a pasted text as a file.
  void addText(Upload.Content content, String text) {
    tray.files().add(new UploadViewModel(content, text));
    work(tray);
  }

  private void work(UploadTray at) {
    var conversation = at.conversation();
    if (conversation != null) {
      at.next().forEach(file -> send(at, conversation, file));
    } else if (at.mustBegin() && !at.waiting().isEmpty()) {
      at.beginning(true);
      background.run(begin, id -> beginsAt(at, id), why -> beginsNot(at, why));
    }
  }

  private void beginsAt(UploadTray at, ConversationId id) {
    at.belongTo(id);
    trays.put(id, at);
    begun.accept(id, at == tray);
    work(at);
  }

  private void beginsNot(UploadTray at, Failure why) {
    at.beginning(false);
    at.waiting().forEach(file -> file.become(new UploadState.Failed(why)));
    settle(at);
  }

  private void send(UploadTray at, ConversationId conversation, UploadViewModel file) {
    var drawn = new AtomicBoolean(true);
    var attempt =
        file.attempt(() -> {
          if (drawn.compareAndSet(true, false)) {
            background.nextFrame(() -> {
              drawn.set(true);
              file.measure();
            });
          }
        });
    background.run(
        () -> client.send(conversation, attempt),
        kept -> ended(at, file, new UploadState.Kept(kept)),
        why -> ended(at, file, new UploadState.Failed(why)));
  }

  private void ended(UploadTray at, UploadViewModel file, UploadState how) {
    file.become(how);
    if (file.dropped()) {
      forget(at, file);
    } else if (how instanceof UploadState.Kept) {
      arrived.run();
    }
    work(at);
    readings.watch(at);
    settle(at);
  }

  /// Sends the question that waited, unless something it was to go with is missing.
  private void settle(UploadTray at) {
    if (at == tray) {
      onlyRead.set(!at.comes() && !at.reading().isEmpty());
      if (held.get() && !waits()) {
        held.set(false);
        if (!at.failed()) {
          question.run();
        }
      }
    }
  }

  private boolean waits() {
    return tray.comes() || !tray.reading().isEmpty();
  }

  /// Asks what waits now, although files are still being read.
  public void hurry() {
    tray.waitNoLonger();
    settle(tray);
  }

  /// Tries again what failed: to send a file, or to have it read.
  public void retry(UploadViewModel file) {
    if (file.kept() == null) {
      file.become(new UploadState.Waiting());
      work(tray);
      settle(tray);
    } else {
      readings.again(tray, file);
    }
  }

  /// Takes a file away again, wherever it is by now.
  public void remove(UploadViewModel file) {
    file.drop();
    tray.files().remove(file);
    forget(tray, file);
    work(tray);
    settle(tray);
  }

  private void forget(UploadTray at, UploadViewModel file) {
    var conversation = at.conversation();
    if (conversation != null && file.state().get() instanceof UploadState.Kept(var kept)) {
      background.run(
          () -> {
            client.remove(conversation, kept.id());
            return kept;
          },
          _ -> arrived.run(),
          _ -> arrived.run());
    }
  }

  /// Holds a question back while files are on their way.
  ///
  /// @param ask asks it when they are there
  /// @return whether that is so
  boolean hold(Runnable ask) {
    if (!waits()) {
      return false;
    }
    question = ask;
    onlyRead.set(!tray.comes());
    held.set(true);
    return true;
  }

  /// Does not ask by itself any more.
  public void release() {
    held.set(false);
  }

  /// The files that are there: they go with the question that is asked now.
  List<UploadViewModel> take() {
    var taken =
        tray.files().stream()
            .filter(file -> file.state().get() instanceof UploadState.Kept)
            .toList();
    tray.files().removeAll(taken);
    return taken;
  }

  /// Takes back files whose question could not be asked.
  void putBack(List<UploadViewModel> taken) {
    tray.files().addAll(0, taken);
    readings.watch(tray);
    settle(tray);
  }

  /// Goes to another conversation's files; null is the one that does not exist yet.
  void turnTo(@Nullable ConversationId conversation) {
    held.set(false);
    tray =
        conversation == null
            ? new UploadTray(null)
            : trays.computeIfAbsent(conversation, UploadTray::new);
    shown.set(tray);
    settle(tray);
  }

  /// The new conversation has got its name.
  void moveTo(ConversationId conversation) {
    tray.belongTo(conversation);
    trays.put(conversation, tray);
    work(tray);
  }
}
