package org.colloquy.server.api.openai;

import java.util.stream.Stream;
import org.colloquy.server.api.openai.OpenAiJson.ListJson;
import org.colloquy.server.api.openai.OpenAiJson.ModelJson;
import org.colloquy.server.core.embedding.Embeddings;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.turn.Models;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/v1/models`: every model that the caller sees, under names that others take for one word. Some
/// libraries write the slashes in them as they are.
public final class ModelRoutes {
  private final Models models;
  private final Embeddings embeddings;

  public ModelRoutes(Models models, Embeddings embeddings) {
    this.models = models;
    this.embeddings = embeddings;
  }

  void addTo(PathTable paths) {
    paths
        .signedIn("GET", "/v1/models", Scope.READ, this::list)
        .signedIn("GET", "/v1/models/{id}", Scope.READ, this::show)
        .signedIn("GET", "/v1/models/{provider}/{name}", Scope.READ, this::showInTwo)
        .signedIn("GET", "/v1/models/{provider}/{maker}/{name}", Scope.READ, this::showInThree);
  }

  private void list(Caller caller, Exchange exchange) {
    var talking = models.named(caller).stream().map(ModelJson::of);
    exchange.reply(ListJson.of(Stream.concat(talking, Stream.of(embedding())).toList()));
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
    var embedding = embedding();
    exchange.reply(
        name.equals(embedding.id()) ? embedding : ModelJson.of(models.named(caller, name)));
  }

  /// The model in this program that makes vectors.
  private ModelJson embedding() {
    return new ModelJson(EmbeddingRoutes.name(embeddings), "model", 0, EmbeddingRoutes.OWNER);
  }
}
