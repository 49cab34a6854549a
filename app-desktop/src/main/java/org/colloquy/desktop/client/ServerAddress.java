package org.colloquy.desktop.client;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Where the server is. The window opens while the server is still starting; requests wait here
/// until it has.
public final class ServerAddress {
  private final CompletableFuture<Known> known = new CompletableFuture<>();

  /// One for everybody who asks: each has a thread and connections of its own.
  private final HttpCalls calls = new HttpCalls(this::await);

  /// A server that can be asked.
  ///
  /// @param base such as `http://127.0.0.1:8000`
  /// @param token what proves that it is us
  public record Known(URI base, String token) {
    @Override
    public String toString() {
      return base.toString();
    }
  }

  /// An address that is known already.
  public static ServerAddress of(URI base, String token) {
    var address = new ServerAddress();
    address.ready(base, token);
    return address;
  }

  public void ready(URI base, String token) {
    known.complete(new Known(base, token));
  }

  /// There will be no server; everybody who waits is told.
  public void failed(String why) {
    known.completeExceptionally(new Unreachable(why));
  }

  /// Asks the server at this address.
  HttpCalls calls() {
    return calls;
  }

  Known await() {
    try {
      return known.get();
    } catch (ExecutionException e) {
      var why = e.getCause();
      throw new Unreachable(why == null ? "" : String.valueOf(why.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    }
  }
}
