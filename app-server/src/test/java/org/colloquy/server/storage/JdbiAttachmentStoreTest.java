package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.attachment.NewAttachment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JdbiAttachmentStoreTest extends StoreTest {
  private final JdbiAttachmentStore attachments = new JdbiAttachmentStore(database);
  private final JdbiConversationStore conversations = new JdbiConversationStore(database);
  private final AccountId ada = account("ada").id();
  private final AccountId eve = account("eve").id();
  private final ConversationId talk = conversation(ada, "talk").id();
  private final MessageId message =
      new JdbiMessageStore(database).append(List.of(said(talk, "Look"))).getFirst().id();

  JdbiAttachmentStoreTest(Kind kind) {
    super(kind);
  }

  private Attachment add(@Nullable MessageId to, String name, long size) {
    return attachments.add(
        new NewAttachment(
            new AttachmentId(next()), talk, to, name, "text/csv", size, NOON.plusSeconds(size)));
  }

  @Test
  void findsAnAttachmentByEveryName() {
    var added = add(message, "a/b å.csv", 17);

    assertThat(added.name()).isEqualTo("a/b å.csv");
    assertThat(added.mediaType()).isEqualTo("text/csv");
    assertThat(added.size()).isEqualTo(17);
    assertThat(added.createdAt()).isEqualTo(NOON.plusSeconds(17));
    assertThat(added.message()).isEqualTo(message);
    assertThat(attachments.find(ada, added.id())).contains(added);
    assertThat(attachments.findByNumber(ada, added.number())).contains(added);
  }

  @Test
  void listsThoseOfAMessageAndOfItsConversation() {
    var noted = add(message, "noted", Attachment.NOT_KEPT);
    var loose = add(null, "loose", 3);
    var second = add(message, "second", 4);

    assertThat(loose.message()).isNull();
    assertThat(attachments.of(message)).containsExactly(noted, second);
    assertThat(attachments.of(talk)).containsExactly(noted, loose, second);
    assertThat(attachments.of(new MessageId(next()))).isEmpty();
  }

  @Test
  void hidesThoseOfOthersAndOfTheTrash() {
    var added = add(message, "x", 1);
    assertThat(attachments.find(eve, added.id())).isEmpty();
    assertThat(attachments.findByNumber(eve, added.number())).isEmpty();

    conversations.remove(ada, talk, NOON);

    assertThat(attachments.find(ada, added.id())).isEmpty();
    assertThat(attachments.findByNumber(ada, added.number())).isEmpty();
  }

  @Test
  void goesWithItsAccount() {
    add(message, "x", 1);
    add(null, "y", 2);

    new JdbiAccountStore(database).remove(ada);

    assertThat(attachments.of(talk)).isEmpty();
  }
}
