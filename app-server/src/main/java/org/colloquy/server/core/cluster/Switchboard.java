package org.colloquy.server.core.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings signals to those they are meant for, and answers to those who asked.
public final class Switchboard implements Servers.Listener {
  /// How long the others may take to answer.
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration FOR_EVER = Duration.ofDays(365);
  private static final Duration LOOKED_EVERY = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

  private final Servers servers;
  private final Ids ids;
  private final Map<Class<?>, Taker<Signal>> takers = new ConcurrentHashMap<>();
  private final Map<UUID, BlockingQueue<Signal>> exchanges = new ConcurrentHashMap<>();
  private final List<Runnable> heirs = new ArrayList<>();
  private final List<Runnable> dead = new ArrayList<>();

  public Switchboard(Servers servers, Ids ids) {
    this.servers = servers;
    this.ids = ids;
  }

  /// The servers that signals come from and go to.
  public Servers servers() {
    return servers;
  }

  /// Takes signals of one kind, each on a thread of its own.
  @FunctionalInterface
  public interface Taker<S extends Signal> {
    /// Takes one.
    ///
    /// @param from the number of the server that gave it
    void take(int from, S signal);
  }

  /// What another server answers.
  public final class Answers implements AutoCloseable {
    private final int server;
    private final UUID exchange;
    private final BlockingQueue<Signal> queue;

    private Answers(int server, UUID exchange, BlockingQueue<Signal> queue) {
      this.server = server;
      this.exchange = exchange;
      this.queue = queue;
    }

    /// The name of the exchange.
    public UUID exchange() {
      return exchange;
    }

    /// The next answer; empty when the server has ended.
    public Optional<Signal> next() throws InterruptedException {
      return next(FOR_EVER);
    }

    private Optional<Signal> next(Duration most) throws InterruptedException {
      long end = System.nanoTime() + most.toNanos();
      while (true) {
        boolean there = servers.others().contains(server);
        var answer = queue.poll(LOOKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        if (answer != null || !there || System.nanoTime() - end > 0) {
          return Optional.ofNullable(answer);
        }
      }
    }

    @Override
    public void close() {
      exchanges.remove(exchange);
    }
  }

  /// Has signals of a kind taken. To be said before [#begin].
  public <S extends Signal> void on(Class<S> kind, Taker<S> taker) {
    takers.put(kind, (from, signal) -> taker.take(from, kind.cast(signal)));
  }

  /// Has something done when others have ended. To be said before [#begin].
  public void whenOthersEnded(Runnable work) {
    heirs.add(work);
  }

  /// Has something done when the others took this one for dead. To be said before [#begin].
  public void whenTakenForDead(Runnable work) {
    dead.add(work);
  }

  /// From now on signals come in.
  public void begin() {
    servers.listen(this);
  }

  /// Gives one server a signal.
  public void tell(int server, Signal signal) {
    servers.give(server, signal);
  }

  /// Gives all other servers a signal that nobody answers. The work that tells of itself is not
  /// undone when they cannot be told.
  public void tellOthers(Function<UUID, Signal> signal) {
    try {
      servers.others().forEach(server -> tell(server, signal.apply(ids.next())));
    } catch (RuntimeException e) {
      LOG.warn("the other servers could not be told", e);
    }
  }

  /// Begins an exchange.
  public Answers begin(int server, Function<UUID, Signal> signal) {
    var exchange = ids.next();
    var queue = new LinkedBlockingQueue<Signal>();
    exchanges.put(exchange, queue);
    tell(server, signal.apply(exchange));
    return new Answers(server, exchange, queue);
  }

  /// Has one server do something, and waits until it was done.
  ///
  /// @throws ProblemException what the other one found, or Unavailable when it says nothing
  public void ask(int server, Function<UUID, Signal> signal) {
    try (var answers = begin(server, signal)) {
      if (!(answers.next(PATIENCE).orElse(null) instanceof Signal.Done(_, var problem))) {
        throw new ProblemException(new Problem.Unavailable("Another server does not answer."));
      }
      if (problem != null) {
        throw new ProblemException(problem);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProblemException(new Problem.Unavailable("It was interrupted."), e);
    }
  }

  /// Has all other servers do something, and waits until those that are running have done it.
  public void askOthers(Function<UUID, Signal> signal) {
    var asked = servers.others().stream().map(server -> begin(server, signal)).toList();
    for (var answers : asked) {
      try (answers) {
        answers.next(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void given(List<Servers.Given> signals) {
    for (var one : signals) {
      var signal = one.signal();
      var waiting = exchanges.get(signal.exchange());
      var taker = takers.get(signal.getClass());
      if (waiting != null) {
        waiting.add(signal);
      } else if (taker != null) {
        Thread.ofVirtual().name("signal").start(() -> take(taker, one));
      }
    }
  }

  private static void take(Taker<Signal> taker, Servers.Given one) {
    try {
      taker.take(one.from(), one.signal());
    } catch (RuntimeException e) {
      LOG.warn("a signal of server {} could not be followed", one.from(), e);
    }
  }

  /// Does what another server wished, and tells it what came of it.
  public void answer(int server, UUID exchange, Runnable work) {
    Problem problem = null;
    try {
      work.run();
    } catch (ProblemException e) {
      problem = e.problem();
    }
    tell(server, new Signal.Done(exchange, problem));
  }

  @Override
  public void othersEnded() {
    heirs.forEach(Switchboard::apart);
  }

  @Override
  public void takenForDead() {
    dead.forEach(Switchboard::apart);
  }

  private static void apart(Runnable work) {
    Thread.ofVirtual().name("servers").start(work);
  }
}
