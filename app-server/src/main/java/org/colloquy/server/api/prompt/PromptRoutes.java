package org.colloquy.server.api.prompt;

import java.time.ZonedDateTime;
import java.util.Map;
import org.colloquy.model.Agent;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.api.prompt.PromptJson.ConversationJson;
import org.colloquy.server.api.prompt.PromptJson.TurnJson;
import org.colloquy.server.core.agent.Agents;
import org.colloquy.server.core.agent.Instructions;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.Questions;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.TurnRequest.WhenReaderLeaves;
import org.colloquy.server.core.turn.Turns;
import org.colloquy.server.http.CollectedTurn;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/prompt` and `/conversation/{id}`.
public final class PromptRoutes {
  private static final String ASSISTANT = "JARVIS";

  private final Conversations conversations;
  private final Turns turns;
  private final Agent assistant;
  private final String instructions;

  /// @param startedAt what the assistant is told as the current date
  public PromptRoutes(
      Conversations conversations, Turns turns, Agents agents, ZonedDateTime startedAt) {
    this.conversations = conversations;
    this.turns = turns;
    // Its instructions are the first message of each conversation, where clients see them.
    var preset = agents.builtIn(ASSISTANT);
    this.assistant = preset.as(preset.preset().told(""));
    this.instructions = Instructions.of(preset.preset(), Instructions.moment(startedAt), Map.of());
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("POST", "/prompt", Scope.WRITE, this::prompt)
        .signedIn("GET", "/conversation/{id}", Scope.READ, this::show);
  }

  private void prompt(Caller caller, Exchange exchange) {
    var parameters = Parameters.of(exchange);
    var prompt = parameters.find("prompt");
    if (prompt.isEmpty()) {
      exchange.answer(PromptProblems.missing("prompt"));
      return;
    }
    if (prompt.get().isBlank()) {
      exchange.answer(PromptProblems.detail(400, "Prompt cannot be empty"));
      return;
    }
    var question = new Question.Said(prompt.get(), null);
    Questions.check(question);
    var id =
        parameters
            .find("conversation_id")
            .map(PromptRoutes::id)
            .orElseGet(
                () -> conversations.createInstructed(caller, "", instructions).conversation().id());
    var turn = new CollectedTurn();
    turns.run(
        caller,
        new TurnRequest(id, question, new ModelChoice.Usual(), WhenReaderLeaves.GO_ON)
            .by(assistant),
        turn);
    exchange.reply(TurnJson.of(id, turn.messages()));
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(ConversationJson.of(conversations.thread(caller, id(exchange.segment("id")))));
  }

  private static ConversationId id(String text) {
    return Exchange.uuid(text)
        .map(ConversationId::new)
        .orElseThrow(() -> new ProblemException(new Problem.NotFound("conversation")));
  }
}
