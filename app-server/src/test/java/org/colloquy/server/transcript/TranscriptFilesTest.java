package org.colloquy.server.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.core.importing.Transcript;
import org.colloquy.server.core.importing.TranscriptTaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TranscriptFilesTest {
  private static final String CHATGPT =
      """
      {"title": "Cells", "create_time": 1700000000.5, "conversation_id": "c1", "current_node": "d",
       "mapping": {
        "root": {"id": "root", "message": null, "parent": null, "children": ["a"]},
        "a": {"message": {"author": {"role": "user"}, "create_time": 1700000001.0,
              "content": {"content_type": "multimodal_text", "parts": [
                {"content_type": "image_asset_pointer"}, "What is this?"]}},
              "parent": "root", "children": ["b", "e"]},
        "b": {"message": {"author": {"role": "assistant"}, "content": {"content_type": "thoughts",
              "thoughts": [{"summary": "Look", "content": "It is round."}]}},
              "parent": "a", "children": ["c"]},
        "c": {"message": {"author": {"role": "assistant"}, "content":
              {"content_type": "reasoning_recap", "content": "Thought for 2 s"}},
              "parent": "b", "children": ["d"]},
        "d": {"message": {"author": {"role": "assistant"}, "metadata": {"model_slug": "gpt-5"},
              "content": {"content_type": "text", "parts": ["A cell."]}},
              "parent": "c", "children": []},
        "e": {"message": {"author": {"role": "assistant"}, "content":
              {"content_type": "code", "language": "python", "text": "print('```')"}},
              "parent": "a", "children": []}}}
      """;
  private static final String CLAUDE =
      """
      {"uuid": "k1", "name": "Fish", "created_at": "2025-05-01T10:00:00.123456Z", "chat_messages": [
        {"uuid": "m1", "sender": "human", "text": "Read this", "content": [],
         "created_at": "2025-05-01T10:00:01+02:00",
         "attachments": [{"file_name": "a.txt", "extracted_content": "cod"}],
         "files": [{"file_name": "b.png"}]},
        {"uuid": "m2", "sender": "assistant", "text": "old", "content": [
          {"type": "thinking", "thinking": "Cod is a fish."},
          {"type": "text", "text": "It says"}, {"type": "text", "text": "cod."},
          {"type": "tool_use", "name": "search", "input": {"q": "cod"}},
          {"type": "tool_result", "content": [{"type": "text", "text": "found"}]}]}]}
      """;
  private static final String OPEN_WEBUI =
      """
      {"id": "w1", "title": "Rain", "created_at": 1700000000, "chat": {"title": "other", "history": {
        "currentId": "y", "messages": {
          "x": {"id": "x", "parentId": null, "role": "user", "content": "Rain?",
                "timestamp": 1700000001, "files": [{"name": "map.pdf"}]},
          "y": {"id": "y", "parentId": "x", "role": "assistant", "model": "llama3",
                "content": "<details type=\\"reasoning\\" done=\\"true\\" duration=\\"3\\">\\n<summary>Thought for 3 seconds</summary>\\n> Clouds are\\n> low.\\n</details>\\nYes."}}}}}
      """;
  private static final String LIBRECHAT =
      """
      {"conversationId": "l1", "title": "Ice", "branches": true, "recursive": true,
       "options": {"model": "mistral-large"}, "messages": [
        {"messageId": "p", "parentMessageId": "00000000-0000-0000-0000-000000000000",
         "isCreatedByUser": true, "text": "Is ice blue?", "createdAt": "2025-01-02T03:04:05.678Z",
         "children": [
          {"messageId": "q", "parentMessageId": "p", "isCreatedByUser": false, "text": "",
           "content": [{"type": "think", "think": "Thick ice."},
                       {"type": "text", "text": {"value": "Thick ice is."}}], "children": []},
          {"messageId": "r", "parentMessageId": "p", "isCreatedByUser": false,
           "model": "small", "text": "No.", "children": []}]}]}
      """;

  @TempDir Path folder;
  private final List<Transcript> taken = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  private final TranscriptTaker taker =
      new TranscriptTaker() {
        @Override
        public void transcript(Transcript transcript) {
          taken.add(transcript);
        }

        @Override
        public void unreadable(String origin, String what, String why) {
          refused.add(origin + ", " + what + ": " + why);
        }
      };

  private void read(byte[] content, String name) {
    TranscriptFiles.in(folder).read(new ByteArrayInputStream(content), name, taker);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private void read(String content) {
    read(content.getBytes(StandardCharsets.UTF_8), "talk.md");
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private Transcript.Line line(String key) {
    return taken.getLast().lines().stream()
        .filter(line -> line.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void readsChatGptsTreeWithItsThoughtsAndBranches() {
    read("[" + CHATGPT + "]");

    var transcript = taken.getFirst();
    assertThat(transcript.origin()).isEqualTo("ChatGPT");
    assertThat(transcript.key()).isEqualTo("c1");
    assertThat(transcript.title()).isEqualTo("Cells");
    assertThat(transcript.createdAt()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_500L));
    assertThat(transcript.last()).isEqualTo("d");
    assertThat(line("a").content()).isEqualTo("[Picture]\n\nWhat is this?");
    assertThat(line("a").role()).isEqualTo(Role.USER);
    assertThat(line("b").content() + line("b").reasoning() + line("c").content()).isEmpty();
    assertThat(line("d").content()).isEqualTo("A cell.");
    assertThat(line("d").reasoning()).isEqualTo("Look\n\nIt is round.");
    assertThat(line("d").model()).isEqualTo(new ModelUsed("ChatGPT", "gpt-5"));
    assertThat(line("e").content()).isEqualTo("````python\nprint('```')\n````");
    assertThat(line("e").parent()).isEqualTo("a");
  }

  @Test
  void readsEveryPartOfChatGptsNewerArchives() throws IOException {
    read(
        zip(
            Map.of(
                "export/conversations-000.json", "[" + CHATGPT + "]",
                "export/conversations-001.json", "[" + CHATGPT.replace("c1", "c2") + "]",
                "export/user.json", "{\"email\": \"ada@lab.example\"}")),
        "export.zip");

    assertThat(taken).extracting(Transcript::key).containsExactly("c1", "c2");
    assertThat(refused).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void readsChatGptsEarlyLists() {
    read(
        """
        [{"id": "old", "title": "First", "messages": [
          {"author": {"role": "user"}, "content": {"parts": ["Hello"]}},
          {"author": {"role": "assistant"}, "content": {"parts": ["Hi"]}}]}]
        """);

    assertThat(taken.getFirst().lines())
        .extracting(Transcript.Line::content)
        .containsExactly("Hello", "Hi");
    assertThat(line("1").parent()).isEqualTo("0");
  }

  @Test
  void readsClaudesBlocksAndAttachments() {
    read("[" + CLAUDE + "]");

    assertThat(taken.getFirst().createdAt()).isEqualTo("2025-05-01T10:00:00.123456Z");
    assertThat(line("m1").content())
        .isEqualTo("Read this\n\n[File: a.txt]\n\n```\ncod\n```\n\n[File: b.png]");
    assertThat(line("m1").at()).isEqualTo("2025-05-01T08:00:01Z");
    assertThat(line("m2").parent()).isEqualTo("m1");
    assertThat(line("m2").reasoning()).isEqualTo("Cod is a fish.");
    assertThat(line("m2").content())
        .startsWith("It says\n\ncod.\n\n`search`")
        .contains("\"q\" : \"cod\"")
        .endsWith("```\nfound\n```");
  }

  @Test
  void readsOpenWebUisTreeAndTakesThoughtsOutOfAnswers() {
    read("[" + OPEN_WEBUI + "]");

    assertThat(taken.getFirst().title()).isEqualTo("Rain");
    assertThat(taken.getFirst().last()).isEqualTo("y");
    assertThat(line("x").content()).isEqualTo("Rain?\n\n[File: map.pdf]");
    assertThat(line("y").content()).isEqualTo("Yes.");
    assertThat(line("y").reasoning()).isEqualTo("Clouds are\nlow.");
    assertThat(line("y").model()).isEqualTo(new ModelUsed("Open WebUI", "llama3"));
  }

  @Test
  void readsLibreChatsTreeOfChildren() {
    read(LIBRECHAT);

    assertThat(taken.getFirst().lines())
        .extracting(Transcript.Line::key)
        .containsExactly("p", "q", "r");
    assertThat(line("p").at()).isEqualTo("2025-01-02T03:04:05.678Z");
    assertThat(line("q").reasoning()).isEqualTo("Thick ice.");
    assertThat(line("q").content()).isEqualTo("Thick ice is.");
    assertThat(line("q").model()).isEqualTo(new ModelUsed("LibreChat", "mistral-large"));
    assertThat(line("r").parent()).isEqualTo("p");
    assertThat(line("r").model()).isEqualTo(new ModelUsed("LibreChat", "small"));
  }

  @Test
  void readsMarkdownBySpeakersAndLeavesCodeAlone() {
    read(
        """
        # Winds

        Begun 2026-01-01 10:00 UTC.

        ## You, 2026-01-01 10:00 UTC

        Show me
        ```
        ## You
        ```

        ## llama3, 2026-01-01 10:01 UTC

        ### A part
        Here it is.

        **You:** Thanks
        """);

    assertThat(taken.getFirst().title()).isEqualTo("Winds");
    assertThat(taken.getFirst().lines())
        .extracting(Transcript.Line::role, Transcript.Line::content)
        .containsExactly(
            tuple(Role.USER, "Show me\n```\n## You\n```"),
            tuple(Role.ASSISTANT, "### A part\nHere it is."),
            tuple(Role.USER, "Thanks"));
    assertThat(line("1").model()).isEqualTo(new ModelUsed("Markdown", "llama3"));
  }

  @Test
  void readsSpeakersOfMarkdownWhateverLetterTheyBeginWith() {
    read("## You\n\nHello\n\n## Élan 3\n\nWell.\n\n## 🤖 通义\n\n好。\n");

    assertThat(taken.getFirst().lines())
        .extracting(Transcript.Line::model)
        .containsExactly(
            null, new ModelUsed("Markdown", "Élan 3"), new ModelUsed("Markdown", "通义"));
  }

  @Test
  @Timeout(60)
  void isNotHeldUpByALongLineOfBlanks() {
    read("## You\n\nHello\n\n# " + " ".repeat(2_000_000) + "\n");

    assertThat(taken).hasSize(1);
  }

  @Test
  void readsNoMoreOfAnArchiveOfItsOwnThanAConversationMayHave() {
    var known =
        """
        {"id":"a","title":"small","removedAt":null}
        {"id":"b","title":"small, too","removedAt":null}
        {"id":"c","title":"large","removedAt":null}
        """;
    var said =
        """
        {"conversation":"a","id":"1","role":"user","content":"Hello"}
        {"conversation":"b","id":"2","role":"user","content":"Is this all of it?"}
        {"conversation":"c","id":"3","role":"user","content":"%s"}
        """
            .formatted("x".repeat(100_000));

    new OwnExport(taker, 20_000).read(stream(known), stream(said));

    assertThat(taken).extracting(Transcript::key).containsExactly("a");
    assertThat(refused)
        .containsExactly(
            "Colloquy, The rest: From here on the file is damaged, or this conversation is very"
                + " large.");
  }

  @Test
  void doesNotStopAtWhatItCannotRead() {
    read("[{\"strange\": 1}, " + CHATGPT + ", 7, " + CLAUDE + ", {\"title\": \"cut off");

    assertThat(taken).extracting(Transcript::key).containsExactly("c1", "k1");
    assertThat(refused)
        .containsExactly(
            "ChatGPT, Conversation 1: This is no conversation in a form that is known.",
            "ChatGPT, Conversation 3: This is no conversation in a form that is known.",
            "Claude, Conversation 5: From here on the file is damaged, or this conversation is very"
                + " large.");
  }

  @Test
  void refusesOtherFilesAndLeavesNothingBehind() throws IOException {
    for (var content :
        List.of(
            new byte[0],
            "Dear reader,\n\nthis is a letter.".getBytes(StandardCharsets.UTF_8),
            "[1, 2, 3]".getBytes(StandardCharsets.UTF_8),
            "{\"a\": ".getBytes(StandardCharsets.UTF_8),
            "PK\3\4 but no more".getBytes(StandardCharsets.UTF_8),
            zip(Map.of("photo.json", CHATGPT)))) {
      assertThatThrownBy(() -> read(content, "x"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Invalid.class));
    }
    assertThat(taken).isEmpty();
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }
}
