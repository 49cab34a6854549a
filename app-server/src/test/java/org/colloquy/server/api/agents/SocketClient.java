package org.colloquy.server.api.agents;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Somebody who talks over a WebSocket as Java's own client does.
public final class SocketClient implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long PATIENCE_SECONDS = 20;

  private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Goodbye> goodbye = new CompletableFuture<>();
  private final WebSocket socket;

  private SocketClient(String address) {
    socket = HTTP.newWebSocketBuilder().buildAsync(URI.create(address), new Listener()).join();
  }

  /// How the server closed it.
  public record Goodbye(int code, String reason) {}

  /// Connects.
  ///
  /// @param query what follows the path, with its question mark
  public static SocketClient open(int port, String query) {
    return new SocketClient("ws://localhost:" + port + "/async_chat" + query);
  }

  public SocketClient ask(String text) {
    socket.sendText(text, true).join();
    return this;
  }

  /// Sends a text in pieces.
  SocketClient askInPieces(String... pieces) {
    for (int i = 0; i < pieces.length; i++) {
      socket.sendText(pieces[i], i == pieces.length - 1).join();
    }
    return this;
  }

  SocketClient sendBytes() {
    socket.sendBinary(ByteBuffer.wrap(new byte[3]), true).join();
    return this;
  }

  SocketClient ping() {
    socket.sendPing(ByteBuffer.wrap(new byte[] {7})).join();
    return this;
  }

  void leave() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  /// Goes away without a word.
  void vanish() {
    socket.abort();
  }

  /// The next frame.
  public String next() {
    try {
      var frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("nothing was said");
      }
      return frame;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /// How it was closed, when that has happened.
  public Goodbye goodbye() {
    try {
      return goodbye.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /// Everything that is said until it is closed.
  List<String> rest() {
    goodbye();
    var rest = new ArrayList<String>();
    frames.drainTo(rest);
    return rest;
  }

  @Override
  public void close() {
    socket.abort();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence piece, boolean last) {
      text.append(piece);
      if (last) {
        frames.add(text.toString());
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
      frames.add("pong " + message.get());
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      goodbye.complete(new Goodbye(code, reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      goodbye.complete(new Goodbye(1006, error.toString()));
    }
  }
}
