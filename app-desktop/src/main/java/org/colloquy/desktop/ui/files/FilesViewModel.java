package org.colloquy.desktop.ui.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.FileEntry;
import org.colloquy.desktop.ui.parts.Shown;
import org.colloquy.model.ConversationId;
import org.jspecify.annotations.Nullable;

/// The files of the open conversation: saves, opens and removes them.
public final class FilesViewModel {
  private static final Duration SOON = Duration.ofSeconds(2);

  /// Kinds that other programs only show. Anything else could be run by being opened.
  private static final Set<String> HARMLESS =
      Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain");

  private final FileClient client;
  private final Background background;
  private final Consumer<URI> opener;
  private final Shown<FileEntry> files;
  private final ReadOnlyBooleanWrapper lookedInto = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyIntegerWrapper ready = new ReadOnlyIntegerWrapper();
  private Background.Waiting waiting = () -> {};

  /// @param opener opens a place with the program that the person has for it
  public FilesViewModel(FileClient client, Background background, Consumer<URI> opener) {
    this.client = client;
    this.background = background;
    this.opener = opener;
    this.files = new Shown<>(background, client::files);
    files.items().subscribe(this::lookAgain);
    files.items().subscribe(this::count);
  }

  public Shown<FileEntry> files() {
    return files;
  }

  /// Whether answers look into them.
  public ReadOnlyBooleanProperty lookedInto() {
    return lookedInto.getReadOnlyProperty();
  }

  /// How many of them answers can look into.
  public ReadOnlyIntegerProperty ready() {
    return ready.getReadOnlyProperty();
  }

  /// Shows the files of this conversation.
  public void show(@Nullable ConversationId conversation) {
    files.show(conversation);
    if (conversation != null) {
      background.run(
          () -> client.lookedInto(conversation),
          looked -> {
            if (conversation.equals(files.conversation())) {
              lookedInto.set(looked);
            }
          },
          _ -> {});
    }
  }

  private void count() {
    ready.set((int) files.items().stream().filter(file -> file.reading().ready()).count());
  }

  /// While files are being read, that is watched.
  private void lookAgain() {
    waiting.callOff();
    if (files.items().stream().anyMatch(file -> file.reading().goesOn())) {
      waiting =
          background.after(
              SOON,
              () -> {
                files.refresh();
                lookAgain();
              });
    }
  }

  /// Whether it can be opened here, and not only be saved.
  public boolean opens(FileEntry file) {
    return HARMLESS.contains(file.mediaType());
  }

  /// Opens a copy, which is gone when the program ends.
  public void open(FileEntry file) {
    background.run(
        () -> {
          var copy = emptyFolder().resolve(Path.of(file.name()).getFileName());
          copy.toFile().deleteOnExit();
          client.save(file.id(), copy);
          return copy.toUri();
        },
        opener,
        files::fail);
  }

  private static Path emptyFolder() {
    try {
      var folder = Files.createTempDirectory("colloquy");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes it to a place of this computer.
  public void save(FileEntry file, Path to) {
    background.run(
        () -> {
          client.save(file.id(), to);
          return to;
        },
        _ -> {},
        files::fail);
  }

  /// Has its text read once more.
  public void readAgain(FileEntry file) {
    background.run(() -> client.readAgain(file.id()), _ -> files.refresh(), files::fail);
  }

  /// Removes it for good.
  public void remove(FileEntry file) {
    var conversation = files.conversation();
    if (conversation != null) {
      background.run(
          () -> {
            client.remove(conversation, file.id());
            return file;
          },
          _ -> files.refresh(),
          files::fail);
    }
  }
}
