package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.colloquy.model.ProblemException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2DatabaseTest {
  @TempDir Path folder;

  @Test
  void findsWhatWasWrittenAfterARestart() {
    try (var database = Database.inFolder(folder)) {
      new Notes(database).prepared().add("kept");
    }
    try (var database = Database.inFolder(folder)) {
      assertThat(new Notes(database).all()).containsExactly("kept");
    }
  }

  @Test
  void undoesOnlyTheWorkThatFailedAmongManyWrittenTogether() throws InterruptedException {
    try (var database = Database.inMemory()) {
      var notes = new Notes(database).prepared();
      var failures = new ConcurrentLinkedQueue<Exception>();
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < 300; i++) {
        var name = "n" + i;
        boolean fails = i % 3 == 0;
        threads.add(
            Thread.startVirtualThread(() -> {
              try {
                database.write(handle -> {
                  Notes.insert(name).run(handle);
                  return Notes.insert(fails ? name : name + "b").run(handle);
                });
              } catch (UnableToExecuteStatementException failure) {
                failures.add(failure);
              }
            }));
      }
      for (var thread : threads) {
        thread.join();
      }
      assertThat(failures).hasSize(100);
      assertThat(notes.all()).hasSize(400).doesNotContain("n0", "n3").contains("n1", "n1b");
    }
  }

  @Test
  void bringsWhatTheWorkThrewToItsCaller() {
    try (var database = Database.inMemory()) {
      var thrown = new IllegalArgumentException("mine");
      Work<String> failing =
          _ -> {
            throw thrown;
          };
      assertThatThrownBy(() -> database.write(failing)).isSameAs(thrown);
      assertThatThrownBy(() -> database.read(failing)).isSameAs(thrown);
    }
  }

  @Test
  void dropsWhatAReadChanges() {
    try (var database = Database.inMemory()) {
      var notes = new Notes(database).prepared();
      database.read(Notes.insert("forbidden"));
      assertThat(notes.all()).isEmpty();
    }
  }

  @Test
  void refusesToWaitForItselfInsideWork() {
    try (var database = Database.inMemory()) {
      var notes = new Notes(database);
      assertThatThrownBy(() -> database.read(_ -> notes.all()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void workMayNotMakeFunctionsOrFiles() {
    try (var database = Database.inMemory()) {
      assertThatThrownBy(() ->
              database.read(
                  handle -> handle.execute("create alias x for \"java.lang.System.exit\"")))
          .hasMessageContaining("Admin rights");
    }
  }

  @Test
  void finishesWritesThatWaitWhenItIsClosed() throws InterruptedException {
    var written = new ConcurrentLinkedQueue<String>();
    var entered = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    var database = Database.inFolder(folder);
    var notes = new Notes(database).prepared();
    var slow =
        Thread.startVirtualThread(() ->
            database.write(_ -> {
              entered.countDown();
              awaitQuietly(go);
              return 0;
            }));
    entered.await();
    var waiting = Thread.startVirtualThread(() -> note(notes, "waited", written));
    var closing = Thread.startVirtualThread(database::close);
    go.countDown();
    slow.join();
    waiting.join();
    closing.join();
    try (var again = Database.inFolder(folder)) {
      assertThat(new Notes(again).all()).containsAll(written);
    }
    assertThatThrownBy(() -> notes.add("late")).isInstanceOf(ProblemException.class);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void note(Notes notes, String name, ConcurrentLinkedQueue<String> written) {
    try {
      notes.add(name);
      written.add(name);
    } catch (ProblemException _) {
      // It came after the gate was closed; nothing was promised.
    }
  }

  @Test
  void staysOpenWhileCallersAreInterruptedAtRandom() throws InterruptedException {
    var acknowledged = new ConcurrentLinkedQueue<String>();
    try (var database = Database.inFolder(folder)) {
      var notes = new Notes(database).prepared();
      var threads = new ArrayList<Thread>();
      for (int i = 0; i < 1_000; i++) {
        var name = "n" + i;
        threads.add(
            Thread.startVirtualThread(() -> {
              notes.add(name);
              acknowledged.add(name);
              database.read(handle -> handle.execute("select count(*) from setting"));
            }));
        threads.get(ThreadLocalRandom.current().nextInt(threads.size())).interrupt();
      }
      for (var thread : threads) {
        thread.interrupt();
        thread.join();
      }
      assertThat(acknowledged).hasSize(1_000);
      assertThat(notes.all()).containsExactlyInAnyOrderElementsOf(acknowledged);
    }
    try (var database = Database.inFolder(folder)) {
      assertThat(new Notes(database).all()).containsExactlyInAnyOrderElementsOf(acknowledged);
    }
  }

  @Test
  void keepsTheCallersInterruptForTheCaller() throws InterruptedException {
    try (var database = Database.inMemory()) {
      var notes = new Notes(database).prepared();
      var interrupted = new ConcurrentLinkedQueue<Boolean>();
      Thread.startVirtualThread(
              () -> {
                Thread.currentThread().interrupt();
                notes.add("written");
                interrupted.add(Thread.currentThread().isInterrupted());
              })
          .join();
      assertThat(interrupted).containsExactly(true);
      assertThat(notes.all()).containsExactly("written");
    }
  }

  @Test
  void canBeClosedTwice() {
    var database = Database.inFolder(folder);
    database.close();
    database.close();
    assertThatThrownBy(() -> new Notes(database).all()).isInstanceOf(ProblemException.class);
  }
}
