package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.colloquy.model.Account;
import org.colloquy.model.AccountId;
import org.colloquy.model.AccountRole;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.Profile;
import org.colloquy.model.Role;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.audit.AuditEvent.Outcome;
import org.colloquy.server.core.audit.AuditLog;
import org.colloquy.server.core.conversation.NewConversation;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.identity.NewAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasedWordsTest {
  private static final String CANARY = "canary-7f3a91c2-in-the-coal-mine";
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private long ids;

  private UUID next() {
    return new UUID(0x0190_0000_0000_7000L, ++ids);
  }

  private Account account(Database database, String name) {
    return new JdbiAccountStore(database)
        .add(
            new NewAccount(
                new AccountId(next()), name, "", Profile.EMPTY, AccountRole.MEMBER, null, NOON));
  }

  private Conversation conversation(Database database, AccountId owner, String words) {
    var conversation =
        new JdbiConversationStore(database)
            .add(new NewConversation(new ConversationId(next()), owner, words, NOON), List.of());
    var said =
        IntStream.range(0, 300).mapToObj(i -> said(conversation.id(), words + " " + i)).toList();
    new JdbiMessageStore(database).append(said);
    return conversation;
  }

  private NewMessage said(ConversationId conversation, String words) {
    return new NewMessage(
        new MessageId(next()),
        conversation,
        null,
        Role.USER,
        words,
        MessageState.COMPLETE,
        NOON,
        null,
        null);
  }

  private List<String> filesWithCanary() throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(ErasedWordsTest::hasCanary)
          .map(file -> file.getFileName().toString())
          .toList();
    }
  }

  private static boolean hasCanary(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(CANARY);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void areInNoFileAfterTheNextStart() throws IOException {
    Account kept;
    List<Message> before;
    Conversation talk;
    try (var database = Database.inFolder(folder)) {
      var gone = account(database, "gone");
      kept = account(database, "kept");
      conversation(database, gone.id(), CANARY);
      talk = conversation(database, kept.id(), "others' words");
      new AuditLog(new JdbiAuditStore(database), () -> NOON)
          .note(new AuditEvent(Action.SIGN_IN, Outcome.DONE, gone.id(), "", ""));
      before = new JdbiMessageStore(database).tree(talk.id());
    }
    assertThat(filesWithCanary()).contains("colloquy.mv.db");

    try (var database = Database.inFolder(folder)) {
      var gone = new JdbiAccountStore(database).findByName("gone").orElseThrow();
      var erased = new JdbiErasureStore(database).remove(gone.id());
      assertThat(erased.messages()).isEqualTo(300);
    }
    Database.inFolder(folder).close();
    assertThat(filesWithCanary()).isEmpty();
    try (var database = Database.inFolder(folder)) {
      assertThat(new JdbiMessageStore(database).tree(talk.id())).isEqualTo(before);
      assertThat(new JdbiAccountStore(database).all()).containsExactly(kept);
      assertThat(new AuditLog(new JdbiAuditStore(database), () -> NOON).check().intact()).isTrue();
    }
  }

  @Test
  void leaveNumbersGoingOnWhereTheyWere() {
    long last;
    try (var database = Database.inFolder(folder)) {
      var gone = account(database, "gone");
      last = conversation(database, gone.id(), "words").number();
      new JdbiErasureStore(database).remove(gone.id());
    }
    try (var database = Database.inFolder(folder)) {
      var next = account(database, "next");
      assertThat(conversation(database, next.id(), "words").number()).isGreaterThan(last);
      assertThat(next.number()).isEqualTo(2);
    }
  }

  @Test
  void areBuiltAnewOnlyOnce() throws IOException {
    try (var database = Database.inFolder(folder)) {
      new JdbiErasureStore(database).remove(account(database, "gone").id());
    }
    Database.inFolder(folder).close();
    var file = folder.resolve("colloquy.mv.db");
    var built = Files.readAttributes(file, "unix:ino").get("ino");
    Database.inFolder(folder).close();
    assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(built);
  }

  /// As it is when the old file holds what the new one cannot take.
  @Test
  void stayWithTheOldFileWhenTheNewOneCannotBeMade() throws IOException, SQLException {
    try (var database = Database.inFolder(folder)) {
      account(database, "kept");
      new JdbiErasureStore(database).remove(account(database, "gone").id());
    }
    change("create table odd (id integer primary key)");
    Database.inFolder(folder).close();
    assertThat(folder.resolve("colloquy-unfinished.mv.db")).doesNotExist();
    assertThat(isRebuildWanted()).isTrue();

    change("drop table odd");
    try (var database = Database.inFolder(folder)) {
      assertThat(new JdbiAccountStore(database).findByName("kept")).isPresent();
    }
    assertThat(isRebuildWanted()).isFalse();
  }

  private H2File file() {
    return new H2File(folder.resolve("colloquy"), Database.NO_PASSWORD);
  }

  /// Changes the closed file, and forgets which length it had.
  private void change(String sql) throws IOException, SQLException {
    var owner = file().open();
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
    H2Connections.end(owner, "shutdown");
    Files.delete(folder.resolve("instance.json"));
  }

  private boolean isRebuildWanted() throws SQLException {
    try (var owner = file().open()) {
      return Rebuild.wanted(owner);
    }
  }

  @Test
  void areGoneFromAnEncryptedFileThatStaysEncrypted() {
    var password = "5".repeat(64);
    try (var database = Database.inFolder(folder)) {
      account(database, "kept");
      conversation(database, account(database, "gone").id(), CANARY);
    }
    new DatabaseEncryption(folder, () -> password).encrypt();
    try (var database = Database.inFolder(folder, () -> password)) {
      var gone = new JdbiAccountStore(database).findByName("gone").orElseThrow();
      new JdbiErasureStore(database).remove(gone.id());
    }

    try (var database = Database.inFolder(folder, () -> password)) {
      assertThat(new JdbiAccountStore(database).all())
          .extracting(Account::username)
          .containsExactly("kept");
      int wanted =
          database.read(handle ->
              handle.createQuery("select count(*) from rebuild_wanted").mapTo(Integer.class).one());
      assertThat(wanted).isZero();
    }
    assertThat(file().isEncrypted()).isTrue();
  }
}
