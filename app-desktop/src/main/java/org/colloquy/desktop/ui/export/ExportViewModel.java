package org.colloquy.desktop.ui.export;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.ConversationEntry;
import org.colloquy.desktop.client.Download;
import org.colloquy.desktop.client.ExportClient;
import org.colloquy.desktop.client.ExportClient.Wish;
import org.colloquy.desktop.client.ExportFormat;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.ui.parts.FileNames;
import org.jspecify.annotations.Nullable;

/// Writes one conversation or all of them into a file.
public final class ExportViewModel {

  private final ExportClient client;
  private final Background background;
  private final ReadOnlyObjectWrapper<@Nullable ConversationEntry> conversation =
      new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<ExportFormat> format =
      new SimpleObjectProperty<>(ExportFormat.MARKDOWN);
  private final BooleanProperty allBranches = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<ExportState> state =
      new ReadOnlyObjectWrapper<>(new ExportState.Quiet());
  private final BooleanBinding working =
      Bindings.createBooleanBinding(() -> state.get() instanceof ExportState.Working, state);
  private @Nullable Download download;

  public ExportViewModel(ExportClient client, Background background) {
    this.client = client;
    this.background = background;
  }

  /// What is written; null for all conversations.
  public ReadOnlyObjectProperty<@Nullable ConversationEntry> conversation() {
    return conversation.getReadOnlyProperty();
  }

  public ObjectProperty<ExportFormat> format() {
    return format;
  }

  /// Whether other branches than the shown one are wanted as well; counts for JSON only.
  public BooleanProperty allBranches() {
    return allBranches;
  }

  public ReadOnlyObjectProperty<ExportState> state() {
    return state.getReadOnlyProperty();
  }

  public BooleanBinding working() {
    return working;
  }

  /// Is asked for this conversation.
  public void wantOne(ConversationEntry wanted) {
    want(wanted);
  }

  /// Is asked for all conversations.
  public void wantAll() {
    want(null);
  }

  private void want(@Nullable ConversationEntry wanted) {
    if (!working.get()) {
      conversation.set(wanted);
      state.set(new ExportState.Quiet());
    }
  }

  /// What the file is called when nobody says otherwise.
  public String fileName() {
    var one = conversation.get();
    if (one == null) {
      return "colloquy-conversations-"
          + format.get().name().toLowerCase(java.util.Locale.ROOT)
          + ".zip";
    }
    return FileNames.of(one.title()) + "." + format.get().ending();
  }

  /// Writes it there.
  public void save(Path file) {
    if (working.get()) {
      return;
    }
    var one = conversation.get();
    boolean all = allBranches.get() && format.get() == ExportFormat.JSON;
    var wish = new Wish(one == null ? null : one.id(), format.get(), all);
    var shown = new AtomicBoolean();
    var attempt =
        new Download(() -> {
          if (shown.compareAndSet(false, true)) {
            background.nextFrame(() -> measure(shown));
          }
        });
    download = attempt;
    state.set(new ExportState.Working(0));
    background.run(
        () -> client.save(wish, file, attempt),
        bytes -> state.set(new ExportState.Written(file, bytes)),
        why -> ended(attempt, why));
  }

  private void measure(AtomicBoolean shown) {
    shown.set(false);
    if (download != null && working.get()) {
      state.set(new ExportState.Working(download.received()));
    }
  }

  private void ended(Download attempt, Failure why) {
    state.set(attempt.cancelled() ? new ExportState.Quiet() : new ExportState.Failed(why));
  }

  /// Ends what goes on; no file is left.
  public void cancel() {
    if (download != null && working.get()) {
      download.cancel();
    }
  }
}
