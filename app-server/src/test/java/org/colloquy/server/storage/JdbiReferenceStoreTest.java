package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.attachment.NewAttachment;
import org.colloquy.server.core.bibliography.Entry;
import org.colloquy.server.core.bibliography.Entry.Origin;
import org.colloquy.server.core.bibliography.Reference;
import org.colloquy.server.core.bibliography.Reference.Author;
import org.junit.jupiter.api.Test;

class JdbiReferenceStoreTest extends StoreTest {
  private static final Reference NOTES =
      new Reference(
          "key",
          "book",
          "Notes \uD83D\uDE42",
          List.of(new Author("L\u00F6vel\tace", "Ada"), new Author("A Group", "")),
          "1843",
          "in",
          "v",
          "i",
          "p",
          "by",
          "10.1/x",
          "isbn",
          "arxiv",
          "url");

  private final JdbiReferenceStore references = new JdbiReferenceStore(database);
  private final AccountId ada = account("ada").id();
  private final ConversationId conversation = conversation(ada, "talk").id();

  JdbiReferenceStoreTest(Kind kind) {
    super(kind);
  }

  private AttachmentId file(ConversationId of) {
    var id = new AttachmentId(UUID.randomUUID());
    new JdbiAttachmentStore(database)
        .add(new NewAttachment(id, of, null, "a.pdf", "application/pdf", 1, Instant.EPOCH));
    return id;
  }

  @Test
  void keepsWhatWasSaidLast() {
    var file = file(conversation);
    assertThat(references.find(file)).isEmpty();
    assertThat(references.put(new Entry(file, Reference.NONE, Origin.FOUND))).isTrue();
    assertThat(references.put(new Entry(file, NOTES, Origin.PERSON))).isTrue();

    var kept = references.find(file).orElseThrow();
    assertThat(kept.origin()).isEqualTo(Origin.PERSON);
    assertThat(kept.reference().authors())
        .containsExactly(new Author("L\u00F6vel ace", "Ada"), new Author("A Group", ""));
    assertThat(kept.reference().title()).isEqualTo(NOTES.title());
    assertThat(kept.reference().url()).isEqualTo("url");
    assertThat(references.of(conversation)).containsExactly(kept);
    assertThat(references.of(conversation(ada, "other").id())).isEmpty();
  }

  @Test
  void keepsListsApartFromWhatFilesAre() {
    var list = file(conversation);
    var other = NOTES.withKey("other");
    assertThat(references.putListed(list, List.of(NOTES, NOTES))).isTrue();
    assertThat(references.putListed(list, List.of(other, NOTES))).isTrue();

    assertThat(references.of(conversation)).isEmpty();
    assertThat(references.listed(conversation))
        .extracting(Reference::key)
        .containsExactly("other", "key");
  }

  @Test
  void goesWithItsFile() {
    var file = file(conversation);
    references.put(new Entry(file, NOTES, Origin.FOUND));
    references.putListed(file, List.of(NOTES));
    new JdbiErasureStore(database).remove(ada);

    assertThat(references.find(file)).isEmpty();
    assertThat(references.listed(conversation)).isEmpty();
    assertThat(references.put(new Entry(file, NOTES, Origin.FOUND))).isFalse();
    assertThat(references.putListed(file, List.of(NOTES))).isFalse();
  }

  @Test
  void knowsNothingOfAnAnswerThatCitesNothing() {
    references.put(new Entry(file(conversation), NOTES, Origin.FOUND));
    assertThat(references.citedIn(new org.colloquy.model.MessageId(UUID.randomUUID()))).isEmpty();
  }
}
