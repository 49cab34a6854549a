package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseKilledTest {
  private static final int ROUNDS = 4;

  @TempDir Path folder;

  @Test
  void findsEveryAcknowledgedWriteAfterTheProcessWasKilled()
      throws IOException, InterruptedException {
    writesAndIsKilled();
  }

  @Test
  void findsEveryAcknowledgedWriteInAnEncryptedFileAsWell()
      throws IOException, InterruptedException {
    Database.inFolder(folder).close();
    new DatabaseEncryption(folder, DatabaseKilledTest::password).encrypt();

    writesAndIsKilled();

    assertThat(new DatabaseEncryption(folder, DatabaseKilledTest::password).isDone()).isTrue();
  }

  private static String password() {
    return "00ff".repeat(16);
  }

  private void writesAndIsKilled() throws IOException, InterruptedException {
    var acknowledged = new HashSet<String>();
    for (int round = 0; round < ROUNDS; round++) {
      int most = ThreadLocalRandom.current().nextInt(1, 2_000);
      acknowledged.addAll(
          KilledProcess.acknowledged(
              most, Child.class, folder.toString(), Integer.toString(round)));
      try (var database = Database.inFolder(folder, DatabaseKilledTest::password)) {
        assertThat(new Notes(database).all()).containsAll(acknowledged);
      }
    }
  }

  /// Writes from many threads.
  static final class Child {
    private Child() {}

    public static void main(String[] arguments) throws InterruptedException {
      var notes =
          new Notes(Database.inFolder(Path.of(arguments[0]), DatabaseKilledTest::password))
              .prepared();
      for (int i = 0; i < 20; i++) {
        var prefix = arguments[1] + "-" + i + "-";
        Thread.startVirtualThread(() -> writeForever(notes, prefix));
      }
      Thread.currentThread().join();
    }

    private static void writeForever(Notes notes, String prefix) {
      for (int i = 0; ; i++) {
        notes.add(prefix + i);
        KilledProcess.acknowledge(prefix + i);
      }
    }
  }
}
