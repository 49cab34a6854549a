package org.colloquy.server.tool.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// What all ways to a server have in common: JSON texts go out and come in.
abstract class MessageTransport implements McpClientTransport {
  /// The longest message that is read, in bytes.
  static final int LONGEST = 4 * 1024 * 1024;

  private static final McpJsonMapper JSON = McpJsonDefaults.getMapper();

  private volatile @Nullable
      Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>>
      handler;

  /// Opens the way.
  abstract void open() throws IOException;

  /// Sends one message, and waits until it is gone.
  abstract void send(String json) throws IOException;

  /// Closes the way, at once.
  abstract void shut();

  /// Something came.
  ///
  /// @throws IOException when it is no message
  final void received(String json) throws IOException {
    var message = McpSchema.deserializeJsonRpcMessage(JSON, json);
    Objects.requireNonNull(handler).apply(Mono.just(message)).subscribe(_ -> {}, _ -> {});
  }

  @Override
  public final Mono<Void> connect(
      Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>> messages) {
    return Mono.<Void>fromCallable(() -> {
      handler = messages;
      open();
      return null;
    });
  }

  @Override
  public final Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
    return Mono.<Void>create(sink ->
        Thread.ofVirtual()
            .name("mcp-send")
            .start(() -> {
              try {
                send(JSON.writeValueAsString(message));
                sink.success();
              } catch (IOException | RuntimeException e) {
                sink.error(e);
              }
            }));
  }

  @Override
  public final Mono<Void> closeGracefully() {
    return Mono.fromRunnable(this::shut);
  }

  @Override
  public final <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return JSON.convertValue(data, type);
  }
}
