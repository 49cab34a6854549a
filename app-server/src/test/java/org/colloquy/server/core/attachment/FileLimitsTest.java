package org.colloquy.server.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.colloquy.model.Attachment;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.Role;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileLimitsTest {
  private final TestCore test =
      TestCore.taking(new FileLimits(100, 3, 250), ScriptedChatModel.saying("Hi"));
  private final Attachments attachments = test.core().attachments();
  private final ConversationId one = conversation();
  private final ConversationId other = conversation();

  @AfterEach
  void close() {
    test.close();
  }

  private ConversationId conversation() {
    return test.core().conversations().create(test.owner(), "files").id();
  }

  private Attachment upload(ConversationId conversation, int size) {
    var content = new ByteArrayInputStream(new byte[size]);
    return attachments.upload(test.owner(), conversation, "x.bin", content).attachment();
  }

  private Problem refused(ConversationId conversation, int size) {
    return Problems.of(() -> upload(conversation, size));
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    assertThat(refused(one, 101)).isEqualTo(new Problem.TooLarge(100));
    assertThat(upload(one, 100).size()).isEqualTo(100);
  }

  @Test
  void refusesWhatTheAccountHasNoRoomFor() {
    upload(one, 100);
    upload(one, 100);

    assertThat(refused(other, 51)).isEqualTo(new Problem.QuotaReached("files"));
    var last = upload(other, 50);
    assertThat(refused(other, 1)).isEqualTo(new Problem.QuotaReached("files"));
    assertThat(upload(other, 0).size()).isZero();
    attachments.remove(test.owner(), other, last.id());
    assertThat(upload(other, 50).size()).isEqualTo(50);

    var kari = test.member("kari");
    var hers = test.core().conversations().create(kari, "hers").id();
    var content = new ByteArrayInputStream(new byte[100]);
    assertThat(attachments.upload(kari, hers, "x", content).attachment().size()).isEqualTo(100);
  }

  @Test
  void refusesMoreFilesThanAConversationMayHave() {
    var message = test.core().conversations().add(test.owner(), one, Role.USER, "Look").id();
    attachments.note(test.owner(), message, "/data/x.csv", "");
    upload(one, 1);
    upload(one, 2);

    var full = new Problem.QuotaReached("files of this conversation");
    assertThat(refused(one, 3)).isEqualTo(full);
    assertThat(Problems.of(() -> attachments.note(test.owner(), message, "y", ""))).isEqualTo(full);
    assertThat(upload(other, 3).size()).isEqualTo(3);
  }

  /// Two that each fit alone do not both get in because they were looked at at the same time.
  @Test
  void isNotOversoldByUploadsAtTheSameTime() throws Exception {
    var conversations = new ArrayList<ConversationId>();
    for (int i = 0; i < 12; i++) {
      conversations.add(conversation());
    }
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      people.invokeAll(
          conversations.stream().<Callable<Attachment>>map(it -> () -> upload(it, 60)).toList());
    }
    assertThat(test.stores().attachments().size(test.owner().account())).isEqualTo(240);
  }
}
