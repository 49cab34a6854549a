package org.colloquy.desktop.client;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.colloquy.model.Fingerprint;
import org.jspecify.annotations.Nullable;

/// Where the server is: the program's own, or another one. The window opens while its own is still
/// starting; requests wait here until it has.
public final class ServerAddress {
  private final CompletableFuture<Known> own = new CompletableFuture<>();
  private final AtomicReference<Contact> contact = new AtomicReference<>(Contact.THERE);
  private volatile CompletableFuture<Known> current = own;
  private volatile Consumer<Contact> listener = _ -> {};
  private volatile @Nullable ChangedAuthority stopped;

  /// One for everybody who asks: each has a thread and connections of its own.
  private final HttpCalls calls = new HttpCalls(this::await, this::tell, this::stop);

  /// A server that can be asked.
  ///
  /// @param base such as `http://127.0.0.1:8000`
  /// @param token what proves that it is us
  /// @param authority what the server is recognised by; null when the system knows whom to trust
  public record Known(URI base, String token, @Nullable Fingerprint authority) {
    /// One that the window was not paired with.
    public Known(URI base, String token) {
      this(base, token, null);
    }

    /// The same server, with this token.
    public Known with(String other) {
      return new Known(base, other, authority);
    }

    @Override
    public String toString() {
      return base.toString();
    }
  }

  /// An address that is known already.
  public static ServerAddress of(URI base, String token) {
    return of(new Known(base, token));
  }

  /// A server that is known already.
  static ServerAddress of(Known server) {
    var address = new ServerAddress();
    address.own.complete(server);
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
    stopped = null;
    contact.set(Contact.THERE);
    current = CompletableFuture.completedFuture(other);
  }

  /// From now on the program's own server is asked.
  public void turnBack() {
    stopped = null;
    contact.set(Contact.THERE);
    current = own;
  }

  /// What answered in the place of the server, which is not asked any more; null when all is well.
  public @Nullable ChangedAuthority stopped() {
    return stopped;
  }

  /// Tells when the server stops answering, and when it answers again. On any thread.
  public void whenContactChanges(Consumer<Contact> taker) {
    listener = taker;
  }

  private void tell(Contact now) {
    boolean counts = stopped == null || now == Contact.STOPPED;
    if (counts && contact.getAndSet(now) != now) {
      listener.accept(now);
    }
  }

  /// Nothing is asked any more until another server is chosen, if it is still this one.
  private void stop(ChangedAuthority why) {
    if (why.expected().equals(await().authority())) {
      stopped = why;
      tell(Contact.STOPPED);
    }
  }

  /// Asks the server at this address.
  HttpCalls calls() {
    return calls;
  }

  Known await() {
    var why = stopped;
    if (why != null) {
      throw new ChangedAuthority(why);
    }
    try {
      return current.get();
    } catch (ExecutionException e) {
      var cause = e.getCause();
      throw new Unreachable(cause == null ? "" : String.valueOf(cause.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted", e);
    }
  }
}
