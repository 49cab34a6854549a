package org.colloquy.server.api.app;

import org.colloquy.model.SavedPromptId;
import org.colloquy.server.api.app.SavedPromptJson.FileJson;
import org.colloquy.server.api.app.SavedPromptJson.PromptJson;
import org.colloquy.server.api.app.SavedPromptJson.PromptsJson;
import org.colloquy.server.api.app.SavedPromptJson.TakenJson;
import org.colloquy.server.api.app.SavedPromptJson.TextJson;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.savedprompt.SavedPrompts;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/api/prompts/...`: prompts that people keep to use them again.
public final class SavedPromptRoutes {
  private static final int LARGEST_FILE = 8 * 1024 * 1024;

  private final SavedPrompts prompts;

  public SavedPromptRoutes(SavedPrompts prompts) {
    this.prompts = prompts;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/api/prompts", Scope.READ, this::list)
        .signedIn("POST", "/api/prompts", Scope.WRITE, this::create)
        .signedIn("GET", "/api/prompts/file", Scope.READ, this::file)
        .signedIn("POST", "/api/prompts/file", Scope.WRITE, this::take)
        .signedIn("GET", "/api/prompts/{id}", Scope.READ, this::show)
        .signedIn("PUT", "/api/prompts/{id}", Scope.WRITE, this::change)
        .signedIn("DELETE", "/api/prompts/{id}", Scope.WRITE, this::remove);
  }

  private void list(Caller caller, Exchange exchange) {
    var words = exchange.query("query").orElse("");
    exchange.reply(
        PromptsJson.of(words.isBlank() ? prompts.all(caller) : prompts.fitting(caller, words)));
  }

  private void create(Caller caller, Exchange exchange) {
    var text = exchange.body(TextJson.class).text();
    exchange.reply(201, PromptJson.of(prompts.create(caller, text)));
  }

  private void file(Caller caller, Exchange exchange) {
    exchange.reply(FileJson.of(prompts.all(caller)));
  }

  private void take(Caller caller, Exchange exchange) {
    var texts = exchange.body(FileJson.class, LARGEST_FILE).texts();
    int added = prompts.take(caller, texts).size();
    exchange.reply(new TakenJson(added, texts.size() - added));
  }

  private void show(Caller caller, Exchange exchange) {
    exchange.reply(PromptJson.of(prompts.get(caller, id(exchange))));
  }

  private void change(Caller caller, Exchange exchange) {
    var text = exchange.body(TextJson.class).text();
    exchange.reply(PromptJson.of(prompts.change(caller, id(exchange), text)));
  }

  private void remove(Caller caller, Exchange exchange) {
    prompts.remove(caller, id(exchange));
    exchange.replyEmpty(204);
  }

  private static SavedPromptId id(Exchange exchange) {
    return new SavedPromptId(exchange.id("id", "prompt"));
  }
}
