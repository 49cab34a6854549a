package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.function.Consumer;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.BranchMessage;
import org.colloquy.desktop.client.Failure;
import org.colloquy.desktop.client.TurnLine;
import org.colloquy.desktop.client.TurnStream;
import org.colloquy.model.Memory;
import org.colloquy.model.MessageId;
import org.colloquy.model.TurnEvent;

/// Reads one turn into the list of messages, once per frame.
final class AnswerReader {
  private final TurnStream stream;
  private final Background background;
  private final MessageList messages;
  private boolean closed;

  AnswerReader(TurnStream stream, Background background, MessageList messages) {
    this.stream = stream;
    this.background = background;
    this.messages = messages;
  }

  /// Exactly one of the two is told at the end, none after [#close].
  void start(Runnable ended, Consumer<Failure> lost) {
    var gatherer = new LineGatherer(background, this::apply);
    background.run(
        () -> {
          stream.read(gatherer::add);
          return stream;
        },
        _ -> {
          gatherer.flush();
          unlessClosed(ended);
        },
        failure -> {
          gatherer.flush();
          unlessClosed(() -> lost.accept(failure));
        });
  }

  /// Stops reading; the turn goes on without us.
  void close() {
    closed = true;
    stream.close();
  }

  private void unlessClosed(Runnable action) {
    if (!closed) {
      action.run();
    }
  }

  private void apply(List<TurnLine> lines) {
    if (closed) {
      return;
    }
    lines.forEach(this::apply);
    var last = messages.last();
    if (last != null) {
      last.changed();
    }
  }

  private void apply(TurnLine line) {
    var last = messages.last();
    var answer = messages.lastAnswer();
    if (answer != null && line.event().last()) {
      answer.use("");
      answer.want(null);
    }
    switch (line.event()) {
      case TurnEvent.MessageSaved(var message) ->
          messages.place(new BranchMessage(message, line.siblings(), line.askedBy()));
      case TurnEvent.Sourced(var id, var passages) -> with(id, each -> each.give(passages));
      case TurnEvent.Cited(var id, var citations) -> with(id, each -> each.cite(citations));
      case TurnEvent.Cancelled _ -> messages.dropGrowing();
      case TurnEvent.Failed(var problem) when last != null -> last.fail(new Failure.Told(problem));
      case TurnEvent event when answer != null -> tell(answer, event);
      case TurnEvent _ -> {}
    }
  }

  private void with(MessageId id, Consumer<MessageViewModel> action) {
    var message = messages.named(id);
    if (message != null) {
      action.accept(message);
    }
  }

  private void tell(MessageViewModel answer, TurnEvent event) {
    switch (event) {
      case TurnEvent.TextDelta(var text) -> answer.say(text);
      case TurnEvent.ReasoningDelta(var text) -> answer.think(text);
      case TurnEvent.ToolCalled called -> answer.use(called.tool());
      case TurnEvent.ToolReturned _ -> answer.use("");
      case TurnEvent.Noted(var sentence) -> answer.use(sentence);
      case TurnEvent.ApprovalWanted(var call, var tool, var arguments) ->
          answer.want(new WantedApproval(stream.turn(), call, tool, arguments));
      case TurnEvent.Recalled(_, var memories) ->
          answer.recall(memories.stream().map(Memory::text).toList());
      case TurnEvent.ApprovalGiven _ -> answer.want(null);
      case TurnEvent.MessageSaved _,
          TurnEvent.Recalled _,
          TurnEvent.Sourced _,
          TurnEvent.Cited _,
          TurnEvent.Finished _,
          TurnEvent.Cancelled _,
          TurnEvent.Failed _ -> {}
    }
  }
}
