package org.colloquy.server.core.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.colloquy.model.Problem;
import org.colloquy.model.Role;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.ErasureReport;
import org.colloquy.server.core.identity.Letters.Letter;
import org.colloquy.server.core.identity.Token;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.storage.FileLetters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErasuresTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Erasures erasures = test.core().erasures();
  private final Caller ole = test.member("ole");

  @AfterEach
  void close() {
    test.close();
  }

  private void fill(Caller caller) {
    var core = test.core();
    var conversations = core.conversations();
    var talk = conversations.create(caller, "talk");
    conversations.add(caller, talk.id(), Role.USER, "words");
    var trash = conversations.create(caller, "trash");
    conversations.remove(caller, trash.id());
    core.memories().create(caller, "a fact");
    core.drafts().keep(caller, null, "a question", null);
    core.settings().put(caller, Map.of("theme", "\"dark\""));
    core.keys().addForOpenAi(caller, "mine", Secret.of("sk-0123456789"));
    core.providers().add(caller, "Lab", "http://lab.example/v1");
    core.folders().create(caller, "Thesis", null);
    var content = new ByteArrayInputStream("1,2".getBytes(StandardCharsets.UTF_8));
    core.attachments().upload(caller, talk.id(), "a.csv", content);
  }

  private boolean isOnDisk() {
    return !test.kept().isEmpty();
  }

  @Test
  void forgetsAMemberWithAccountAndFilesAndNobodyElse() {
    fill(ole);
    var kari = test.member("kari");
    fill(kari);

    var report = erasures.erase(ole, " OLE ");

    assertThat(report).isEqualTo(new ErasureReport(2, 1, 1, 1, 1, report.copies()));
    assertThat(isOnDisk()).as("the same file of somebody else").isTrue();
    assertThat(test.stores().accounts().find(ole.account())).isEmpty();
    assertThat(test.core().conversations().newestFirst(kari)).hasSize(1);
    assertThat(test.core().keys().all(kari)).hasSize(1);

    erasures.erase(kari, "kari");
    assertThat(isOnDisk()).isFalse();
    assertThat(test.passages().files()).isEmpty();
  }

  @Test
  void leavesTheOwnersAccountEmpty() {
    var owner = test.owner();
    fill(owner);

    var report = erasures.erase(owner, "owner");

    assertThat(report.conversations()).isEqualTo(2);
    assertThat(isOnDisk()).isFalse();
    var core = test.core();
    assertThat(core.accounts().get(owner).username()).isEqualTo("owner");
    assertThat(core.conversations().newestFirst(owner)).isEmpty();
    assertThat(core.memories().all(owner)).isEmpty();
    assertThat(core.drafts().all(owner)).isEmpty();
    assertThat(core.settings().all(owner)).isEmpty();
    assertThat(core.keys().all(owner)).isEmpty();
    assertThat(core.folders().all(owner)).isEmpty();
    assertThat(core.providers().visible(owner)).noneMatch(one -> one.owner() != null);
  }

  @Test
  void wantsTheUsernameTypedAgain() {
    fill(ole);
    assertThat(Problems.of(() -> erasures.erase(ole, "kari"))).isInstanceOf(Problem.Invalid.class);
    assertThat(test.core().conversations().newestFirst(ole)).hasSize(1);
  }

  @Test
  void isRememberedInAnAuditLogThatStaysWhole() {
    fill(ole);
    erasures.erase(ole, "ole");

    assertThat(test.core().audit().check().intact()).isTrue();
    assertThat(test.audited())
        .last()
        .satisfies(event -> {
          assertThat(event.action()).isEqualTo(Action.ERASED);
          assertThat(event.account()).isEqualTo(ole.account());
        });
    assertThat(test.audited())
        .extracting(AuditEvent::action)
        .contains(Action.KEY_ADDED, Action.PROVIDER_ADDED, Action.CONVERSATION_REMOVED);
    assertThat(test.audited()).extracting(AuditEvent::object).noneMatch(it -> it.contains("ole"));
  }

  @Test
  void destroysLettersAndTellsOfCopies() throws IOException {
    var letters = new FileLetters(test.letters());
    long number = test.core().accounts().get(ole).number();
    var soon = Instant.parse("2026-01-15T11:00:00Z");
    letters.deliver(new Letter(Token.Kind.RESET, number, "ole@example.org", "t", soon));
    letters.deliver(new Letter(Token.Kind.RESET, number + 10, "kari@example.org", "t", soon));
    var folder = Objects.requireNonNull(test.letters().getParent());
    var copy = Files.writeString(folder.resolve("colloquy-before-2.mv.db"), "old");
    Files.setLastModifiedTime(copy, FileTime.from(soon));
    Files.writeString(folder.resolve("colloquy.mv.db"), "this is not a copy");

    var report = erasures.erase(ole, "ole");

    assertThat(report.copies())
        .containsExactly(new ErasureReport.Copy("colloquy-before-2.mv.db", soon));
    try (var left = Files.list(test.letters())) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void followsTheRemovalOfAnAccountToo() {
    fill(ole);
    var report = test.core().administration().remove(test.owner(), ole.account());
    assertThat(report.files()).isEqualTo(1);
    assertThat(isOnDisk()).isFalse();
  }

  /// As it is when the program died after the account was gone and before its files were.
  @Test
  void isFinishedAtTheNextStart() {
    fill(ole);
    test.stores().erasures().remove(ole.account());
    assertThat(isOnDisk()).isTrue();

    assertThat(test.contents().collect()).isEqualTo(1);

    assertThat(isOnDisk()).isFalse();
    assertThat(test.contents().collect()).isZero();
  }
}
