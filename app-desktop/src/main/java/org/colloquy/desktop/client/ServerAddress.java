package org.colloquy.desktop.client;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/// Where the server is: the program's own, or another one. The window opens while its own is still
/// starting; requests wait here until it has.
public final class ServerAddress {
  private final CompletableFuture<Known> own = new CompletableFuture<>();
  private final AtomicReference<Contact> contact = new AtomicReference<>(Contact.THERE);
  private volatile CompletableFuture<Known> current = own;
  private volatile Consumer<Contact> listener = _ -> {};

  /// One for everybody who asks: each has a thread and connections of its own.
  private final HttpCalls calls = new HttpCalls(this::await, this::tell);

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

  /// The program's own server has started.
  public void ready(URI base, String token) {
    own.complete(new Known(base, token));
  }

  /// There will be no server of its own; everybody who waits is told.
  public void failed(String why) {
    own.completeExceptionally(new Unreachable(why));
  }

  /// From now on another server is asked.
  public void turnTo(Known other) {
    contact.set(Contact.THERE);
    current = CompletableFuture.completedFuture(other);
  }

  /// From now on the program's own server is asked.
  public void turnBack() {
    contact.set(Contact.THERE);
    current = own;
  }

  /// Tells when the server stops answering, and when it answers again. On any thread.
  public void whenContactChanges(Consumer<Contact> taker) {
    listener = taker;
  }

  private void tell(Contact now) {
    if (contact.getAndSet(now) != now) {
      listener.accept(now);
    }
  }

  /// Asks the server at this address.
  HttpCalls calls() {
    return calls;
  }

  Known await() {
    try {
      return current.get();
    } catch (ExecutionException e) {
      var why = e.getCause();
      throw new Unreachable(why == null ? "" : String.valueOf(why.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    }
  }
}
