package org.colloquy.server.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.model.Attachment;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.Problem;
import org.colloquy.model.Role;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttachmentsTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Attachments attachments = test.core().attachments();

  @AfterEach
  void close() {
    test.close();
  }

  private Message message(Caller caller) {
    var conversations = test.core().conversations();
    return conversations.add(caller, conversations.create(caller, "x").id(), Role.USER, "Look");
  }

  private Attachment note(Caller caller, MessageId message, String name, String type) {
    return attachments.note(caller, message, name, type);
  }

  @Test
  void notesWhereAFileIsAndKeepsNothingOfIt() {
    var message = message(test.owner());

    var first = note(test.owner(), message.id(), "/data/../methane.csv", "text/csv");
    var second = note(test.owner(), message.id(), "https://lab.example/plot.png", "");

    assertThat(first.size()).isEqualTo(Attachment.NOT_KEPT);
    assertThat(first.name()).isEqualTo("/data/../methane.csv");
    assertThat(first.message()).isEqualTo(message.id());
    assertThat(first.conversation()).isEqualTo(message.conversation());
    assertThat(first.createdAt()).isEqualTo(test.clock().instant());
    assertThat(attachments.of(test.owner(), message.id())).containsExactly(first, second);
    assertThat(attachments.of(test.owner(), message.conversation())).containsExactly(first, second);
  }

  @Test
  void doesNotFindOtherPeoplesMessages() {
    var message = message(test.owner());
    var other = test.member("other");
    var notFound = new Problem.NotFound("message");

    assertThat(Problems.of(() -> note(other, message.id(), "x", ""))).isEqualTo(notFound);
    assertThat(Problems.of(() -> attachments.of(other, message.id()))).isEqualTo(notFound);
    assertThat(Problems.of(() -> attachments.of(other, message.conversation())))
        .isEqualTo(new Problem.NotFound("conversation"));
    assertThat(attachments.of(test.owner(), message.id())).isEmpty();
  }

  @Test
  void goesToTheTrashWithItsConversation() {
    var message = message(test.owner());
    note(test.owner(), message.id(), "x", "");

    test.core().conversations().remove(test.owner(), message.conversation());

    assertThat(Problems.of(() -> attachments.of(test.owner(), message.id())))
        .isEqualTo(new Problem.NotFound("message"));
  }

  @Test
  void tellsWhatIsWrongWithANameAndAType() {
    var message = message(test.owner());

    var problem =
        Problems.of(() -> note(test.owner(), message.id(), " ", "text/" + "x".repeat(300)));

    assertThat(((Problem.Invalid) problem).faults())
        .extracting(Problem.Fault::field)
        .containsExactly("fileName", "mediaType");
  }
}
