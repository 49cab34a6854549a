package org.colloquy.server.core.turn;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.colloquy.model.MessageId;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.TurnEvent;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.conversation.MessageStore;
import org.colloquy.server.core.conversation.NewMessage;
import org.colloquy.server.core.identity.Caller;

/// Does what a model wants done before it goes on: saves its calls, has the tools run, saves each
/// result, and prepares the next question to the model.
public final class ToolLoop {
  /// How often a model may call tools in one turn. Then it is asked once more, without tools.
  static final int MOST_ROUNDS = 8;

  private final Answers answers;
  private final CallsOfReply calls;
  private final MessageStore messages;
  private final InstantSource clock;
  private final Ids ids;

  public ToolLoop(
      Answers answers, CallsOfReply calls, MessageStore messages, InstantSource clock, Ids ids) {
    this.answers = answers;
    this.calls = calls;
    this.messages = messages;
    this.clock = clock;
    this.ids = ids;
  }

  /// What the model is asked after its calls were answered.
  ///
  /// @throws RuntimeException when the turn was stopped meanwhile, or something could not be saved;
  ///   what was saved until then stays
  Asked next(Caller caller, RunningTurn turn, Asked asked, Reply said) {
    var reply = withOwnIds(asked, said);
    var lines = new ArrayList<>(asked.prompt().lines());
    var words = turn.text().words().content();
    lines.add(new Prompt.Line(Role.ASSISTANT, words, reply.toolCalls(), null));
    answers.calling(turn, asked, reply).ifPresent(turn::emit);
    turn.beginAnotherAnswer();
    var results = new Results(turn, asked);
    calls.run(new CallsOfReply.Round(caller, turn, asked), reply.toolCalls(), results);
    lines.addAll(results.lines);
    int rounds = asked.rounds() + 1;
    var offers = rounds < MOST_ROUNDS ? asked.prompt().tools() : List.<Prompt.ToolOffer>of();
    return asked.next(
        asked.prompt().saying(lines).offering(offers), growing(asked, results.last), reply.usage());
  }

  /// The ids of calls are the model's. One that it used before in this turn gets another, so that a
  /// permission is for one call and no other.
  private Reply withOwnIds(Asked asked, Reply reply) {
    var used = new HashSet<String>();
    for (var line : asked.prompt().lines()) {
      if (line.role() == Role.USER) {
        used.clear();
      }
      line.toolCalls().forEach(call -> used.add(call.id()));
    }
    var calls =
        reply.toolCalls().stream()
            .map(call ->
                used.add(call.id())
                    ? call
                    : new ToolCall(ids.next().toString(), call.tool(), call.arguments()))
            .toList();
    return new Reply(calls, reply.usage(), reply.stopReason(), reply.fingerprint());
  }

  private NewMessage growing(Asked asked, MessageId parent) {
    return NewMessage.growing(
            new MessageId(ids.next()),
            asked.conversation().id(),
            asked.usedModel(),
            clock.instant())
        .under(parent);
  }

  /// Saves each result and says so.
  private final class Results implements CallsOfReply.Listener {
    private final RunningTurn turn;
    private final Asked asked;
    private final List<Prompt.Line> lines = new ArrayList<>();
    private MessageId last;

    private Results(RunningTurn turn, Asked asked) {
      this.turn = turn;
      this.asked = asked;
      this.last = asked.answer();
    }

    @Override
    public void called(ToolCall call) {
      turn.emit(new TurnEvent.ToolCalled(call.id(), call.tool(), call.arguments()));
    }

    @Override
    public void returned(ToolCall call, String result) {
      var saved = messages.append(List.of(message(call, result))).getFirst();
      last = saved.id();
      lines.add(new Prompt.Line(Role.TOOL, saved.content(), List.of(), call.id()));
      turn.emit(new TurnEvent.ToolReturned(call.id(), result));
      turn.emit(new TurnEvent.MessageSaved(saved));
    }

    private NewMessage message(ToolCall call, String result) {
      return NewMessage.returned(
              new MessageId(ids.next()),
              asked.conversation().id(),
              call.id(),
              result,
              clock.instant())
          .under(last);
    }
  }
}
