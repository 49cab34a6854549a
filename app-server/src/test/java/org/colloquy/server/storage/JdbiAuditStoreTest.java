package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.audit.AuditEntry;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditEvent.Outcome;
import org.colloquy.server.core.audit.AuditFilter;
import org.colloquy.server.core.audit.AuditLog;
import org.junit.jupiter.api.Test;

class JdbiAuditStoreTest extends StoreTest {
  private final JdbiAuditStore entries = new JdbiAuditStore(database);
  private final AuditLog log = new AuditLog(entries, () -> NOON);

  JdbiAuditStoreTest(Kind kind) {
    super(kind);
  }

  private void note(Action action, AccountId account) {
    log.note(new AuditEvent(action, Outcome.DONE, account, "object\n7", "127.0.0.1"));
  }

  private void noteFive() {
    var ada = new AccountId(next());
    for (int i = 0; i < 5; i++) {
      note(Action.KEY_ADDED, ada);
    }
  }

  private List<AuditEntry> all() {
    return entries.after(0, Integer.MAX_VALUE);
  }

  private void tamper(String sql) {
    database.write(handle -> handle.execute(sql));
  }

  @Test
  void numbersEntriesFromOneAndFindsThemAgain() {
    var ada = new AccountId(next());
    var bob = new AccountId(next());
    note(Action.KEY_ADDED, ada);
    note(Action.EXPORTED, bob);
    log.note(new AuditEvent(Action.SIGN_IN, Outcome.REFUSED, null, "", ""));

    assertThat(all()).extracting(AuditEntry::number).containsExactly(1L, 2L, 3L);
    var first = all().getFirst();
    assertThat(first.at()).isEqualTo(NOON);
    assertThat(first.account()).isEqualTo(ada);
    assertThat(first.action()).isEqualTo("KEY_ADDED");
    assertThat(first.outcome()).isEqualTo("DONE");
    assertThat(first.object()).isEqualTo("object 7");
    assertThat(first.address()).isEqualTo("127.0.0.1");
    assertThat(all().getLast().account()).isNull();
    assertThat(entries.after(1, 1)).extracting(AuditEntry::number).containsExactly(2L);
    assertThat(entries.before(AuditFilter.ALL, 3, 9))
        .extracting(AuditEntry::number)
        .containsExactly(2L, 1L);
    assertThat(entries.before(AuditFilter.ALL.of(bob), 9, 9))
        .extracting(AuditEntry::number)
        .containsExactly(2L);
    assertThat(entries.before(new AuditFilter(null, Action.SIGN_IN), 9, 9))
        .extracting(AuditEntry::number)
        .containsExactly(3L);
    assertThat(entries.before(new AuditFilter(bob, Action.SIGN_IN), 9, 9)).isEmpty();
  }

  @Test
  void isInOrderAndEndsWithTheLastEntry() {
    assertThat(log.check().intact()).isTrue();
    noteFive();
    var check = log.check();
    assertThat(check.intact()).isTrue();
    assertThat(check.head().number()).isEqualTo(5);
    assertThat(check.head().hash()).isEqualTo(all().getLast().hash());
  }

  @Test
  void linksEntriesAsItsDescriptionSays() throws NoSuchAlgorithmException {
    log.note(
        new AuditEvent(
            Action.SIGN_IN,
            Outcome.DONE,
            new AccountId(UUID.fromString("0190f5fe-7c00-7a00-8000-00000000002a")),
            "x",
            "::1"));
    var lines =
        "0".repeat(64)
            + "\n"
            + "1\n"
            + "1772366400123456\n"
            + "0190f5fe-7c00-7a00-8000-00000000002a\n"
            + "SIGN_IN\n"
            + "x\n"
            + "DONE\n"
            + "::1\n";
    var digest = MessageDigest.getInstance("SHA-256");
    assertThat(all().getFirst().hash())
        .isEqualTo(HexFormat.of().formatHex(digest.digest(lines.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void findsAnEarlierEndInTheLog() {
    noteFive();
    var earlier = all().get(2).hash();
    assertThat(log.checkExpecting(earlier).expectedFound()).isTrue();
    assertThat(log.checkExpecting("0".repeat(63) + "1").expectedFound()).isFalse();
  }

  @Test
  void namesAnEntryThatWasChanged() {
    noteFive();
    tamper("update audit_entry set object = 'object 8' where number = 3");
    assertThat(log.check().broken()).isEqualTo(3);
    assertThat(log.check().head().number()).isEqualTo(2);
  }

  @Test
  void namesAnEntryThatWasTakenAway() {
    noteFive();
    tamper("delete from audit_entry where number = 2");
    assertThat(log.check().broken()).isEqualTo(2);
  }

  @Test
  void missesEntriesThatWereTakenAwayAtTheEnd() {
    noteFive();
    tamper("delete from audit_entry where number >= 4");
    assertThat(log.check().broken()).isEqualTo(4);
  }

  @Test
  void namesTheFirstOfTwoEntriesThatChangedPlaces() {
    noteFive();
    tamper("update audit_entry set number = -2 where number = 2");
    tamper("update audit_entry set number = 2 where number = 4");
    tamper("update audit_entry set number = 4 where number = -2");
    assertThat(log.check().broken()).isEqualTo(2);
  }

  @Test
  void namesAnEntryThatWasPutThere() {
    noteFive();
    tamper("update audit_entry set number = 6 where number = 5");
    tamper(
        """
        insert into audit_entry (number, happened_at, action, outcome, object, address, hash)
        select 5, happened_at, action, outcome, object, address, hash
        from audit_entry where number = 4
        """);
    assertThat(log.check().broken()).isEqualTo(5);
  }

  @Test
  void staysOneChainWhenSeveralWriteAtOnce() throws InterruptedException, ExecutionException {
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> five =
          () -> {
            noteFive();
            return true;
          };
      for (var done : people.invokeAll(Stream.generate(() -> five).limit(20).toList())) {
        done.get();
      }
    }
    assertThat(log.check().intact()).isTrue();
    assertThat(log.check().head().number()).isEqualTo(100);
  }

  @Test
  void isNotTouchedWhenAnAccountIsRemoved() {
    var ada = account("ada").id();
    note(Action.KEY_ADDED, ada);
    new JdbiAccountStore(database).remove(ada);
    assertThat(log.check().intact()).isTrue();
    assertThat(entries.before(AuditFilter.ALL.of(ada), 9, 9)).hasSize(1);
  }
}
