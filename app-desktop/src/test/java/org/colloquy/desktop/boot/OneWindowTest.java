package org.colloquy.desktop.boot;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneWindowTest {
  @TempDir Path temporary;
  private final AtomicInteger raised = new AtomicInteger();
  private Path folder = Path.of("");
  private OneWindow window;

  private Optional<Path> handed = Optional.empty();

  private void raised(Optional<Path> file) {
    handed = file;
    raised.incrementAndGet();
  }

  @BeforeEach
  void open() {
    folder = temporary.resolve("data");
    window = requireNonNull(OneWindow.in(folder, this::raised));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void isRaisedByEverySecondStart() {
    assertThat(OneWindow.raise(folder, Optional.empty())).isTrue();
    assertThat(OneWindow.raise(folder, Optional.empty())).isTrue();
    assertThat(raised).hasValue(2);
  }

  @Test
  void isHandedTheFileOfASecondStart() {
    var file = temporary.resolve("Zellen und 细胞.colloquy");
    assertThat(OneWindow.raise(folder, Optional.of(file))).isTrue();
    assertThat(handed).contains(file);
    assertThat(OneWindow.raise(folder, Optional.empty())).isTrue();
    assertThat(handed).isEmpty();
  }

  @Test
  void isNotFoundFromAnotherFolder() {
    assertThat(OneWindow.raise(temporary.resolve("other"), Optional.empty())).isFalse();
    assertThat(raised).hasValue(0);
  }

  @Test
  void isNotFoundAfterItWasClosed() {
    window.close();
    assertThat(OneWindow.raise(folder, Optional.empty())).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void isNotFoundByTheNoteOfAProgramThatDied() throws IOException {
    var note = Files.readString(folder.resolve("window.note"));
    window.close();
    Files.writeString(folder.resolve("window.note"), note);

    assertThat(OneWindow.raise(folder, Optional.empty())).isFalse();

    try (var fresh = requireNonNull(OneWindow.in(folder, this::raised))) {
      assertThat(fresh).isNotSameAs(window);
      assertThat(OneWindow.raise(folder, Optional.empty())).isTrue();
    }
  }

  @Test
  void isNotRaisedByAWordThatIsNotItsOwn() throws IOException {
    var note = Files.readAllLines(folder.resolve("window.note"));
    try (var stranger =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(note.getFirst()))) {
      stranger.getOutputStream().write("x".repeat(36).getBytes(StandardCharsets.US_ASCII));
      assertThat(stranger.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(raised).hasValue(0);
    assertThat(OneWindow.raise(folder, Optional.empty())).isTrue();
  }

  @Test
  void isStillFoundWhileSomebodySaysNothing() throws IOException {
    var note = Files.readAllLines(folder.resolve("window.note"));
    try (var silent =
        new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(note.getFirst()))) {
      await().until(() -> OneWindow.raise(folder, Optional.empty()));
      assertThat(silent.isConnected()).isTrue();
    }
  }

  @Test
  void tellsItsWordToNobodyElse() throws IOException {
    assertThat(Files.getPosixFilePermissions(folder.resolve("window.note")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
