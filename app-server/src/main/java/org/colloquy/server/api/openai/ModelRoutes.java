package org.colloquy.server.api.openai;

import org.colloquy.server.api.openai.OpenAiJson.ListJson;
import org.colloquy.server.api.openai.OpenAiJson.ModelJson;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.Models;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/v1/models`: every model that the caller sees, under names that others take for one word. Some
/// libraries write the slashes in them as they are.
public final class ModelRoutes {
  private final Models models;

  public ModelRoutes(Models models) {
    this.models = models;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/v1/models", Scope.READ, this::list)
        .signedIn("GET", "/v1/models/{id}", Scope.READ, this::show)
        .signedIn("GET", "/v1/models/{provider}/{name}", Scope.READ, this::showInTwo)
        .signedIn("GET", "/v1/models/{provider}/{maker}/{name}", Scope.READ, this::showInThree);
  }

  private void list(Caller caller, Exchange exchange) {
    exchange.reply(ListJson.of(models.named(caller).stream().map(ModelJson::of).toList()));
  }

  private void show(Caller caller, Exchange exchange) {
    reply(caller, exchange, exchange.segment("id"));
  }

  private void showInTwo(Caller caller, Exchange exchange) {
    reply(caller, exchange, exchange.segment("provider") + "/" + exchange.segment("name"));
  }

  private void showInThree(Caller caller, Exchange exchange) {
    var maker = exchange.segment("maker") + "/" + exchange.segment("name");
    reply(caller, exchange, exchange.segment("provider") + "/" + maker);
  }

  private void reply(Caller caller, Exchange exchange, String name) {
    exchange.reply(ModelJson.of(models.named(caller, name)));
  }
}
