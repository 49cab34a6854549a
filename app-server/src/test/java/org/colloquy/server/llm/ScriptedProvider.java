package org.colloquy.server.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.colloquy.server.core.turn.Gate;

/// A provider on this machine that answers as the test wrote down, byte for byte.
///
/// Each of [#says], [#answers] and [#sends] adds one answer; the last one is given again and again.
/// `GET .../models` has an answer of its own, [#lists], unless the test says [#modelsAsScripted].
public final class ScriptedProvider implements AutoCloseable {
  private final ServerSocket server;
  private final String scheme;
  private final Deque<Script> scripts = new ArrayDeque<>();
  private final List<ProviderConnection> connections = new CopyOnWriteArrayList<>();
  private final Set<ProviderConnection> open = ConcurrentHashMap.newKeySet();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile String models = ProviderJson.models("scripted");
  private volatile boolean modelsAsScripted;

  private ScriptedProvider(ServerSocket server, String scheme) {
    this.server = server;
    this.scheme = scheme;
  }

  /// One request as it was received.
  ///
  /// @param head request line and headers
  public record Request(String head, String body) {
    /// Whether it has this header, such as `Authorization: Bearer x`.
    public boolean has(String header) {
      return head.lines().anyMatch(line -> line.equalsIgnoreCase(header));
    }
  }

  /// Writes one answer to a connection.
  @FunctionalInterface
  public interface Script {
    void answer(ProviderConnection connection) throws IOException;
  }

  /// Starts one that speaks plain HTTP on a free port.
  public static ScriptedProvider start() {
    try {
      return start(new ServerSocket(0, 1000, InetAddress.getLoopbackAddress()), "http");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Starts one on a socket of the test's choice.
  public static ScriptedProvider start(ServerSocket server, String scheme) {
    var provider = new ScriptedProvider(server, scheme);
    Thread.ofVirtual().name("provider").start(provider::accept);
    return provider;
  }

  /// The base address to give to a program.
  public String address() {
    return scheme + "://localhost:" + server.getLocalPort() + "/v1";
  }

  /// Streams these words, one event each, and ends well.
  public ScriptedProvider says(String... words) {
    return sends(new Speech(List.of(words), List.of(), Integer.MAX_VALUE));
  }

  /// Makes the speech added last wait at the gate after `n` words.
  public ScriptedProvider pausesAfter(int n, Gate gate) {
    return changes(speech -> speech.pausingAfter(n, gate));
  }

  /// Makes the speech added last break off after `n` words: the connection is closed.
  public ScriptedProvider cutsAfter(int n) {
    return changes(speech -> new Speech(speech.words(), speech.pauses(), n));
  }

  /// Answers with a status and a body.
  ///
  /// @param headers more headers, such as `Retry-After: 2`
  public ScriptedProvider answers(int status, String body, String... headers) {
    return sends(connection -> connection.answer(status, body, headers));
  }

  /// Does what the script does.
  public ScriptedProvider sends(Script script) {
    synchronized (scripts) {
      scripts.addLast(script);
    }
    return this;
  }

  /// Forgets the answers that were added.
  public ScriptedProvider forgets() {
    synchronized (scripts) {
      scripts.clear();
    }
    return this;
  }

  /// Answers `GET .../models` with these.
  public ScriptedProvider lists(String... names) {
    models = ProviderJson.models(names);
    return this;
  }

  /// Answers `GET .../models` like everything else.
  public ScriptedProvider modelsAsScripted() {
    modelsAsScripted = true;
    return this;
  }

  /// All requests, in order.
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /// How many connections are open now.
  public int openConnections() {
    return open.size();
  }

  /// How many connections were made.
  public int acceptedConnections() {
    return accepted.get();
  }

  /// Closes all connections and goes on accepting new ones.
  public void dropConnections() {
    connections.forEach(ProviderConnection::close);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    dropConnections();
  }

  void received(Request request) {
    requests.add(request);
  }

  Script scriptFor(Request request) {
    if (request.head().startsWith("GET ") && !modelsAsScripted) {
      return connection -> connection.answer(200, models, "Content-Type: application/json");
    }
    synchronized (scripts) {
      if (scripts.isEmpty()) {
        return new Speech(List.of("Hello"), List.of(), Integer.MAX_VALUE);
      }
      return scripts.size() > 1 ? scripts.removeFirst() : scripts.getFirst();
    }
  }

  private ScriptedProvider changes(UnaryOperator<Speech> change) {
    synchronized (scripts) {
      scripts.addLast(change.apply((Speech) scripts.removeLast()));
    }
    return this;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var connection = new ProviderConnection(server.accept(), this, open::remove);
        accepted.incrementAndGet();
        connections.add(connection);
        open.add(connection);
        connection.start();
      } catch (IOException _) {
        // Closed, or a handshake that failed.
      }
    }
  }

  /// Words that are streamed.
  ///
  /// @param cutAfter after how many words the connection is closed
  private record Speech(List<String> words, List<Pause> pauses, int cutAfter) implements Script {
    Speech pausingAfter(int n, Gate gate) {
      var more = new ArrayList<>(pauses);
      more.add(new Pause(n, gate));
      return new Speech(words, more, cutAfter);
    }

    @Override
    public void answer(ProviderConnection connection) throws IOException {
      connection.beginStream();
      for (int said = 0; said <= words.size(); said++) {
        for (var pause : pauses) {
          if (pause.after == said) {
            pause.gate.pass();
          }
        }
        if (said == cutAfter) {
          connection.close();
          return;
        }
        if (said < words.size()) {
          connection.event(ProviderJson.delta(words.get(said)));
        }
      }
      connection.event(ProviderJson.stop("stop"));
      connection.event(ProviderJson.usage(7, words.size()));
      connection.event("[DONE]");
      connection.endStream();
    }
  }

  private record Pause(int after, Gate gate) {}
}
