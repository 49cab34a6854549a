package org.colloquy.server.api.openai;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.embedding.Embeddings;
import org.colloquy.server.core.identity.Caller;
import org.colloquy.server.core.identity.Scope;
import org.colloquy.server.core.provider.Providers;
import org.colloquy.server.http.Exchange;
import org.colloquy.server.http.PathTable;

/// `/v1/embeddings`: texts as vectors, by the model in this program.
public final class EmbeddingRoutes {
  /// As the built-in provider is called among all models.
  static final String OWNER = Providers.BUILT_IN.toLowerCase(Locale.ROOT);

  private final Embeddings embeddings;

  public EmbeddingRoutes(Embeddings embeddings) {
    this.embeddings = embeddings;
  }

  void addTo(PathTable paths) {
    paths.signedIn("POST", "/v1/embeddings", Scope.WRITE, this::embed);
  }

  private void embed(Caller caller, Exchange exchange) {
    var body = exchange.body(EmbeddingBody.class);
    if (!isCalled(body.requiredModel())) {
      throw new ProblemException(new Problem.NotFound("model"));
    }
    boolean inBase64 = body.inBase64();
    var vectors = embeddings.of(caller, body.texts());
    body.checkLength(vectors.getFirst().length);
    var data = new ArrayList<EmbeddingJson>();
    for (var vector : vectors) {
      data.add(new EmbeddingJson("embedding", data.size(), inBase64 ? base64(vector) : vector));
    }
    exchange.reply(new EmbeddingsJson("list", data, name(embeddings), UsageJson.NOT_COUNTED));
  }

  private boolean isCalled(String model) {
    return model.equals(name(embeddings)) || model.equals(embeddings.model());
  }

  /// Its name among all models.
  static String name(Embeddings embeddings) {
    return OWNER + "/" + embeddings.model();
  }

  private static String base64(float[] vector) {
    var bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  /// @param embedding numbers, or a text in base64
  record EmbeddingJson(String object, int index, Object embedding) {}

  record EmbeddingsJson(String object, List<EmbeddingJson> data, String model, UsageJson usage) {}

  @JsonNaming(SnakeCaseStrategy.class)
  record UsageJson(int promptTokens, int totalTokens) {
    /// Nobody is paid for them.
    static final UsageJson NOT_COUNTED = new UsageJson(0, 0);
  }
}
