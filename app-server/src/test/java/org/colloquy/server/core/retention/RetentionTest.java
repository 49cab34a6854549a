package org.colloquy.server.core.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import org.colloquy.model.Conversation;
import org.colloquy.model.Folder;
import org.colloquy.model.Problem;
import org.colloquy.model.Role;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.audit.AuditEvent;
import org.colloquy.server.core.audit.AuditEvent.Action;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.folder.Folders;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.Gate;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.RecordingSink;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.core.turn.ScriptedReply;
import org.colloquy.server.core.turn.TurnRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private final Gate gate = new Gate();
  private final TestCore test =
      TestCore.with(
          new ScriptedChatModel(ScriptedReply.says("Hello", " you").waitingBefore(1, gate)));
  private final Conversations conversations = test.core().conversations();
  private final Folders folders = test.core().folders();
  private final Retention retention = test.core().retention();
  private final Caller ole = test.member("ole");

  @AfterEach
  void close() {
    gate.open();
    test.close();
  }

  private Conversation in(Folder folder, String title) {
    return folders.file(ole, conversations.create(ole, title).id(), folder.id());
  }

  private List<AuditEvent> runs() {
    return test.audited().stream().filter(event -> event.action() == Action.RETENTION_RUN).toList();
  }

  @Test
  void deletesForGoodWhatWasNotTouchedForAsLongAsItsFolderPromises() {
    var week = folders.create(ole, "one week", 7);
    var always = folders.create(ole, "always", null);
    var old = in(week, "old");
    var kept = in(always, "kept");
    var loose = conversations.create(ole, "loose");
    test.clock().advance(Duration.ofDays(4));
    var touched = in(week, "touched");
    assertThat(retention.run()).isZero();
    assertThat(runs()).isEmpty();

    test.clock().advance(Duration.ofDays(4));

    assertThat(retention.run()).isEqualTo(1);
    assertThat(conversations.newestFirst(ole)).containsExactly(touched, loose, kept);
    assertThat(Problems.of(() -> conversations.restore(ole, old.id())))
        .isEqualTo(new Problem.NotFound("conversation"));
    assertThat(runs())
        .singleElement()
        .satisfies(run -> {
          assertThat(run.account()).isNull();
          assertThat(run.object()).isEqualTo("folder " + week.id() + ": 1");
        });
  }

  @Test
  void countsFromWhenSomethingWasSaidLast() {
    var week = folders.create(ole, "one week", 7);
    var talk = in(week, "talk");
    test.clock().advance(Duration.ofDays(6));
    conversations.add(ole, talk.id(), Role.USER, "again");
    test.clock().advance(Duration.ofDays(6));

    assertThat(retention.run()).isZero();

    test.clock().advance(Duration.ofDays(2));
    assertThat(retention.run()).isEqualTo(1);
  }

  @Test
  void deletesTheFilesAndWhatIsInTheTrashToo() {
    var day = folders.create(ole, "one day", 1);
    var talk = in(day, "talk");
    test.core()
        .attachments()
        .upload(ole, talk.id(), "a.csv", new ByteArrayInputStream(new byte[9]));
    assertThat(test.kept()).hasSize(1);
    conversations.remove(ole, talk.id());
    test.clock().advance(Duration.ofDays(2));

    assertThat(retention.run()).isEqualTo(1);
    assertThat(test.kept()).isEmpty();
  }

  @Test
  void deletesTheFilesOfWhatLeavesTheTrash() {
    var talk = conversations.create(ole, "talk");
    test.core()
        .attachments()
        .upload(ole, talk.id(), "a.csv", new ByteArrayInputStream(new byte[9]));
    conversations.remove(ole, talk.id());
    test.clock().advance(Duration.ofDays(31));

    assertThat(retention.run()).isEqualTo(1);
    assertThat(test.kept()).isEmpty();
    assertThat(runs()).extracting(AuditEvent::object).containsExactly("trash: 1");
  }

  @Test
  void waitsForATurnThatIsGoingOn() throws InterruptedException {
    var day = folders.create(ole, "one day", 1);
    var talk = in(day, "talk");
    var request =
        new TurnRequest(
            talk.id(),
            new TurnRequest.Question.Said("Hi", null),
            new ModelChoice.Usual(),
            TurnRequest.WhenReaderLeaves.GO_ON);
    var sink = new RecordingSink();
    var asking = Thread.ofVirtual().start(() -> test.core().turns().run(ole, request, sink));
    gate.awaitReached();
    test.clock().advance(Duration.ofDays(2));

    assertThat(retention.run()).isZero();

    gate.open();
    asking.join();
    test.clock().advance(Duration.ofDays(2));
    assertThat(retention.run()).isEqualTo(1);
  }

  @Test
  void runsEveryDay() {
    in(folders.create(ole, "one day", 1), "talk");
    try (var daily = DailyRetention.start(retention, test.clock(), Duration.ofMillis(5))) {
      assertThat(daily).isNotNull();
      test.clock().advance(Duration.ofDays(2));
      await().untilAsserted(() -> assertThat(conversations.newestFirst(ole)).isEmpty());
    }
  }
}
