package org.colloquy.desktop.ui.chat;

import java.time.Duration;
import java.util.function.Consumer;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.FileClient;
import org.colloquy.desktop.client.FileEntry.Reading;
import org.colloquy.desktop.ui.parts.FailureWords;

/// How far the server has read the files that were chosen for a question. It is asked only while
/// some are being read.
final class Readings {
  private static final Duration SOON = Duration.ofMillis(400);

  private final FileClient client;
  private final Background background;
  private final Consumer<UploadTray> changed;

  /// @param changed is told whenever more may be known of the files of a conversation
  Readings(FileClient client, Background background, Consumer<UploadTray> changed) {
    this.client = client;
    this.background = background;
    this.changed = changed;
  }

  /// Looks again and again, until all are read.
  void watch(UploadTray at) {
    var conversation = at.conversation();
    if (conversation == null || at.watched() || at.reading().isEmpty()) {
      return;
    }
    at.watched(true);
    background.after(
        SOON,
        () -> {
          var asked = at.reading();
          background.run(
              () -> client.files(conversation),
              now -> {
                at.read(asked, now);
                goOn(at);
              },
              _ -> {
                at.waitNoLonger();
                goOn(at);
              });
        });
  }

  private void goOn(UploadTray at) {
    at.watched(false);
    watch(at);
    changed.accept(at);
  }

  /// Has a file read once more.
  void again(UploadTray at, UploadViewModel file) {
    var kept = file.kept();
    if (kept != null) {
      background.run(
          () -> client.readAgain(kept.id()),
          reading -> {
            file.become(new UploadState.Kept(kept.with(reading)));
            watch(at);
            changed.accept(at);
          },
          why -> {
            var sentence = FailureWords.of(why).sentence();
            var reading = new Reading(Reading.State.FAILED, 0, sentence);
            file.become(new UploadState.Kept(kept.with(reading)));
          });
    }
  }
}
