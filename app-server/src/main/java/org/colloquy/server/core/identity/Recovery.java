package org.colloquy.server.core.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.NotSignedIn.Why;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.audit.Audit;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets people back in who forgot their password, and lets them prove that an e-mail address is
/// their own: by a token in a letter.
///
/// Nobody learns here who has an account: letters are written after the answer was given, by one
/// thread, and a flood of wishes is thrown away.
public final class Recovery implements AutoCloseable {
  /// How long a letter is good.
  public static final Duration LIFETIME = Duration.ofHours(1);

  /// How long an account waits for another letter of the same kind.
  static final Duration PAUSE = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
  private static final int MOST_WISHES = 64;

  private final AccountStore accounts;
  private final Passwords passwords;
  private final SignedTokens tokens;
  private final Letters letters;
  private final Audit audit;
  private final InstantSource clock;
  private final Map<Wish, Instant> lastWritten = new ConcurrentHashMap<>();
  private final ExecutorService writer =
      new ThreadPoolExecutor(
          0,
          1,
          1,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WISHES),
          Thread.ofVirtual().name("letters").factory(),
          new ThreadPoolExecutor.DiscardPolicy());

  public Recovery(
      AccountStore accounts,
      Passwords passwords,
      SignedTokens tokens,
      Letters letters,
      Audit audit,
      InstantSource clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.tokens = tokens;
    this.letters = letters;
    this.audit = audit;
    this.clock = clock;
  }

  private record Wish(AccountId account, Token.Kind purpose) {}

  /// Writes a letter with a token for a new password, if there is an account with this address.
  public void forgotPassword(String email, AccessTerms terms) {
    writer.execute(() -> write(Token.Kind.RESET, email, terms));
  }

  /// Writes a letter with a token that proves the address, if there is an account with this address
  /// and it was not proved before.
  public void requestVerification(String email, AccessTerms terms) {
    writer.execute(() -> write(Token.Kind.VERIFY, email, terms));
  }

  /// Exchanges a token for a new password, and ends all sessions of the account. It works once:
  /// with the old password gone, so is what it is bound to.
  ///
  /// @throws ProblemException NotSignedIn when the token is not good (any more)
  public Account resetPassword(String token, String password, Visitor from) {
    var shown = tokens.read(token, Token.Kind.RESET);
    var account = holder(shown);
    var before = accounts.passwordHash(account.id());
    if (!shown.bound().equals(password(before))) {
      throw notGood();
    }
    var rules = new Rules();
    passwords.check(password, rules);
    rules.check();
    var changed =
        accounts
            .changePassword(account.id(), before.orElse(null), passwords.hash(password))
            .orElseThrow(Recovery::notGood);
    audit.note(
        AuditEvent.done(Action.PASSWORD_CHANGED, account.id(), account.id(), from.address()));
    return changed;
  }

  /// Exchanges a token for the knowledge that the account's e-mail address is its own.
  ///
  /// @throws ProblemException NotSignedIn when the token is not good (any more), Conflict with
  ///   `verification` when that is known already
  public Account verify(String token) {
    var shown = tokens.read(token, Token.Kind.VERIFY);
    var account = holder(shown);
    if (!shown.bound().equals(account.email())) {
      throw notGood();
    }
    if (account.verified()) {
      throw new ProblemException(new Problem.Conflict("verification"));
    }
    return accounts.verify(account.id()).orElseThrow(Recovery::notGood);
  }

  /// Destroys letters that are not good any more.
  public void destroyExpired() {
    letters.destroyExpired(clock.instant());
  }

  /// Waits for the letters that are being written.
  @Override
  public void close() {
    writer.close();
  }

  private Account holder(Token shown) {
    return accounts
        .findByNumber(shown.account())
        .filter(account -> !account.disabled())
        .orElseThrow(Recovery::notGood);
  }

  private void write(Token.Kind purpose, String email, AccessTerms terms) {
    try {
      accounts
          .findByName(email.strip())
          .filter(account -> account.email().equalsIgnoreCase(email.strip()))
          .filter(account -> purpose == Token.Kind.RESET || !account.verified())
          .filter(account -> mayWrite(new Wish(account.id(), purpose)))
          .ifPresent(account -> {
            destroyExpired();
            letters.deliver(letter(purpose, account, terms));
          });
    } catch (RuntimeException e) {
      LOG.warn("a letter could not be written", e);
    }
  }

  private boolean mayWrite(Wish wish) {
    var now = clock.instant();
    lastWritten.values().removeIf(last -> !last.plus(PAUSE).isAfter(now));
    return lastWritten.putIfAbsent(wish, now) == null;
  }

  private Letters.Letter letter(Token.Kind purpose, Account account, AccessTerms terms) {
    var token = tokens.issue(purpose, account, terms, bound(account, purpose));
    return new Letters.Letter(
        purpose,
        account.number(),
        account.email(),
        token,
        clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(terms.lifetime()));
  }

  /// What a token is bound to: the password it replaces, the address it proves.
  private String bound(Account account, Token.Kind purpose) {
    return purpose == Token.Kind.RESET
        ? password(accounts.passwordHash(account.id()))
        : account.email();
  }

  private String password(Optional<String> hash) {
    return hash.map(passwords::fingerprint).orElse("none");
  }

  private static ProblemException notGood() {
    return SignedTokens.refused(Why.NOT_VALID);
  }
}
