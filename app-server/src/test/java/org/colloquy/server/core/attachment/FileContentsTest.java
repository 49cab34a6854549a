package org.colloquy.server.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.colloquy.model.Attachment;
import org.colloquy.model.AttachmentId;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.ContentHash;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Contents and the rows that refer to them stay together, whatever happens in between.
class FileContentsTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final FileContents contents = test.contents();
  private final AttachmentStore store = test.stores().attachments();
  private final Attachments attachments = test.core().attachments();
  private final Caller ole = test.member("ole");
  private final ConversationId conversation = test.core().conversations().create(ole, "files").id();
  private int made;

  @AfterEach
  void close() {
    test.close();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ContentHash hash(String text) {
    return new ContentHash(Sha256.hex(text));
  }

  private String read(AttachmentId id) throws IOException {
    try (var content = contents.open(id)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// A row as versions before this one wrote it, and its content where they kept it.
  private Attachment old(String text) throws IOException {
    var row = row(text);
    Files.writeString(oldFile(row.id()), text);
    return row;
  }

  private Attachment row(String text) {
    made++;
    var id = new AttachmentId(new java.util.UUID(77, made));
    return store.add(
        new NewAttachment(
            id, conversation, null, "old.txt", "", text.length(), test.clock().instant()));
  }

  private Path oldFile(AttachmentId id) throws IOException {
    return Files.createDirectories(test.files().resolveSibling("files")).resolve(id.toString());
  }

  @Test
  void carriesOverWhatAnOlderVersionKept() throws IOException {
    var one = old("one");
    var same = old("one");
    var two = old("two");
    var nobodys = new AttachmentId(new java.util.UUID(5, 5));
    Files.writeString(oldFile(nobodys), "removed before its content was");

    assertThat(contents.carryOver()).isEqualTo(3);
    assertThat(contents.collect()).isZero();

    assertThat(read(one.id())).isEqualTo("one");
    assertThat(read(same.id())).isEqualTo("one");
    assertThat(read(two.id())).isEqualTo("two");
    assertThat(test.kept()).hasSize(2);
    assertThat(oldFile(nobodys)).doesNotExist();
    assertThat(contents.carryOver()).isZero();
  }

  /// As it is when the program died after the row knew the hash and before the content moved.
  @Test
  void goesOnWithACarryingOverThatWasCutOff() throws IOException {
    var half = old("half");
    store.refer(half.id(), hash("half"));

    assertThat(contents.carryOver()).isEqualTo(1);
    assertThat(contents.collect()).isZero();

    assertThat(read(half.id())).isEqualTo("half");
  }

  /// As it is when the program died after a content was in its place and before it had a row.
  @Test
  void collectsAContentThatNeverGotItsRow() {
    try (var incoming = contents.receive(bytes("lost"), 100)) {
      incoming.settle();
    }
    assertThat(test.kept()).hasSize(1);

    assertThat(contents.collect()).isEqualTo(1);

    assertThat(test.kept()).isEmpty();
  }

  @Test
  void forgetsAContentWhoseRowIsRefusedUnlessAnotherRefersToIt() throws IOException {
    try (var incoming = contents.receive(bytes("refused"), 100)) {
      assertThatThrownBy(() -> contents.keep(incoming, FileContentsTest::refuse))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(test.kept()).isEmpty();

    var kept = attachments.upload(ole, conversation, "a", bytes("refused")).attachment();
    try (var incoming = contents.receive(bytes("refused"), 100)) {
      assertThatThrownBy(() -> contents.keep(incoming, FileContentsTest::refuse))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(read(kept.id())).isEqualTo("refused");
  }

  private static Attachment refuse() {
    throw new IllegalStateException("refused");
  }

  @Test
  void hasNoContentForWhatIsOnlyNoted() {
    var noted = row("never kept");

    assertThat(Problems.of(() -> contents.open(noted.id())))
        .isEqualTo(new Problem.NotFound("attachment"));
  }

  /// Every file that was acknowledged can be read until it is removed, although the same content is
  /// removed elsewhere all the time.
  @Test
  void neverLeavesAnAcknowledgedFileWithoutContent() throws Exception {
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var working = new ArrayList<Future<?>>();
      for (int i = 0; i < 8; i++) {
        working.add(people.submit(this::comeAndGo));
      }
      for (var one : working) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a file was without content", e);
    }
    assertThat(test.kept()).isEmpty();
  }

  private Void comeAndGo() throws IOException {
    var mine = test.core().conversations().create(ole, "mine").id();
    for (int i = 0; i < 60; i++) {
      var file = attachments.upload(ole, mine, "x.txt", bytes("the same")).attachment();
      assertThat(read(file.id())).isEqualTo("the same");
      attachments.remove(ole, mine, file.id());
    }
    return null;
  }
}
