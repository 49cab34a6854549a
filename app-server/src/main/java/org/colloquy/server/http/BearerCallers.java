package org.colloquy.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Predicate;
import org.colloquy.model.Account;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.identity.Accounts;
import org.colloquy.server.core.identity.ApiTokens;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Sessions;
import org.colloquy.server.core.identity.Visitor;
import org.jspecify.annotations.Nullable;

/// Reads `Authorization: Bearer TOKEN`. The token is an access token, one that somebody made for a
/// program, or the local one that proves the owner. This is the one place where it is looked at,
/// for all faces.
public final class BearerCallers implements CallerReader {
  private static final String SCHEME = "Bearer";

  private final Accounts accounts;
  private final Sessions sessions;
  private final ApiTokens apiTokens;
  private final @Nullable LocalOwner local;

  private BearerCallers(
      Accounts accounts, Sessions sessions, ApiTokens apiTokens, @Nullable LocalOwner local) {
    this.accounts = accounts;
    this.apiTokens = apiTokens;
    this.sessions = sessions;
    this.local = local;
  }

  /// For a listener that only this machine reaches.
  public static BearerCallers near(
      Accounts accounts, Sessions sessions, ApiTokens apiTokens, LocalOwner local) {
    return new BearerCallers(accounts, sessions, apiTokens, local);
  }

  /// For a listener that others reach: it knows no local owner, so nobody can be it.
  public static BearerCallers shared(Accounts accounts, Sessions sessions, ApiTokens apiTokens) {
    return new BearerCallers(accounts, sessions, apiTokens, null);
  }

  /// Who the window acts for.
  ///
  /// @param token known only to programs that may read the owner's files
  public record LocalOwner(String token, Account account) {
    private boolean shows(String other) {
      return MessageDigest.isEqual(
          token.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /// The token stays out of logs.
    @Override
    public String toString() {
      return "the owner " + account.id();
    }
  }

  @Override
  public Caller read(Exchange exchange) {
    return read(exchange, SCHEME::equals);
  }

  /// Reads callers of a face whose clients write `Bearer` in any case.
  public CallerReader inAnyCase() {
    return exchange -> read(exchange, SCHEME::equalsIgnoreCase);
  }

  private Caller read(Exchange exchange, Predicate<String> isScheme) {
    var words = words(exchange);
    if (!isScheme.test(words[0])) {
      throw refused(Why.MISSING);
    }
    if (words.length != 2) {
      throw refused(Why.MALFORMED);
    }
    return holder(words[1], exchange.visitor());
  }

  /// Reads callers of a face that has no login: without a token, whoever asks from this machine is
  /// the local owner. On a listener that others can reach, everybody needs a token.
  public CallerReader orOwner() {
    return exchange -> {
      boolean silent = exchange.header("Authorization").isEmpty();
      return local != null && silent && exchange.fromThisMachine()
          ? owner(local.account(), exchange.visitor())
          : read(exchange);
    };
  }

  /// The kind of client that the request's token was issued for; empty when it is for any, or there
  /// is none.
  public String audience(Exchange exchange) {
    var words = words(exchange);
    return words.length == 2 ? sessions.audience(words[1]) : "";
  }

  /// The scheme and the token, if the header is as it should be.
  private static String[] words(Exchange exchange) {
    return exchange.header("Authorization").orElse("").strip().split("\\s+", -1);
  }

  /// Who holds this token.
  ///
  /// @throws ProblemException NotSignedIn when nobody does
  public Caller holder(String token, Visitor from) {
    if (local != null && local.shows(token)) {
      return owner(local.account(), from);
    }
    return apiTokens.isOne(token) ? apiTokens.caller(token, from) : sessions.caller(token, from);
  }

  /// The local owner, as what they are now.
  private Caller owner(Account owner, Visitor from) {
    var atStart = new Caller(owner.id(), owner.role(), Caller.Proof.LOCAL_TOKEN, from);
    return new Caller(owner.id(), accounts.get(atStart).role(), Caller.Proof.LOCAL_TOKEN, from);
  }

  private static ProblemException refused(Why why) {
    return new ProblemException(new Problem.NotSignedIn(why));
  }
}
