package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Citation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.MessageId;
import org.colloquy.model.SourcePassage;
import org.colloquy.server.core.attachment.NewAttachment;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.document.Chunk;
import org.colloquy.server.core.document.DocumentStore.Extent;
import org.colloquy.server.core.document.DocumentStore.FileToRead;
import org.colloquy.server.core.document.DocumentStore.KnownChunk;
import org.colloquy.server.core.document.DocumentStore.PageText;
import org.colloquy.server.core.document.DocumentStore.PlacedChunk;
import org.colloquy.server.core.document.DocumentStore.ReadableFile;
import org.colloquy.server.core.document.DocumentText.Line;
import org.colloquy.server.core.document.DocumentText.Page;
import org.colloquy.server.core.document.LibraryFile;
import org.colloquy.server.core.document.LibraryQuery;
import org.colloquy.server.core.document.Reading;
import org.colloquy.server.core.document.Reading.State;
import org.colloquy.server.core.memory.Meaning;
import org.junit.jupiter.api.Test;

/// Texts of files, and what answers cite of them.
class JdbiDocumentStoreTest extends StoreTest {
  private static final Reading READING = new Reading(State.READING, 0, 0, "", "");
  private static final Page FIRST =
      new Page(
          1, "i", "Ice is cold.\nSo 🙂.", 595.5f, 842, List.of(new Line(0, 12, 72, 90, 60.5f, 12)));
  private static final Page SECOND = new Page(2, "1", "Snow too.", 0, 0, List.of());
  private static final Chunk CHUNK = new Chunk(0, 1, 0, 12);
  private static final Chunk OTHER = new Chunk(1, 2, 0, 9);

  private final JdbiDocumentStore documents = new JdbiDocumentStore(database);
  private final JdbiCitationStore citations = new JdbiCitationStore(database);
  private final JdbiAttachmentStore attachments = new JdbiAttachmentStore(database);
  private final AccountId ada = account("ada").id();
  private final ConversationId talk = conversation(ada, "talk").id();
  private final AttachmentId file = file("ice.pdf", 17);

  JdbiDocumentStoreTest(Kind kind) {
    super(kind);
  }

  private AttachmentId file(String name, long size) {
    return attachments
        .add(
            new NewAttachment(
                new AttachmentId(next()), talk, null, name, "application/pdf", size, NOON))
        .id();
  }

  private void read() {
    documents.put(file, READING);
    documents.keep(file, List.of(FIRST, SECOND), List.of(CHUNK, OTHER), "a hint");
    documents.ready(file);
  }

  private int rows(String table) {
    return database.read(
        handle -> handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }

  @Test
  void listsTheFilesOfAnAccountNewestFirst() {
    var other = file("100%_Snow and ICE.csv", 3);
    file("only a name", -1);
    read();
    var eve = account("eve").id();

    var all = library(ada, "", Long.MAX_VALUE, 10);
    assertThat(all).extracting(found -> found.attachment().id()).containsExactly(other, file);
    assertThat(all).extracting(LibraryFile::title).containsOnly("talk");
    assertThat(all)
        .extracting(LibraryFile::reading)
        .containsExactly(Reading.NOT_BEGUN, new Reading(State.READY, 2, 0, "", "a hint"));

    var newest = all.getFirst().attachment();
    assertThat(library(ada, "", newest.number(), 10)).containsExactly(all.getLast());
    assertThat(library(ada, "", Long.MAX_VALUE, 1)).containsExactly(all.getFirst());
    assertThat(library(ada, "snow  ice", Long.MAX_VALUE, 10)).containsExactly(all.getFirst());
    assertThat(library(ada, "0%_S", Long.MAX_VALUE, 10)).containsExactly(all.getFirst());
    assertThat(library(ada, "ice snow", Long.MAX_VALUE, 10)).isEmpty();
    assertThat(library(ada, "1_0", Long.MAX_VALUE, 10)).isEmpty();
    assertThat(library(eve, "", Long.MAX_VALUE, 10)).isEmpty();

    new JdbiConversationStore(database).remove(ada, talk, NOON);
    assertThat(library(ada, "", Long.MAX_VALUE, 10)).isEmpty();
  }

  private List<LibraryFile> library(AccountId owner, String words, long before, int most) {
    return documents.library(owner, LibraryQuery.of(words, before, most));
  }

  @Test
  void knowsWhatWasNotReadToTheEnd() {
    file("only a name", -1);
    var waiting = new FileToRead(ada, file, "ice.pdf", "application/pdf");
    assertThat(documents.unread()).containsExactly(waiting);
    assertThat(documents.find(file)).isEmpty();

    assertThat(documents.put(file, READING)).isTrue();
    assertThat(documents.unread()).containsExactly(waiting);
    assertThat(documents.of(ada, talk)).containsExactly(Map.entry(file, READING));
    assertThat(documents.of(account("eve").id(), talk)).isEmpty();

    read();
    assertThat(documents.unread()).isEmpty();
    assertThat(documents.ready()).containsExactly(waiting);
    assertThat(documents.find(file)).contains(new Reading(State.READY, 2, 0, "", "a hint"));

    var failed = new Reading(State.FAILED, 0, 0, "It is broken.", "");
    documents.put(file, failed);
    assertThat(documents.find(file)).contains(failed);
    assertThat(documents.unread()).isEmpty();
    assertThat(documents.ready()).isEmpty();
    assertThat(rows("document_page") + rows("document_chunk")).isZero();
  }

  @Test
  void keepsPagesAndChunksAsTheyAre() {
    read();

    assertThat(documents.page(ada, file, 1)).contains(FIRST);
    assertThat(documents.page(ada, file, 3)).isEmpty();
    assertThat(documents.page(account("eve").id(), file, 1)).isEmpty();
    assertThat(documents.texts(file))
        .containsExactly(new PageText(1, "i", FIRST.text()), new PageText(2, "1", SECOND.text()));
    assertThat(documents.chunk(file, 0)).contains(new PlacedChunk(CHUNK, "i", "Ice is cold."));
    assertThat(documents.chunk(file, 2)).isEmpty();
  }

  @Test
  void keepsMeaningsOfOneModel() {
    read();
    var meaning = Meaning.of(new float[] {1, 0.5f});

    documents.keep(file, "mini", Map.of(OTHER, meaning), 1);

    assertThat(documents.chunks(file, "mini"))
        .containsExactly(
            new KnownChunk(CHUNK, Optional.empty()), new KnownChunk(OTHER, Optional.of(meaning)));
    assertThat(documents.chunks(file, "another"))
        .extracting(KnownChunk::meaning)
        .containsOnly(Optional.empty());
    assertThat(documents.extent(file, "mini")).isEqualTo(new Extent(2, 1));
    assertThat(documents.extent(file, "another")).isEqualTo(new Extent(2, 0));
    assertThat(documents.find(file).orElseThrow().indexed()).isEqualTo(1);
  }

  @Test
  void findsWhatCanBeReadOfOneWhoIsThere() {
    assertThat(documents.readable(talk)).isEmpty();
    read();
    var readable = new ReadableFile(file, talk, "ice.pdf");

    assertThat(documents.readable(talk)).containsExactly(readable);

    new JdbiConversationStore(database).remove(ada, talk, NOON);
    assertThat(documents.page(ada, file, 1)).isEmpty();
  }

  @Test
  void refusesWhatIsGone() {
    new JdbiAccountStore(database).remove(ada);

    assertThat(documents.put(file, READING)).isFalse();
    assertThat(documents.keep(file, List.of(FIRST), List.of(), "")).isFalse();
    assertThat(documents.unread()).isEmpty();
  }

  private MessageId answer() {
    var question = said(talk, "Cold?");
    var growing = growing(talk, question.id());
    return new JdbiMessageStore(database).append(List.of(question, growing)).getLast().id();
  }

  private SourcePassage passage(int number, int start, int end, String text) {
    return new SourcePassage(number, file, "ice.pdf", 1, "i", start, end, text);
  }

  @Test
  void keepsWhatAnAnswerWasGivenWithAndCites() {
    read();
    var answer = answer();
    var ice = passage(1, 0, 12, "Ice is cold.");
    var handbook = new SourcePassage(2, null, "handbook", 1, "", 0, 5, "Help.");
    var found =
        new Citation(
            1,
            3,
            6,
            Citation.State.FOUND,
            "is cold",
            new Citation.Place(file, "ice.pdf", 1, "i", 4, 11));
    var missed = new Citation(9, 7, 10, Citation.State.NOT_FOUND, "", null);

    citations.given(answer, List.of(passage(1, 0, 3, "Ice")));
    citations.given(answer, List.of(ice, handbook));
    citations.cited(answer, List.of(missed));
    citations.cited(answer, List.of(found, missed));

    assertThat(citations.of(talk, 0))
        .containsExactly(new AnswerSources(answer, List.of(ice, handbook), List.of(found, missed)));
    var number = new JdbiMessageStore(database).tree(talk).getLast().number();
    assertThat(citations.of(talk, number)).isEqualTo(citations.of(talk, 0));
    assertThat(citations.of(talk, number + 1)).isEmpty();
    assertThat(citations.of(conversation(ada, "other").id(), 0)).isEmpty();
  }

  @Test
  void keepsACitationWhenItsFileGoesAndNothingWhenItsConversationGoes() {
    read();
    var answer = answer();
    citations.given(answer, List.of(passage(1, 0, 12, "Ice is cold.")));
    citations.cited(
        answer,
        List.of(
            new Citation(
                1,
                3,
                6,
                Citation.State.FOUND,
                "is cold",
                new Citation.Place(file, "ice.pdf", 1, "i", 4, 11))));

    database.write(handle -> handle.execute("delete from attachment where id = ?", file.value()));

    var left = citations.of(talk, 0).getFirst();
    assertThat(left.passages()).isEmpty();
    assertThat(left.citations().getFirst().place())
        .isEqualTo(new Citation.Place(null, "ice.pdf", 1, "i", 4, 11));
    assertThat(rows("document") + rows("document_page") + rows("document_chunk")).isZero();
    citations.given(answer, List.of(passage(1, 0, 12, "Ice is cold.")));
    assertThat(rows("source_passage")).isZero();

    database.write(handle -> handle.execute("delete from conversation where id = ?", talk.value()));
    assertThat(rows("citation")).isZero();
  }
}
