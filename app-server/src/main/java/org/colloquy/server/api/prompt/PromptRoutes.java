package org.colloquy.server.api.prompt;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.Agent;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.api.prompt.PromptJson.ConversationJson;
import org.colloquy.server.api.prompt.PromptJson.TurnJson;
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
  private static final Agent JARVIS =
      new Agent(
          0,
          "JARVIS",
          "Answers shortly, remembers what it is told and looks up what it does not know",
          "",
          List.of("recall_memory", "create_memory", "ddg_search"));

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private final Conversations conversations;
  private final Turns turns;
  private final String instructions;

  /// @param startedAt what the assistant is told as the current date
  public PromptRoutes(Conversations conversations, Turns turns, ZonedDateTime startedAt) {
    this.conversations = conversations;
    this.turns = turns;
    this.instructions = instructions(startedAt);
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
        new TurnRequest(id, question, new ModelChoice.Usual(), WhenReaderLeaves.GO_ON).by(JARVIS),
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

  /// The space at the end of the first line is part of what this API promises.
  private static String instructions(ZonedDateTime startedAt) {
    return """
    You are JARVIS, a helpful and witty assistant.\s
    You help a user with their tasks by using any of the functions available to you and your\
     replies should always aim to be short but informative.
    When a user refers to themselves in a prompt to create or recall a memory in the first\
     person, change it to refer to 'The User'.
    If you cannot answer a prompt based on information you have available, use your tools to\
     find more information.
    The current date is %s\
    """
        .formatted(DATE.format(startedAt));
  }
}
