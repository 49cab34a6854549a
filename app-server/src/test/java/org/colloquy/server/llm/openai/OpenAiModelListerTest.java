package org.colloquy.server.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.Problem.Upstream;
import org.colloquy.model.Problem.UpstreamFault;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.llm.ProviderJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiModelListerTest extends ChatModelCase {

  @Test
  void listsTheModelsInTheProvidersOrder() {
    provider.lists("z-large", "a-small", "z-large");

    assertThat(list()).containsExactly("z-large", "a-small");
    var request = provider.requests().getFirst();
    assertThat(request.head()).startsWith("GET /v1/models HTTP/1.1\r\n");
    assertThat(request.has("Authorization: Bearer " + KEY)).isTrue();
  }

  @Test
  void takesABareList() {
    provider.modelsAsScripted().answers(200, "[{\"id\":\"a\"},{\"name\":\"no id\"},7]");

    assertThat(list()).containsExactly("a");
  }

  @Test
  void passesOnWhatIsSaidOfAModel() {
    provider
        .modelsAsScripted()
        .answers(200, "{\"data\":[{\"id\":\"a\",\"max_model_len\":4096},{\"id\":\"b\"}]}");

    assertThat(listed())
        .containsExactly(
            new ListedModel("a", new ModelFacts(4096, null, null, null)), new ListedModel("b"));
  }

  @Test
  void findsWhatLmStudioTellsBesideTheList() {
    provider
        .modelsAsScripted()
        .answers(200, "{\"data\":[{\"id\":\"a\",\"owned_by\":\"organization_owner\"}]}")
        .answers(200, "{\"data\":[{\"id\":\"a\",\"type\":\"vlm\",\"max_context_length\":8192}]}");

    assertThat(listed())
        .containsExactly(
            new ListedModel(
                "a", new ModelFacts(8192, null, Set.of(Ability.TEXT, Ability.IMAGES), null)));
    assertThat(provider.requests().getLast().head()).startsWith("GET /api/v0/models ");
  }

  @Test
  void saysThatTheKeyIsWrong() {
    provider.modelsAsScripted().answers(401, ProviderJson.error("Incorrect key " + KEY));

    assertThat(failure(this::list))
        .isEqualTo(new Upstream("Scripted", UpstreamFault.WRONG_KEY, 401, "Incorrect key •••"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>Welcome</html>", "", "{\"data\":7}", "7"})
  void saysThatAnAddressIsNotAProvider(String body) {
    provider.modelsAsScripted().answers(200, body);

    assertThat(failure(this::list).fault()).isEqualTo(UpstreamFault.NONSENSE);
  }

  private List<String> list() {
    return listed().stream().map(ListedModel::name).toList();
  }

  private List<ListedModel> listed() {
    return new OpenAiModelLister(connections).list(providerAt(provider.address()), Secret.of(KEY));
  }
}
