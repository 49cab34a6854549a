package org.colloquy.server.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.colloquy.model.Problem.Upstream;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists of models in the form of each language.
class ModelListersTest extends AdapterCase {
  static Stream<Arguments> lists() {
    return Stream.of(
        Arguments.of(
            Tongue.CHAT,
            "/models",
            """
            {"object":"list","data":[{"id":"b","object":"model","created":1,"owned_by":"x"},
             {"id":"a","object":"model","created":1,"owned_by":"x"}]}\
            """),
        Arguments.of(Tongue.RESPONSES, "/models", "{\"data\":[{\"id\":\"b\"},{\"id\":\"a\"}]}"),
        Arguments.of(
            Tongue.ANTHROPIC,
            "/models?limit=1000",
            """
            {"data":[{"type":"model","id":"b","display_name":"B","created_at":"2025-02-19T00:00:00Z"},
             {"type":"model","id":"a","display_name":"A","created_at":"2025-02-19T00:00:00Z"}],
             "has_more":false,"first_id":"b","last_id":"a"}\
            """),
        Arguments.of(
            Tongue.GEMINI,
            "/models?pageSize=1000",
            """
            {"models":[{"name":"models/b","displayName":"B","inputTokenLimit":1048576,
               "supportedGenerationMethods":["generateContent","countTokens"]},
              {"name":"models/embedding-001","supportedGenerationMethods":["embedContent"]},
              {"name":"models/a","supportedGenerationMethods":["generateContent"]}]}\
            """),
        Arguments.of(
            Tongue.OLLAMA,
            "/tags",
            """
            {"models":[{"name":"b","model":"b","size":1,"details":{"family":"qwen3"}},
             {"name":"a","model":"a","size":1}]}\
            """));
  }

  @ParameterizedTest
  @MethodSource("lists")
  void areReadInTheProvidersOrder(Tongue tongue, String path, String body) {
    provider.answers(200, body);

    assertThat(list(tongue)).extracting(ListedModel::name).containsExactly("b", "a");
    assertThat(provider.requests().getFirst().head())
        .startsWith("GET /v1" + path + " HTTP/1.1\r\n");
    assertThat(provider.requests().getFirst().head()).contains(KEY);
  }

  @ParameterizedTest
  @EnumSource
  void sayThatTheKeyIsWrong(Tongue tongue) {
    provider.answers(401, tongue.refusal("Not with " + KEY));

    assertThat(failure(() -> list(tongue)))
        .isEqualTo(new Upstream("Scripted", UpstreamFault.WRONG_KEY, 401, "Not with •••"));
  }

  @ParameterizedTest
  @EnumSource
  void sayThatAnAddressIsNotAProvider(Tongue tongue) {
    provider.answers(200, "<html>Welcome</html>");

    assertThat(failure(() -> list(tongue)).fault()).isEqualTo(UpstreamFault.NONSENSE);
  }

  private List<ListedModel> list(Tongue tongue) {
    return new ProviderModelLister(connections)
        .list(providerAt(provider.address(), tongue.kind()), Secret.of(KEY));
  }
}
