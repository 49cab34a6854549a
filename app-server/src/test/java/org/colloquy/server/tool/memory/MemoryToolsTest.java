package org.colloquy.server.tool.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.colloquy.model.Memory;
import org.colloquy.model.Problem;
import org.colloquy.server.Problems;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Occasions;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryToolsTest {
  private final TestCore test = TestCore.with(ScriptedChatModel.saying("x"));
  private final RecallMemory recall = new RecallMemory(test.core().memories());
  private final CreateMemory create = new CreateMemory(test.core().memories());
  private final Occasion occasion = Occasions.by(test.owner());

  @AfterEach
  void close() {
    test.close();
  }

  private String recalled(String arguments) {
    return recall.run(occasion, arguments);
  }

  @Test
  void recallAsAnIndentedArray() {
    create.run(occasion, "{\"memory_text\":\"The user prefers gala apples\"}");
    create.run(occasion, "{\"memory_text\":\"The user eats \\\"blåbær\\\" 🙂\\n\"}");

    assertThat(recalled("{\"query\": \"The User favorite flavor of apple\"}"))
        .isEqualTo("[\n  \"The user prefers gala apples\"\n]");
    assertThat(recalled("{\"query\": \"apple\", \"n_docs\": 5}"))
        .isEqualTo(
            "[\n  \"The user prefers gala apples\",\n"
                + "  \"The user eats \\\"bl\\u00e5b\\u00e6r\\\" \\ud83d\\ude42\"\n]");
  }

  @Test
  void recallNothingAsAnEmptyArray() {
    assertThat(recalled("{\"query\":\"x\"}")).isEqualTo("[]");
  }

  @Test
  void sayWhereTheMemoryIs() {
    var said = create.run(occasion, "{\"memory_text\":\" likes tea \"}");

    var memories = test.core().memories().all(test.owner());
    assertThat(memories).extracting(Memory::text).containsExactly("likes tea");
    assertThat(said)
        .isEqualTo(
            "New memory file created and indexed at: memory_" + memories.getFirst().number());
  }

  @Test
  void refuseWhatIsNoFactAndNoQuery() {
    for (var arguments :
        new String[] {"{\"memory_text\":\" \"}", "{\"memory_text\":\"\\u0000\"}"}) {
      assertThat(Problems.of(() -> create.run(occasion, arguments)))
          .isInstanceOf(Problem.Invalid.class);
    }
    assertThat(Problems.of(() -> recalled("{\"query\":\"x\",\"n_docs\":0}")))
        .isInstanceOf(Problem.Invalid.class);
  }
}
