package org.colloquy.server.core.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.colloquy.model.Activity;
import org.colloquy.model.Attachment;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.server.BrokenStream;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
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
    return attachments.upload(caller, conversation, name, "text/csv", bytes);
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
    assertThat(Files.readString(test.files().resolve(first.attachment().id().toString())))
        .isEqualTo("1,2,3");
  }

  @Test
  void keepsNothingForSomebodyElsesConversation() {
    var kari = test.member("kari");

    assertThat(Problems.of(() -> upload(kari, "x.csv", "x")))
        .isEqualTo(new Problem.NotFound("conversation"));
    assertThat(test.files()).doesNotExist();
  }

  @Test
  void keepsAndNotesNothingWhenTheContentCannotBeRead() throws IOException {
    var broken = new BrokenStream(100);

    assertThatThrownBy(() -> attachments.upload(ole, conversation, "x.csv", "", broken))
        .isInstanceOf(IllegalStateException.class);

    assertThat(attachments.of(ole, conversation)).isEmpty();
    assertThat(activities.table(ole, conversation)).isEmpty();
    try (var files = Files.list(test.files())) {
      assertThat(files).isEmpty();
    }
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

  @Test
  void refusesAKindThatIsTooLong() {
    var none = InputStream.nullInputStream();

    assertThat(
            Problems.of(
                () -> attachments.upload(ole, conversation, "x.csv", "x".repeat(256), none)))
        .isInstanceOf(Problem.Invalid.class);
  }
}
