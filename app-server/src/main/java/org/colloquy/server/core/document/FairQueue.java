package org.colloquy.server.core.document;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.document.DocumentStore.FileToRead;
import org.jspecify.annotations.Nullable;

/// Works files off, a few at once, and takes the accounts they belong to in turn: whoever brings a
/// hundred does not keep others waiting.
final class FairQueue implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final String name;
  private final int atOnce;
  private final Consumer<FileToRead> work;
  private final Map<AccountId, Deque<FileToRead>> waiting = new LinkedHashMap<>();
  private final Map<Thread, FileToRead> running = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition finished = lock.newCondition();
  private boolean closed;

  /// @param name of its threads
  /// @param work is interrupted when it is not wanted any more
  FairQueue(String name, int atOnce, Consumer<FileToRead> work) {
    this.name = name;
    this.atOnce = atOnce;
    this.work = work;
  }

  /// Puts a file at the end of its account's line, unless it stands there.
  void add(FileToRead file) {
    lock.lock();
    try {
      var line = waiting.computeIfAbsent(file.owner(), _ -> new ArrayDeque<>());
      if (!closed && line.stream().noneMatch(one -> one.file().equals(file.file()))) {
        line.add(file);
        if (running.size() < atOnce) {
          var thread = Thread.ofVirtual().name(name).unstarted(this::run);
          running.put(thread, file);
          thread.start();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    var next = next();
    while (next != null) {
      work.accept(next);
      next = next();
    }
  }

  /// What is to be done now; null when there is nothing, and this thread ends.
  private @Nullable FileToRead next() {
    lock.lock();
    try {
      Thread.interrupted(); // that was about the last one, which nobody can mean from here on
      finished.signalAll();
      var turn = waiting.entrySet().stream().filter(one -> !one.getValue().isEmpty()).findFirst();
      if (closed || turn.isEmpty()) {
        running.remove(Thread.currentThread());
        return null;
      }
      var line = turn.get().getValue();
      waiting.remove(turn.get().getKey());
      var file = line.remove();
      if (!line.isEmpty()) {
        waiting.put(file.owner(), line); // behind the others
      }
      running.put(Thread.currentThread(), file);
      return file;
    } finally {
      lock.unlock();
    }
  }

  /// Forgets what waits for an account, and ends what is being done for it.
  void stop(AccountId account) {
    lock.lock();
    try {
      waiting.remove(account);
      interrupt(List.of(account));
    } finally {
      lock.unlock();
    }
  }

  /// Ends everything.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      interrupt(running.values().stream().map(FileToRead::owner).toList());
    } finally {
      lock.unlock();
    }
  }

  private void interrupt(List<AccountId> accounts) {
    running.forEach((thread, file) -> {
      if (accounts.contains(file.owner())) {
        thread.interrupt();
      }
    });
    long left = LONGEST_WAIT.toNanos();
    try {
      while (left > 0
          && running.values().stream().anyMatch(file -> accounts.contains(file.owner()))) {
        left = finished.awaitNanos(left);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
