package org.colloquy.desktop.ui.parts.math;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The formulas that were drawn lately. Each is drawn once, beside the window's thread, which waits
/// for it only for a moment: most are there at once, and are never seen as text.
public final class Formulas {
  private static final int MOST = 600;

  /// Formulas are laid out by recursion, in bytes.
  private static final long STACK = 16L << 20;

  /// How long the window waits in all before it draws itself, in nanoseconds.
  private static final long PATIENCE = 40_000_000;

  private final Map<Formula, CompletableFuture<FormulaState>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Formula, CompletableFuture<FormulaState>> eldest) {
          return size() > MOST;
        }
      };
  private final TexDrawer drawer = new TexDrawer();
  private final Executor worker;
  private final Consumer<Runnable> window;
  private long patience = PATIENCE;

  /// @param worker runs one thing at a time, beside the window's thread
  /// @param window runs something on the window's thread, later
  public Formulas(Executor worker, Consumer<Runnable> window) {
    this.worker = worker;
    this.window = window;
  }

  /// A thread that ends when nothing was to be drawn for a while.
  public static Executor worker() {
    var threads = Thread.ofPlatform().daemon().name("formulas").stackSize(STACK).factory();
    return new ThreadPoolExecutor(0, 1, 20, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
  }

  /// A formula as far as it is drawn. Called on the window's thread.
  ///
  /// @param later runs on the window's thread when a formula that was underway no longer is
  public FormulaState find(Formula formula, Runnable later) {
    var wanted =
        known.computeIfAbsent(
            formula, one -> CompletableFuture.supplyAsync(() -> drawer.draw(one), worker));
    if (!wanted.isDone()) {
      waitFor(wanted);
    }
    if (!wanted.isDone()) {
      var _ = wanted.thenRun(() -> window.accept(later));
    }
    return wanted.getNow(new FormulaState.Underway());
  }

  private void waitFor(CompletableFuture<FormulaState> wanted) {
    if (patience == PATIENCE) {
      window.accept(() -> patience = PATIENCE);
    }
    var begin = System.nanoTime();
    try {
      wanted.get(Math.max(0, patience), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (TimeoutException _) {
      // It comes later.
    }
    patience -= Math.max(1, System.nanoTime() - begin);
  }
}
