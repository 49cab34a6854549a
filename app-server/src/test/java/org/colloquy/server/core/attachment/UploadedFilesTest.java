package org.colloquy.server.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.colloquy.model.Activity;
import org.colloquy.model.Attachment;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.TableState;
import org.colloquy.server.BrokenStream;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.activity.Activities;
import org.colloquy.server.core.attachment.Attachments.Uploaded;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadedFilesTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("Hi"));
  private final Attachments attachments = test.core().attachments();
  private final Activities activities = test.core().activities();
  private final Caller ole = test.member("ole");
  private final ConversationId conversation = test.core().conversations().create(ole, "files").id();

  @AfterEach
  void close() {
    test.close();
  }

  private Uploaded upload(Caller caller, String name, String content) {
    var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    return attachments.upload(caller, conversation, name, bytes);
  }

  @Test
  void keepsAFileAndNotesIt() throws IOException {
    var first = upload(ole, "one.csv", "1,2,3");
    activities.note(conversation, Activities.TURN, "something went wrong");
    var second = upload(ole, "two.csv", "4");

    assertThat(first.attachment().size()).isEqualTo(5);
    assertThat(first.line()).isEqualTo(1);
    assertThat(second.line()).isEqualTo(2);
    assertThat(attachments.of(ole, conversation))
        .containsExactly(first.attachment(), second.attachment());
    assertThat(activities.table(ole, conversation))
        .extracting(Activity::kind, Activity::detail)
        .containsExactly(
            tuple("upload", "User uploads file 'one.csv', saving location is in this row."),
            tuple("upload", "User uploads file 'two.csv', saving location is in this row."));
    assertThat(read(ole, first.attachment())).isEqualTo("1,2,3");
    assertThat(first.attachment().mediaType()).isEqualTo("text/csv");
  }

  @Test
  void keepsNothingForSomebodyElsesConversation() {
    var kari = test.member("kari");

    assertThat(Problems.of(() -> upload(kari, "x.csv", "x")))
        .isEqualTo(new Problem.NotFound("conversation"));
    assertThat(test.kept()).isEmpty();
  }

  @Test
  void keepsAndNotesNothingWhenTheContentCannotBeRead() {
    var broken = new BrokenStream(100);

    assertThatThrownBy(() -> attachments.upload(ole, conversation, "x.csv", broken))
        .isInstanceOf(IllegalStateException.class);

    assertThat(attachments.of(ole, conversation)).isEmpty();
    assertThat(activities.table(ole, conversation)).isEmpty();
    assertThat(test.kept()).isEmpty();
  }

  @Test
  void showsNamesWithoutPathsAndWithoutWhatCannotBeSeen() {
    var shown =
        List.of(
            upload(ole, "../../x.csv", "").attachment(),
            upload(ole, "a\\b\\y\0\7.csv", "").attachment(),
            upload(ole, "\u202Ez\u2028.csv", "").attachment(),
            upload(ole, "dir/", "").attachment(),
            upload(ole, "", "").attachment(),
            upload(ole, "🙂".repeat(300), "").attachment());

    assertThat(shown)
        .extracting(Attachment::name)
        .containsExactly("x.csv", "y.csv", "z.csv", "file", "file", "🙂".repeat(255));
  }

  private String read(Caller caller, Attachment file) throws IOException {
    try (var content = attachments.open(caller, file.id()).content()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void keepsTheSameContentOnceForEverybodyAndTellsNobody() throws IOException {
    var kari = test.member("kari");
    var hers = test.core().conversations().create(kari, "hers").id();
    var bytes = new ByteArrayInputStream("same".getBytes(StandardCharsets.UTF_8));

    var one = upload(ole, "one.txt", "same").attachment();
    var two = upload(ole, "two.txt", "same").attachment();
    var other = attachments.upload(kari, hers, "one.txt", bytes).attachment();

    assertThat(test.kept()).hasSize(1);
    assertThat(test.kept().getFirst().getFileName()).hasToString(Sha256.hex("same"));
    assertThat(List.of(one.id(), two.id(), other.id())).doesNotHaveDuplicates();
    attachments.remove(ole, conversation, one.id());
    attachments.remove(ole, conversation, two.id());
    assertThat(read(kari, other)).isEqualTo("same");
    attachments.remove(kari, hers, other.id());
    assertThat(test.kept()).isEmpty();
  }

  @Test
  void leavesNoWordsAndNoRowsOfARemovedFile() {
    var one = upload(ole, "wells.csv", "well,rate\nA-1,2\n").attachment().id();
    var two = upload(ole, "again.csv", "well,rate\nA-1,2\n").attachment().id();
    var passages = test.passages();
    var rows = test.tableData();
    await().until(() -> passages.files().size() == 2);
    await()
        .until(() ->
            test.core().tables().of(ole, conversation).stream()
                    .filter(each -> each.table().state() == TableState.READY)
                    .count()
                == 2);

    attachments.remove(ole, conversation, one);

    await().until(() -> passages.files().equals(Set.of(two)));
    assertThat(rows.has(conversation, "wells")).isFalse();
    assertThat(rows.has(conversation, "again")).isTrue();
    attachments.remove(ole, conversation, two);
    await().until(() -> passages.files().isEmpty());
    assertThat(rows.all()).isEmpty();
  }

  @Test
  void findsNoFileOfSomebodyElseNorOneInTheWrongConversation() {
    var file = upload(ole, "x.txt", "x").attachment();
    var kari = test.member("kari");
    var notFound = new Problem.NotFound("attachment");
    var elsewhere = test.core().conversations().create(ole, "elsewhere").id();

    assertThat(Problems.of(() -> attachments.open(kari, file.id()))).isEqualTo(notFound);
    assertThat(Problems.of(() -> attachments.remove(kari, conversation, file.id())))
        .isEqualTo(notFound);
    assertThat(Problems.of(() -> attachments.remove(ole, elsewhere, file.id())))
        .isEqualTo(notFound);
    assertThat(attachments.of(ole, conversation)).containsExactly(file);
  }

  @Test
  void doesNotOpenWhatIsInTheTrash() {
    var file = upload(ole, "x.txt", "x").attachment();
    test.core().conversations().remove(ole, conversation);

    assertThat(Problems.of(() -> attachments.open(ole, file.id())))
        .isEqualTo(new Problem.NotFound("attachment"));
    assertThat(test.kept()).hasSize(1);
  }

  @Test
  void believesTheContentAndNotTheName() {
    var types =
        List.of(
            upload(ole, "x.exe", "%PDF-1.7\n%").attachment(),
            upload(ole, "x.pdf", "\0\1\2\3").attachment(),
            upload(ole, "x.pdf", "just words").attachment());

    assertThat(types)
        .extracting(Attachment::mediaType)
        .containsExactly("application/pdf", "application/octet-stream", "text/plain");
  }
}
