package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.junit.jupiter.api.Test;

class ScriptedChatModelTest {
  private static final Prompt PROMPT =
      new Prompt("fake", List.of(new Prompt.Line(Role.USER, "hello")), List.of());

  private final List<String> heard = new ArrayList<>();
  private final ReplyListener listener =
      new ReplyListener() {
        @Override
        public void text(String text) {
          heard.add(text);
        }

        @Override
        public void reasoning(String text) {
          heard.add("(" + text + ")");
        }
      };

  @Test
  void givesTheRepliesInOrderAndRepeatsTheLast() {
    var call = new ToolCall("1", "clock", "{}");
    var model =
        new ScriptedChatModel(
            ScriptedReply.says().askingFor(call), ScriptedReply.says("a", "b").thinking("hm"));

    var first = model.stream(PROMPT, listener, new Cancellation());
    model.stream(PROMPT, listener, new Cancellation());
    model.stream(PROMPT, listener, new Cancellation());

    assertThat(first.toolCalls()).containsExactly(call);
    assertThat(heard).containsExactly("(hm)", "a", "b", "(hm)", "a", "b");
    assertThat(model.prompts()).containsExactly(PROMPT, PROMPT, PROMPT);
  }

  @Test
  void failsAfterTheGivenNumberOfWords() {
    var problem = new Problem.Upstream("fake", UpstreamFault.CUT, 200, "");
    var model = new ScriptedChatModel(ScriptedReply.says("a", "b", "c").failingAfter(2, problem));

    assertThatThrownBy(() -> model.stream(PROMPT, listener, new Cancellation()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(problem));
    assertThat(heard).containsExactly("a", "b");
  }

  @Test
  void stopsAtItsGateWhenCancelled() throws InterruptedException {
    var gate = new Gate();
    var cancellation = new Cancellation();
    var model = new ScriptedChatModel(ScriptedReply.says("a", "b").waitingBefore(1, gate));
    var canceller =
        Thread.ofVirtual()
            .start(() -> {
              gate.awaitReached();
              cancellation.cancel();
            });

    assertThatThrownBy(() -> model.stream(PROMPT, listener, cancellation))
        .isInstanceOf(CancellationException.class);
    canceller.join();
    assertThat(heard).containsExactly("a");
    assertThat(model.cancelled()).isTrue();
  }
}
