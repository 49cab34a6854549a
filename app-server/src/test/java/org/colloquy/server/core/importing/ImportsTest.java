package org.colloquy.server.core.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.colloquy.model.Message;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.importing.ImportReport.Outcome;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportsTest {
  private static final String CELLS =
      """
      {"title": "", "create_time": 1700000000, "conversation_id": "c1", "current_node": "b",
       "mapping": {
        "b": {"message": {"author": {"role": "assistant"}, "create_time": 1700000003,
              "content": {"parts": ["A cell."]}}, "parent": "hidden", "children": []},
        "hidden": {"message": {"author": {"role": "system"}, "content": {"parts": [""]}},
              "parent": "a", "children": ["b"]},
        "a": {"message": {"author": {"role": "user"}, "create_time": 1700000001,
              "content": {"parts": ["What is this?\\nTell me."]}}, "children": ["hidden", "c"]},
        "c": {"message": {"author": {"role": "assistant"}, "create_time": 1700000009,
              "content": {"parts": ["A nul\\u0000l."]}}, "parent": "a", "children": []}}}
      """;

  private final TestCore core = TestCore.with(ScriptedChatModel.saying("Well."));
  private final Imports imports = core.core().imports();

  @AfterEach
  void close() {
    core.close();
  }

  private ImportReport take(Caller caller, String json) {
    return imports.take(
        caller, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "x.json");
  }

  @Test
  void takesOverATreeInOrderWithTheShownBranchAndTheTimesOfOld() {
    var item = take(core.owner(), "[" + CELLS + "]").items().getFirst();

    assertThat(item.outcome()).isEqualTo(Outcome.ADDED);
    assertThat(item.messages()).isEqualTo(3);
    var id = Objects.requireNonNull(item.conversation());
    var conversation = core.core().conversations().get(core.owner(), id);
    assertThat(conversation.title()).isEqualTo("What is this?");
    assertThat(conversation.messageCount()).isEqualTo(3);
    assertThat(conversation.createdAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_000));
    assertThat(conversation.updatedAt()).isEqualTo(Instant.ofEpochSecond(1_700_000_009));
    var tree = core.stores().messages().tree(id);
    assertThat(tree)
        .extracting(Message::content)
        .containsExactly("What is this?\nTell me.", "A cell.", "A nul\uFFFDl.");
    assertThat(tree.get(1).parent()).isEqualTo(tree.get(0).id());
    assertThat(tree.get(2).parent()).isEqualTo(tree.get(0).id());
    assertThat(conversation.activeLeaf()).isEqualTo(tree.get(1).id());
    assertThat(tree.get(2).role()).isEqualTo(Role.ASSISTANT);
  }

  @Test
  void addsNothingASecondTime() {
    take(core.owner(), "[" + CELLS + "]");

    var again = take(core.owner(), "[" + CELLS + "," + CELLS + "]");

    assertThat(again.count(Outcome.KNOWN)).isEqualTo(2);
    assertThat(again.count(Outcome.ADDED)).isZero();
    assertThat(core.core().conversations().newestFirst(core.owner())).hasSize(1);
    assertThat(take(core.member("kari"), "[" + CELLS + "]").count(Outcome.ADDED)).isEqualTo(1);
  }

  @Test
  void storesNothingForAPreview() {
    var preview =
        imports.preview(
            core.owner(), new ByteArrayInputStream(CELLS.getBytes(StandardCharsets.UTF_8)), "x");

    assertThat(preview.items())
        .containsExactly(
            new ImportReport.Item("ChatGPT", "What is this?", 3, Outcome.NEW, "", null));
    assertThat(core.core().conversations().newestFirst(core.owner())).isEmpty();
  }

  @Test
  void refusesWhatIsEmptyOrTooLargeAndTakesTheRest() {
    var large = "x".repeat(Conversations.LARGEST_MESSAGE + 1);
    var report =
        take(
            core.owner(),
            """
            [{"title": "Nothing", "conversation_id": "e", "mapping": {}},
             {"title": "Much", "conversation_id": "m", "mapping": {"a": {"message":
               {"author": {"role": "user"}, "content": {"parts": ["%s"]}}}}},
             %s]
            """
                .formatted(large, CELLS));

    assertThat(report.items())
        .extracting(ImportReport.Item::outcome, ImportReport.Item::why)
        .containsExactly(
            tuple(Outcome.REFUSED, "There are no messages in it."),
            tuple(Outcome.REFUSED, "One of its messages has more than 2 MiB."),
            tuple(Outcome.ADDED, ""));
  }

  @Test
  void cutsACircleOfMessages() {
    var report =
        take(
            core.owner(),
            """
            {"conversation_id": "o", "mapping": {
              "a": {"parent": "b", "children": ["b"], "message":
                {"author": {"role": "user"}, "content": {"parts": ["egg"]}}},
              "b": {"parent": "a", "children": ["a"], "message":
                {"author": {"role": "assistant"}, "content": {"parts": ["hen"]}}}}}
            """);

    assertThat(report.count(Outcome.ADDED)).isEqualTo(1);
    var id = Objects.requireNonNull(report.items().getFirst().conversation());
    assertThat(core.stores().messages().tree(id)).hasSize(2);
  }

  @Test
  void refusesAFileWithMoreConversationsThanAnybodyHeld() {
    var file = "[" + CELLS + ",{}".repeat(Imports.MOST) + "]";

    assertThatThrownBy(() -> take(core.owner(), file))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Invalid.class));
  }
}
