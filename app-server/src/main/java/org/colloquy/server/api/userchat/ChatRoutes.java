package org.colloquy.server.api.userchat;

import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.api.userchat.UserchatJson.ConversationJson;
import org.colloquy.server.api.userchat.UserchatJson.ConversationLineJson;
import org.colloquy.server.core.attachment.Attachments;
import org.colloquy.server.core.conversation.Conversations;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.ModelChoice;
import org.colloquy.server.core.turn.TurnRequest;
import org.colloquy.server.core.turn.TurnRequest.Question;
import org.colloquy.server.core.turn.Turns;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;
import org.colloquy.server.http.PlainTextSink;

/// `/chat/...`: conversations, and messages with their streamed answers.
public final class ChatRoutes {
  private static final String INSTRUCTIONS =
      "You are BAiO, a chat bot who is an expert on biology and genomic data.";

  private final Conversations conversations;
  private final Turns turns;
  private final Attachments attachments;
  private final UserchatOptions options;

  public ChatRoutes(
      Conversations conversations, Turns turns, Attachments attachments, UserchatOptions options) {
    this.conversations = conversations;
    this.turns = turns;
    this.attachments = attachments;
    this.options = options;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/chat/getConversations", Scope.READ, this::list)
        .signedIn("GET", "/chat/getConversation", Scope.READ, this::show)
        .signedIn("POST", "/chat/createConversation", Scope.WRITE, this::create)
        .signedIn("POST", "/chat/renameConversation", Scope.WRITE, this::rename)
        .signedIn("POST", "/chat/deleteConversation", Scope.WRITE, this::delete)
        .signedIn("POST", "/chat/sendMessage", Scope.WRITE, this::send)
        .signedIn("GET", "/chat/getCSVFile/{number}/download", Scope.READ, this::table);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(
        conversations.newestFirst(caller).stream().map(ConversationLineJson::of).toList());
  }

  private void show(Caller caller, Exchange exchange) {
    var asked = exchange.query("conversation_id").orElse("0");
    var number = Numbers.parse(asked);
    if (number.isEmpty()) {
      exchange.reply(400, "Invalid request data");
      return;
    }
    Missing.told(
        exchange,
        _ -> "Could not find conversation",
        () ->
            exchange.reply(
                ConversationJson.of(
                    conversations.threadByNumber(caller, number.getAsLong(), options.shown()),
                    options)));
  }

  private void create(Caller caller, Exchange exchange) {
    var fields = Fields.of(exchange);
    var title = fields.orEmpty("title");
    fields.check();
    var created = conversations.createInstructed(caller, title, INSTRUCTIONS);
    exchange.reply(201, ConversationJson.of(created, options));
  }

  private void rename(Caller caller, Exchange exchange) {
    var fields = Fields.of(exchange);
    var number = fields.integer("conversation_id");
    var title = fields.text("title");
    fields.check();
    Missing.told(
        exchange,
        _ -> "There are no conversations with id " + number + " connected to this user",
        () -> {
          var renamed = conversations.renameByNumber(caller, number, title);
          exchange.reply("Conversation successfully renamed to " + renamed.title());
        });
  }

  private void delete(Caller caller, Exchange exchange) {
    var fields = Fields.of(exchange);
    var number = fields.integer("conversation_id");
    fields.check();
    Missing.told(
        exchange,
        _ -> "No conversation with id=" + number + " belonging to this user was found",
        () -> {
          conversations.removeByNumber(caller, number);
          exchange.reply("Conversation with id=" + number + " successfully deleted");
        });
  }

  private void send(Caller caller, Exchange exchange) {
    var fields = Fields.of(exchange);
    var number = fields.integer("conversation_id");
    var content = fields.text("content");
    var model = fields.text("model");
    var keyField = fields.sent("apikey_nickname", "apikey_id");
    var choice =
        keyField.equals("apikey_id")
            ? new ModelChoice.ByKeyNumber(fields.integer(keyField), model)
            : new ModelChoice.ByNickname(fields.textOrBlank(keyField), model);
    fields.check();
    Missing.told(
        exchange,
        what -> noSuch(what, number, choice),
        () -> {
          var conversation = conversations.getByNumber(caller, number);
          var question = new Question.Said(content, null);
          turns.run(
              caller,
              new TurnRequest(conversation.id(), question, choice, options.leaving()),
              new PlainTextSink(exchange.stream("text/plain")));
        });
  }

  private static String noSuch(String what, long conversation, ModelChoice choice) {
    return switch (what) {
      case "conversation" ->
          "There are no conversations with id " + conversation + " connected to this user";
      case "key" -> "There are no apikeys with " + named(choice) + " connected to this user";
      default -> "There is no such " + what;
    };
  }

  private static String named(ModelChoice choice) {
    return switch (choice) {
      case ModelChoice.ByKeyNumber(var number, _) -> "id " + number;
      case ModelChoice.ByNickname(var nickname, _) -> "nickname " + nickname;
      case ModelChoice.Usual _,
          ModelChoice.Named _,
          ModelChoice.OfProvider _,
          ModelChoice.Called _,
          ModelChoice.OfProviderCalled _ ->
          "that name";
    };
  }

  private void table(Caller caller, Exchange exchange) {
    var number = Numbers.parse(exchange.segment("number"));
    if (number.isEmpty()) {
      throw new ProblemException(new Problem.NotFound("file"));
    }
    Missing.told(
        exchange,
        _ -> "CSV File with id " + number.getAsLong() + " does not exist",
        () -> {
          var file = attachments.openByNumber(caller, number.getAsLong());
          exchange.replyFile(file.attachment().name(), file.attachment().size(), file.content());
        });
  }
}
