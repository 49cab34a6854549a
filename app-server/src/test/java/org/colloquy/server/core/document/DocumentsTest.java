package org.colloquy.server.core.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.CountingIds;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.cluster.Servers;
import org.colloquy.server.core.cluster.Switchboard;
import org.colloquy.server.core.document.Reading.State;
import org.colloquy.server.core.embedding.NoEmbedder;
import org.colloquy.server.core.embedding.TextEmbedder;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.retrieval.DocumentIndex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
  @TempDir Path folder;

  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final Documents own = test.core().documents();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (var one : open.reversed()) {
      one.close();
    }
    test.close();
  }

  private AttachmentId upload(Caller caller, String name, String content) {
    var conversation = test.core().conversations().create(caller, "").id();
    return test.core()
        .attachments()
        .upload(
            caller,
            conversation,
            name,
            new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
        .attachment()
        .id();
  }

  private AttachmentId upload(String content) {
    return upload(test.owner(), "ice.txt", content);
  }

  private void awaitState(Documents documents, AttachmentId file, State state) {
    await().until(() -> documents.of(test.owner(), file).state() == state);
  }

  /// Another reader over the same stores, as after a new start of the program.
  private Documents another(Extractor extractor, TextEmbedder embedder) {
    var index = new DocumentIndex(folder.resolve("another"));
    open.add(index);
    var documents =
        new Documents(
            test.stores().documents(),
            test.stores().attachments(),
            test.contents(),
            new Documents.Means(extractor, index, embedder),
            new Switchboard(Servers.ALONE, new CountingIds()),
            List.of());
    open.add(documents);
    return documents;
  }

  @Test
  void readAFileThatArrives() {
    var file = upload("Ice is cold.\fSnow too.");

    awaitState(own, file, State.READY);

    await().until(() -> own.of(test.owner(), file).indexed() == 2);
    assertThat(own.of(test.owner(), file)).isEqualTo(new Reading(State.READY, 2, 2, "", ""));
    assertThat(own.page(test.owner(), file, 2).text()).isEqualTo("Snow too.");
    assertThat(Problems.of(() -> own.page(test.owner(), file, 3)))
        .isEqualTo(new Problem.NotFound("page"));
  }

  @Test
  void sayWhyAFileWasNotRead() {
    var broken = upload("a\0b");
    var empty = upload(" \n\f ");

    awaitState(own, broken, State.FAILED);
    awaitState(own, empty, State.NOTHING);

    assertThat(own.of(test.owner(), broken).failure()).isEqualTo("This file is no text.");
  }

  @Test
  void areNotFoundBySomebodyElse() {
    var file = upload("Ice.");
    awaitState(own, file, State.READY);
    var eve = test.member("eve");

    assertThat(Problems.of(() -> own.of(eve, file))).isEqualTo(new Problem.NotFound("attachment"));
    assertThat(Problems.of(() -> own.page(eve, file, 1))).isEqualTo(new Problem.NotFound("page"));
    assertThat(Problems.of(() -> own.readAgain(eve, file)))
        .isEqualTo(new Problem.NotFound("attachment"));
  }

  @Test
  void readAFileOnceMore() {
    var file = upload("a\0b");
    awaitState(own, file, State.FAILED);
    var documents =
        another(
            (_, _) -> new DocumentText("", List.of(page("Ice.")), Map.of(), ""), new NoEmbedder());

    assertThat(documents.readAgain(test.owner(), file)).isEqualTo(Reading.NOT_BEGUN);

    awaitState(documents, file, State.READY);
    assertThat(documents.page(test.owner(), file, 1).text()).isEqualTo("Ice.");
  }

  private static DocumentText.Page page(String text) {
    return PlainTextExtractor.page(1, text);
  }

  @Test
  void goOnAfterTheProgramEnded() {
    var file = upload("Ice is cold.");
    awaitState(own, file, State.READY);
    own.close();
    var late = upload("Snow.");
    test.stores().documents().put(file, new Reading(State.READING, 0, 0, "", ""));

    var documents = another(new PlainTextExtractor(), new NoEmbedder());
    documents.begin();

    awaitState(documents, file, State.READY);
    awaitState(documents, late, State.READY);
  }

  @Test
  void fillAnIndexThatIsMissing() {
    var file = upload("Ice is cold.");
    awaitState(own, file, State.READY);
    var index = new DocumentIndex(folder.resolve("new"));
    open.add(index);
    var documents =
        new Documents(
            test.stores().documents(),
            test.stores().attachments(),
            test.contents(),
            new Documents.Means(new PlainTextExtractor(), index, new NoEmbedder()),
            new Switchboard(Servers.ALONE, new CountingIds()),
            List.of());
    open.add(documents);

    documents.begin();

    await()
        .until(() ->
            index.byWords("ice", List.of(file), 1).equals(List.of(new PassageIndex.Hit(file, 0))));
  }

  @Test
  void workOutMeaningsAfterTheWords() {
    var file = upload("Ice is cold.\fSnow too.");
    awaitState(own, file, State.READY);
    own.close();
    var allowed = new CountDownLatch(1);
    var documents = another(new PlainTextExtractor(), new SlowEmbedder(allowed));

    documents.readAgain(test.owner(), file);

    awaitState(documents, file, State.READY);
    assertThat(documents.of(test.owner(), file).indexed()).isZero();
    allowed.countDown();
    await().until(() -> documents.of(test.owner(), file).indexed() == 2);
    assertThat(test.stores().documents().chunks(file, "slow"))
        .allMatch(chunk -> chunk.meaning().isPresent());
  }

  /// Waits until it is allowed to answer.
  private record SlowEmbedder(CountDownLatch allowed) implements TextEmbedder {
    @Override
    public String model() {
      return "slow";
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
      try {
        allowed.await();
      } catch (InterruptedException e) {
        throw new ProblemException(new Problem.Unavailable("stopped"), e);
      }
      return texts.stream().map(_ -> new float[] {1, 0}).toList();
    }
  }

  /// Lets a test see who is being read.
  private static final class SlowExtractor implements Extractor {
    private final CountDownLatch allowed = new CountDownLatch(1);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<String> read = Collections.synchronizedList(new ArrayList<>());

    @Override
    public DocumentText extract(InputStream content, String name) {
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      read.add(name);
      try {
        allowed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ProblemException(new Problem.Unavailable("stopped"), e);
      } finally {
        now.decrementAndGet();
      }
      return new DocumentText("", List.of(page("Ice.")), Map.of(), "");
    }
  }

  @Test
  void readTwoAtOnceAndTakeAccountsInTurn() {
    own.close();
    var eve = test.member("eve");
    for (int i = 0; i < 6; i++) {
      upload(test.owner(), "ada" + i, "x");
    }
    upload(eve, "eve0", "x");
    var extractor = new SlowExtractor();
    var documents = another(extractor, new NoEmbedder());
    documents.begin();
    await().until(() -> extractor.read.size() == 2);

    extractor.allowed.countDown();

    await().until(() -> extractor.read.size() == 7);
    assertThat(extractor.most.get()).isEqualTo(Documents.AT_ONCE);
    assertThat(extractor.read.subList(0, 4)).contains("eve0");
  }

  @Test
  void stopForAnAccountThatGoes() {
    own.close();
    var file = upload("x");
    var extractor = new SlowExtractor();
    var documents = another(extractor, new NoEmbedder());
    documents.begin();
    await().until(() -> extractor.now.get() == 1);

    documents.stop(test.owner().account());

    assertThat(extractor.now.get()).isZero();
    assertThat(documents.of(test.owner(), file).state()).isEqualTo(State.READING);
  }
}
