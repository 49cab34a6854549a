package org.colloquy.server.llm.gguf;

import com.sun.management.OperatingSystemMXBean;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs models of GGUF files, one at a time: a model is loaded when it is first asked and freed
/// when nobody asked it for a while. All that llama.cpp does is done on one thread of its own,
/// because native code does not let go of the thread that it runs on.
public final class GgufRuntime implements AutoCloseable {
  /// How long a model stays in memory unasked.
  public static final Duration USUAL_IDLE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(GgufRuntime.class);
  private static final double USABLE_MEMORY = 0.9;
  private static final long GIGABYTE = 1_000_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Path natives;
  private final Duration idle;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("gguf").daemon(true).factory());
  private volatile @Nullable Loaded loaded;
  private @Nullable Future<?> freeing;

  /// @param natives a folder of our own for llama.cpp's library
  public GgufRuntime(Path natives, Duration idle) {
    this.natives = natives;
    this.idle = idle;
  }

  private record Loaded(Path path, LlamaModel model) {}

  /// Has the model do something, after all that was asked for before.
  ///
  /// @param failed hears of a model that could not be loaded, or did not do it
  Future<?> run(GgufFile file, Consumer<LlamaModel> work, Consumer<RuntimeException> failed) {
    return thread.submit(() -> {
      try {
        work.accept(load(file));
      } catch (ProblemException e) {
        failed.accept(e);
      } catch (RuntimeException e) {
        failed.accept(unusable(file, e)); // llama.cpp's own is not public
      } finally {
        freeLater();
      }
    });
  }

  /// Whether a model is in memory.
  boolean isLoaded() {
    return loaded != null;
  }

  private LlamaModel load(GgufFile file) {
    if (freeing != null) {
      freeing.cancel(false);
    }
    var present = loaded;
    if (present != null && present.path.equals(file.path())) {
      return present.model;
    }
    free();
    checkMemory(file);
    var model = opened(file);
    loaded = new Loaded(file.path(), model);
    return model;
  }

  private LlamaModel opened(GgufFile file) {
    var parameters =
        new ModelParameters()
            .setModel(file.path().toString())
            .setCtxSize(file.context())
            .setThreads(Runtime.getRuntime().availableProcessors())
            .disableContextShift()
            .disableLog();
    try {
      NativeLibrary.prepare(natives);
      return new LlamaModel(parameters);
    } catch (LinkageError e) {
      throw new ProblemException(
          new Problem.Unavailable("What runs GGUF files does not work on this computer."), e);
    }
  }

  private static void checkMemory(GgufFile file) {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long memory = system == null ? Long.MAX_VALUE : system.getTotalMemorySize();
    if (file.size() > memory * USABLE_MEMORY) {
      throw new ProblemException(
          new Problem.Unavailable(
              "%s needs %d GB of memory, and this computer has %d GB."
                  .formatted(file.name(), file.size() / GIGABYTE + 1, memory / GIGABYTE)));
    }
  }

  private static ProblemException unusable(GgufFile file, RuntimeException e) {
    return new ProblemException(
        new Problem.Unavailable(
            file.name()
                + " could not be run: the file is damaged, is of a kind that is not known here,"
                + " or there is too little memory."),
        e);
  }

  private void freeLater() {
    if (!thread.isShutdown()) {
      freeing = thread.schedule(this::free, idle.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void free() {
    var present = loaded;
    loaded = null;
    if (present != null) {
      present.model.close();
    }
  }

  /// Waits for what is being said; the turns were stopped before.
  @Override
  public void close() {
    try {
      thread.submit(this::free).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("a model of a GGUF file could not be freed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      thread.shutdownNow();
    }
  }
}
