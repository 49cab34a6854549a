package org.colloquy.server.tool.mcp;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.jspecify.annotations.Nullable;

/// The connection to one server: opened when it is needed, and again after it broke, but not more
/// often than makes sense. Whatever the server does becomes a sentence.
final class McpConnection implements AutoCloseable {
  private static final int MOST_TOOLS = 128;
  private static final int MOST_PAGES = 20;
  private static final Duration LONGEST_START = Duration.ofSeconds(30);
  private static final long LONGEST_PAUSE_SECONDS = 300;

  private final String name;
  private final Function<Runnable, McpClientTransport> ways;
  private final Duration patience;
  private final ReentrantLock opening = new ReentrantLock();
  private volatile @Nullable McpSyncClient client;
  private volatile List<McpSchema.Tool> tools = List.of();
  private volatile String failure = "";
  private volatile boolean closed;
  private int failures;
  private long tryAgainAt = System.nanoTime();

  /// @param name of the server, for sentences
  /// @param ways makes a new way to it; what it is given is run when the way has broken
  /// @param patience how long one answer may take
  McpConnection(String name, Function<Runnable, McpClientTransport> ways, Duration patience) {
    this.name = name;
    this.ways = ways;
    this.patience = patience;
  }

  /// Whether it is there now.
  boolean isOpen() {
    return client != null;
  }

  /// Why it is not there; empty when nothing went wrong yet.
  String failure() {
    return failure;
  }

  /// What it offered when it was opened last.
  List<McpSchema.Tool> tools() {
    return tools;
  }

  /// Opens it now, whatever happened before.
  ///
  /// @throws ProblemException Unavailable when it cannot be opened
  void open() {
    opening.lock();
    try {
      broke(client, "");
      begin();
    } finally {
      opening.unlock();
    }
  }

  /// Has a tool called.
  ///
  /// @throws ProblemException Unavailable with a sentence for the model
  String call(String tool, String arguments) {
    var result =
        ask(there -> {
          var request =
              McpSchema.CallToolRequest.builder(tool)
                  .arguments(McpJsonDefaults.getMapper(), arguments)
                  .build();
          return there.callTool(request);
        });
    var text = McpText.of(result.content());
    if (Boolean.TRUE.equals(result.isError())) {
      throw unavailable(name + " says: " + McpText.beginning(text, 2_000));
    }
    return text.isEmpty() && result.structuredContent() != null
        ? String.valueOf(result.structuredContent())
        : text;
  }

  /// Asks it something, after opening it if need be.
  <T> T ask(Function<McpSyncClient, T> question) {
    var there = opened();
    try {
      return question.apply(there);
    } catch (RuntimeException e) {
      if (e instanceof McpError said) {
        throw unavailable(
            name + " says: " + McpText.beginning(String.valueOf(said.getMessage()), 500));
      }
      broke(there, name + " did not answer, or broke off.");
      throw unavailable(failure);
    }
  }

  @Override
  public void close() {
    closed = true;
    broke(client, "");
  }

  private McpSyncClient opened() {
    var there = client;
    if (there != null) {
      return there;
    }
    opening.lock();
    try {
      there = client;
      if (there != null) {
        return there;
      }
      long wait = tryAgainAt - System.nanoTime();
      if (wait > 0) {
        throw unavailable(failure + " It is tried again in " + (1 + wait / 1_000_000_000) + " s.");
      }
      return begin();
    } finally {
      opening.unlock();
    }
  }

  private McpSyncClient begin() {
    if (closed) {
      throw unavailable(name + " is switched off.");
    }
    var holder = new McpSyncClient[1];
    var way = ways.apply(() -> broke(holder[0], name + " has ended."));
    var begun = client(way);
    holder[0] = begun;
    try {
      begun.initialize();
      tools = listed(begun);
      client = begun;
      failure = "";
      failures = 0;
      return begun;
    } catch (RuntimeException e) {
      end(begun);
      failures++;
      failure = name + " cannot be started or reached.";
      long pause = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(failures, 10));
      tryAgainAt = System.nanoTime() + Duration.ofSeconds(pause).toNanos();
      throw unavailable(failure);
    }
  }

  private McpSyncClient client(McpClientTransport way) {
    return McpClient.sync(way)
        .requestTimeout(patience)
        .initializationTimeout(patience.compareTo(LONGEST_START) < 0 ? patience : LONGEST_START)
        .clientInfo(McpSchema.Implementation.builder("Colloquy", "1").build())
        .jsonSchemaValidator((_, _) -> ValidationResponse.asValid(""))
        .build();
  }

  private static List<McpSchema.Tool> listed(McpSyncClient there) {
    var capabilities = there.getServerCapabilities();
    if (capabilities == null || capabilities.tools() == null) {
      return List.of();
    }
    var all = new ArrayList<McpSchema.Tool>();
    String cursor = null;
    for (int page = 0; page < MOST_PAGES && all.size() < MOST_TOOLS; page++) {
      var found = there.listTools(cursor);
      all.addAll(found.tools());
      cursor = found.nextCursor();
      if (cursor == null) {
        break;
      }
    }
    return List.copyOf(all.subList(0, Math.min(all.size(), MOST_TOOLS)));
  }

  private void broke(@Nullable McpSyncClient which, String why) {
    if (which == null) {
      return;
    }
    if (which.equals(client)) {
      client = null;
      failure = why;
    }
    end(which);
  }

  private static void end(McpSyncClient client) {
    Thread.ofVirtual().name("mcp-end").start(client::close);
  }

  private static ProblemException unavailable(String sentence) {
    return new ProblemException(new Problem.Unavailable(sentence));
  }
}
