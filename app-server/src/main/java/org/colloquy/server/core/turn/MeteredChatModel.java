package org.colloquy.server.core.turn;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.MessageId;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.Problem;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Usage;
import org.colloquy.server.core.usage.ModelCall;
import org.colloquy.server.core.usage.Spent;
import org.jspecify.annotations.Nullable;

/// A model whose tokens are allowed and noted, also those of an answer that was cut off.
final class MeteredChatModel implements ChatModel {
  /// The status with which providers begin to answer.
  private static final int ACCEPTED = 200;

  private final ChatModel model;
  private final ModelCall call;
  private final ModelFacts facts;
  private final Meter meter;

  MeteredChatModel(ChatModel model, ModelCall call, ModelFacts facts, Meter meter) {
    this.model = model;
    this.call = call;
    this.facts = facts;
    this.meter = meter;
  }

  @Override
  public Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    var asked = call.in(answer(prompt));
    var allowance = meter.allow(asked, facts, prompt);
    var heard = new Heard(listener);
    try {
      if (allowance.shortened() > 0) {
        listener.noted(allowance.sentence());
      }
      var reply = model.stream(allowance.prompt(), heard, cancellation);
      meter.note(asked, allowance.reserved(), spent(prompt, heard, reply));
      return reply;
    } catch (RuntimeException e) {
      // A provider that refuses counts nothing; one that was stopped has read the prompt.
      if (cancellation.cancelled() || !heard.words.isEmpty() || hadBegun(e)) {
        meter.note(asked, allowance.reserved(), untold(prompt, heard));
      } else {
        meter.release(allowance.reserved());
      }
      throw e;
    }
  }

  /// Whether the provider had taken the question before the answer broke off.
  private static boolean hadBegun(RuntimeException failure) {
    return failure instanceof ProblemException planned
        && planned.problem() instanceof Problem.Upstream(_, var fault, var status, _)
        && status == ACCEPTED
        && (fault == UpstreamFault.CUT || fault == UpstreamFault.TIMEOUT);
  }

  private static @Nullable MessageId answer(Prompt prompt) {
    var grounds = prompt.grounds();
    return grounds == null ? null : grounds.answer();
  }

  private static Spent spent(Prompt prompt, Heard heard, Reply reply) {
    if (!reply.usage().equals(Usage.NONE)) {
      return new Spent.Told(reply.usage());
    }
    reply
        .toolCalls()
        .forEach(called -> heard.words.append(called.tool()).append(called.arguments()));
    return untold(prompt, heard);
  }

  private static Spent untold(Prompt prompt, Heard heard) {
    int pictures = prompt.lines().stream().mapToInt(line -> line.pictures().size()).sum();
    return new Spent.Untold(
        texts(prompt), pictures * ContextBudget.PICTURE, heard.words.toString());
  }

  private static List<String> texts(Prompt prompt) {
    var texts = new ArrayList<String>();
    for (var line : prompt.lines()) {
      texts.add(line.content());
      line.toolCalls().forEach(called -> texts.add(called.tool() + called.arguments()));
    }
    prompt.tools().forEach(tool -> texts.add(tool.name() + tool.description() + tool.schema()));
    return texts;
  }

  /// Passes words on and keeps them.
  private static final class Heard implements ReplyListener {
    private final ReplyListener listener;
    private final StringBuilder words = new StringBuilder();

    Heard(ReplyListener listener) {
      this.listener = listener;
    }

    @Override
    public void text(String text) {
      words.append(text);
      listener.text(text);
    }

    @Override
    public void reasoning(String text) {
      words.append(text);
      listener.reasoning(text);
    }

    @Override
    public void noted(String sentence) {
      listener.noted(sentence);
    }
  }
}
