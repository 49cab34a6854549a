package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
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
      acknowledged.addAll(writeAndBeKilled(round, ThreadLocalRandom.current().nextInt(1, 2_000)));
      try (var database = Database.inFolder(folder, DatabaseKilledTest::password)) {
        assertThat(new Notes(database).all()).containsAll(acknowledged);
      }
    }
  }

  /// Lets another process write until it has acknowledged so many, and kills it.
  private Set<String> writeAndBeKilled(int round, int most)
      throws IOException, InterruptedException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var child =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName(),
                folder.toString(),
                Integer.toString(round))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var acknowledged = new HashSet<String>();
    try (var lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        if (line.endsWith(";")) {
          acknowledged.add(line.substring(0, line.length() - 1));
        }
        if (acknowledged.size() == most) {
          child.toHandle().destroyForcibly();
        }
      }
    }
    child.waitFor();
    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(most);
    return acknowledged;
  }

  /// Writes from many threads, and prints what was acknowledged.
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
        System.out.print(prefix + i + ";\n");
        System.out.flush();
      }
    }
  }
}
