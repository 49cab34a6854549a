package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.Sha256;
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
    return add(to, name, size, null);
  }

  private Attachment add(
      @Nullable MessageId to, String name, long size, @Nullable ContentHash content) {
    var at = NOON.plusSeconds(Math.min(size, 100));
    return attachments.add(
        new NewAttachment(new AttachmentId(next()), talk, to, name, "text/csv", size, at, content));
  }

  private static ContentHash hash(String content) {
    return new ContentHash(Sha256.hex(content));
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
  void knowsWhichContentsAreReferredTo() {
    var one = hash("one");
    var two = hash("two");
    var whole = add(null, "whole", 3, one);
    add(null, "again", 3, one);
    var noted = add(message, "noted", Attachment.NOT_KEPT);

    assertThat(attachments.content(whole.id())).contains(one);
    assertThat(attachments.content(noted.id())).isEmpty();
    assertThat(attachments.content(new AttachmentId(next()))).isEmpty();
    assertThat(attachments.referred(List.of(one, two))).containsExactly(one);
    assertThat(attachments.referred(List.of())).isEmpty();

    assertThat(attachments.refer(whole.id(), two)).isTrue();
    assertThat(attachments.refer(new AttachmentId(next()), two)).isFalse();
    assertThat(attachments.content(whole.id())).contains(two);
    assertThat(attachments.referred(List.of(one, two))).containsExactlyInAnyOrder(one, two);
  }

  @Test
  void addsUpWhatAnAccountHasWithTheTrash() {
    assertThat(attachments.size(ada)).isZero();
    add(null, "one", 5_000_000_000L);
    add(null, "two", 7);
    add(message, "noted", Attachment.NOT_KEPT);
    conversations.remove(ada, talk, NOON);

    assertThat(attachments.size(ada)).isEqualTo(5_000_000_007L);
    assertThat(attachments.size(eve)).isZero();
  }

  @Test
  void removesForTheOwnerAlone() {
    var file = add(null, "x", 1);

    assertThat(attachments.remove(eve, file.id())).isFalse();
    assertThat(attachments.find(ada, file.id())).isPresent();
    assertThat(attachments.remove(ada, file.id())).isTrue();
    assertThat(attachments.find(ada, file.id())).isEmpty();
    assertThat(attachments.remove(ada, file.id())).isFalse();
  }

  @Test
  void goesWithItsAccount() {
    add(message, "x", 1);
    add(null, "y", 2);

    new JdbiAccountStore(database).remove(ada);

    assertThat(attachments.of(talk)).isEmpty();
  }
}
