package org.colloquy.server.tool.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.colloquy.model.Agent;
import org.colloquy.model.Conversation;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadFileTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final ReadFile tool =
      new ReadFile(new ConversationFiles(test.core().attachments(), test.core().documents()));
  private final Conversation conversation = test.core().conversations().create(test.owner(), "");

  @AfterEach
  void close() {
    test.close();
  }

  private void upload(String name, byte[] content) {
    test.core()
        .attachments()
        .upload(test.owner(), conversation.id(), name, new ByteArrayInputStream(content));
  }

  private String read(Caller caller, String arguments) {
    return tool.run(new Occasion(caller, conversation.id(), Agent.NONE), arguments);
  }

  private String read(String arguments) {
    return read(test.owner(), arguments);
  }

  private String why(String arguments) {
    return ((Problem.Unavailable) Problems.of(() -> read(arguments))).why();
  }

  @Test
  void readsTheLastFileOfThisName() {
    upload("notes.md", "old".getBytes(StandardCharsets.UTF_8));
    upload("Notes.md", "# Neues 🙂".getBytes(StandardCharsets.UTF_8));

    assertThat(read("{\"name\":\"notes.md\"}")).isEqualTo("# Neues 🙂");
  }

  @Test
  void readsALongFileInPieces() {
    upload("long.txt", ("🙂".repeat(8_000) + "abc").getBytes(StandardCharsets.UTF_8));

    var first = read("{\"name\":\"long.txt\"}");
    var second = read("{\"name\":\"long.txt\",\"from\":16000}");

    assertThat(first).startsWith("🙂").endsWith("\n[Go on from 16000 of 16003.]");
    assertThat(second).isEqualTo("abc");
    assertThat(Problems.of(() -> read("{\"name\":\"long.txt\",\"from\":16003}")))
        .isInstanceOf(Problem.Invalid.class);
  }

  @Test
  void tellsThePagesOfAPaper() {
    upload("paper.pdf", "One.\fTwo.\fThree.".getBytes(StandardCharsets.UTF_8));

    await()
        .ignoreExceptionsInstanceOf(ProblemException.class)
        .untilAsserted(() ->
            assertThat(read("{\"name\":\"paper.pdf\",\"page\":2}"))
                .isEqualTo("[Page 2]\nTwo.\n\n[Page 3]\nThree."));
    assertThat(Problems.of(() -> read("{\"name\":\"paper.pdf\",\"page\":4}")))
        .isEqualTo(new Problem.Invalid("page", "The file has 3 pages."));
  }

  @Test
  void saysPlainlyWhatCannotBeRead() {
    upload("paper.PDF", new byte[] {1, 0, 2});
    upload("data.bin", new byte[] {1, 0, 2});

    await()
        .untilAsserted(
            () -> assertThat(why("{\"name\":\"paper.pdf\"}")).isEqualTo("This file is no text."));
    assertThat(why("{\"name\":\"data.bin\"}")).isEqualTo("This file is no text.");
    assertThat(why("{\"name\":\"../../etc/passwd\"}"))
        .isEqualTo("There is no file of this name. There are: paper.PDF, data.bin.");
  }

  @Test
  void findsNothingOfSomebodyElse() {
    upload("notes.md", "mine".getBytes(StandardCharsets.UTF_8));

    assertThat(Problems.of(() -> read(test.member("eve"), "{\"name\":\"notes.md\"}")))
        .isEqualTo(new Problem.NotFound("conversation"));
  }
}
