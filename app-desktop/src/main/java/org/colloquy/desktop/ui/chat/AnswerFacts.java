package org.colloquy.desktop.ui.chat;

import java.util.List;
import java.util.function.Consumer;
import org.colloquy.desktop.background.Background;
import org.colloquy.desktop.client.AnswerClient;
import org.colloquy.model.Message;

/// Fetches what is known of answers, when somebody wants to see it.
public final class AnswerFacts {
  private final AnswerClient client;
  private final Background background;

  public AnswerFacts(AnswerClient client, Background background) {
    this.client = client;
    this.background = background;
  }

  /// Tells all that is known of an answer; nothing when the server cannot be asked now.
  void tell(Message answer, Consumer<List<AnswerFact>> listener) {
    background.run(
        () -> client.detail(answer.conversation(), answer.id()),
        detail -> listener.accept(AnswerFact.of(detail)),
        _ -> {});
  }
}
