package org.colloquy.server.api.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colloquy.server.TestClient;
import org.colloquy.server.TestServer;
import org.colloquy.server.api.docs.ApiDescription.Operation;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.colloquy.server.http.Endpoint;
import org.colloquy.server.http.Face;
import org.colloquy.server.http.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The description of all APIs: whole, right, and about what there is.
class OpenApiTest {
  private static final TestServer SERVER = TestServer.with(ScriptedChatModel.saying("x"));
  private static final TestClient ANYBODY = new TestClient(SERVER.port(), "");
  private static final ApiDescription DESCRIPTION = ApiDescription.of(SERVER);
  private static final List<String> HEALTH = List.of("GET /health/live", "GET /health/ready");
  private static final List<String> WITHOUT_LOGIN = List.of("chats", "prompt", "metrics");
  private static final String TOKEN = "[{\"bearer\":[]}]";

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static Stream<Operation> operations() {
    return DESCRIPTION.operations().stream();
  }

  @Test
  void isOpenApi31() {
    var options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);

    var parsed =
        new OpenAPIV3Parser().readContents(ANYBODY.get("/openapi.json").body(), null, options);

    assertThat(parsed.getMessages()).isNullOrEmpty();
    assertThat(parsed.getOpenAPI().getOpenapi()).startsWith("3.1");
    assertThat(parsed.getOpenAPI().getInfo().getVersion()).isNotEmpty();
  }

  @Test
  void saysTheSameInYaml() {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Object read = yaml.load(ANYBODY.get("/openapi.yaml").body());

    assertThat(ApiDescription.json(Json.text(read))).isEqualTo(DESCRIPTION.document());
  }

  @Test
  void describesWhatThereIsAndNothingElse() {
    var described = new TreeMap<String, List<String>>();
    operations()
        .forEach(operation ->
            described.put(
                operation.method() + " " + operation.plainPath(),
                operation.tags().sorted().toList()));
    var there = new TreeMap<String, TreeSet<String>>();
    for (var face : SERVER.faces()) {
      for (var endpoint : face.paths().endpoints()) {
        there.computeIfAbsent(name(endpoint), _ -> new TreeSet<>()).add(face.name());
      }
    }
    HEALTH.forEach(path -> there.put(path, new TreeSet<>(List.of("docs"))));

    assertThat(described.keySet()).isEqualTo(there.keySet());
    assertThat(described)
        .allSatisfy(
            (name, tags) -> assertThat(tags).as(name).containsExactlyElementsOf(there.get(name)));
  }

  @Test
  void hasATagForEveryFace() {
    var tags = DESCRIPTION.document().path("tags").findValuesAsText("name");

    assertThat(tags)
        .containsExactlyInAnyOrderElementsOf(SERVER.faces().stream().map(Face::name).toList());
  }

  @Test
  void namesEveryOperationOnce() {
    assertThat(operations().map(operation -> operation.node().path("operationId").textValue()))
        .doesNotContainNull()
        .doesNotHaveDuplicates();
  }

  @Test
  void refersToWhatIsThere() {
    assertThat(DESCRIPTION.document().findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(reference -> {
          assertThat(reference).startsWith("#/");
          assertThat(DESCRIPTION.document().at(reference.substring(1)).isMissingNode())
              .as(reference)
              .isFalse();
        });
  }

  @Test
  void describesNothingThatNobodyRefersTo() {
    var references = new TreeSet<>(DESCRIPTION.document().findValuesAsText("$ref"));

    for (var kind : List.of("schemas", "responses", "parameters")) {
      for (var component : DESCRIPTION.document().at("/components/" + kind).properties()) {
        if (!component.getKey().equals("app.TurnLine")) {
          assertThat(references).contains("#/components/" + kind + "/" + component.getKey());
        }
      }
    }
  }

  @Test
  void tellsWhereATokenIsNeeded() {
    var needed = new TreeSet<String>();
    for (var face : SERVER.faces()) {
      for (var endpoint : face.paths().endpoints()) {
        if (endpoint instanceof Endpoint.SignedIn && !WITHOUT_LOGIN.contains(face.name())) {
          needed.add(name(endpoint));
        }
      }
    }

    assertThat(
            operations()
                .filter(operation -> operation.node().path("security").toString().equals(TOKEN))
                .map(operation -> operation.method() + " " + operation.plainPath()))
        .containsExactlyInAnyOrderElementsOf(needed);
  }

  /// The prompt API's document has a description in it, which clients were generated from.
  @Test
  void saysWhatThePromptApisOwnDescriptionSays() throws IOException {
    var place = "/org/colloquy/server/api/prompt/documented-openapi.json";
    try (var file = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream(place))) {
      var documented = ApiDescription.json(new String(file.readAllBytes(), StandardCharsets.UTF_8));

      for (var part : List.of("paths", "components")) {
        assertThat(missing(documented.path(part), DESCRIPTION.document().path(part))).isEmpty();
      }
    }
  }

  /// What one JSON has and the other has not, by its place.
  private static List<String> missing(JsonNode wanted, JsonNode there) {
    var missing = new ArrayList<String>();
    if (wanted.isObject()) {
      wanted
          .properties()
          .forEach(field ->
              missing(field.getValue(), there.path(field.getKey()))
                  .forEach(place -> missing.add("/" + field.getKey() + place)));
    } else if (wanted.isArray()) {
      for (int i = 0; i < wanted.size(); i++) {
        int element = i;
        missing(wanted.get(i), there.path(i)).forEach(place -> missing.add("/" + element + place));
      }
    } else if (!wanted.equals(there)) {
      missing.add(": " + wanted);
    }
    return missing;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void givesExamplesThatFitTheirSchemas(Operation operation) {
    var wrong = new ArrayList<String>();
    var bodies = new ArrayList<JsonPointer>();
    DESCRIPTION.resolve(operation.at().appendProperty("requestBody")).ifPresent(bodies::add);
    operation
        .node()
        .path("responses")
        .fieldNames()
        .forEachRemaining(status ->
            DESCRIPTION
                .resolve(operation.at().appendProperty("responses").appendProperty(status))
                .ifPresent(bodies::add));
    for (var body : bodies) {
      for (var form : DESCRIPTION.document().at(body).path("content").properties()) {
        var at =
            body.appendProperty("content").appendProperty(form.getKey()).appendProperty("schema");
        examples(form)
            .forEach(example -> DESCRIPTION.faults(at, example.toString()).forEach(wrong::add));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("operations")
  void showsAnExampleOfEveryJsonAnswer(Operation operation) {
    for (var answer : operation.node().path("responses").properties()) {
      var place = operation.at().appendProperty("responses").appendProperty(answer.getKey());
      var content =
          DESCRIPTION
              .document()
              .at(DESCRIPTION.resolve(place).orElseThrow())
              .path("content")
              .path("application/json");
      boolean shown =
          content.isMissingNode()
              || content.has("example")
              || content.has("examples")
              || operation.path().equals("/openapi.json");
      assertThat(shown).as("%s", answer.getKey()).isTrue();
    }
  }

  private static Stream<JsonNode> examples(Map.Entry<String, JsonNode> form) {
    var one = Stream.of(form.getValue().path("example")).filter(node -> !node.isMissingNode());
    var several =
        form.getValue().path("examples").valueStream().map(example -> example.path("value"));
    return Stream.concat(one, several);
  }

  private static String name(Endpoint endpoint) {
    var path =
        Operation.segments(endpoint.path()).stream()
            .map(segment -> segment.startsWith("{") ? "{}" : segment)
            .collect(Collectors.joining("/", "/", ""));
    return endpoint.method() + " " + path;
  }
}
