package org.colloquy.server.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Random;
import org.colloquy.server.core.provider.ListedModel;
import org.colloquy.server.core.provider.Secret;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.llm.http.HttpConnections;
import org.colloquy.server.llm.wire.Retries;
import org.colloquy.server.llm.wire.WireChatModel;
import org.colloquy.server.outbound.Ways;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AzureTest extends ChatModelCase {
  /// Takes every name for one of this machine.
  private final HttpConnections here =
      new HttpConnections(limits(), Ways.anywhere(_ -> List.of(InetAddress.getLoopbackAddress())));

  @AfterEach
  void close() {
    here.close();
  }

  @Test
  void isAskedForADeploymentWithAVersionAndItsOwnHeader() {
    provider.says("Hei");

    azure("/openai/deployments/gpt-4o-lab").stream(PROMPT, heard, cancellation);

    var request = provider.requests().getFirst();
    assertThat(request.head())
        .startsWith(
            "POST /openai/deployments/gpt-4o-lab/chat/completions?api-version=2024-10-21 HTTP/1.1");
    assertThat(request.has("api-key: " + KEY)).isTrue();
    assertThat(request.head()).doesNotContainIgnoringCase("authorization");
    assertThat(heard.all()).isEqualTo("Hei");
  }

  @Test
  void isAskedWithoutAVersionAtItsNewAddresses() {
    provider.says("Hei");

    azure("/openai/v1").stream(PROMPT, heard, cancellation);

    assertThat(provider.requests().getFirst().head())
        .startsWith("POST /openai/v1/chat/completions HTTP/1.1");
    assertThat(provider.requests().getFirst().has("api-key: " + KEY)).isTrue();
  }

  @Test
  void hasOneModelAtADeployment() {
    var lister = new OpenAiModelLister(here);
    provider.lists("a", "b");

    assertThat(lister.list(providerAt(at("/openai/deployments/lab")), Secret.of(KEY)))
        .containsExactly(new ListedModel("lab"));
    assertThat(lister.list(providerAt(at("/openai/v1")), Secret.of(KEY)))
        .extracting(ListedModel::name)
        .containsExactly("a", "b");
  }

  @Test
  void isKnownByItsWholeHost() {
    assertThat(Azure.at("https://lab.openai.azure.com/openai/v1")).isPresent();
    assertThat(Azure.at("https://lab.cognitiveservices.azure.com/openai/v1")).isPresent();
    assertThat(Azure.at("https://openai.azure.com.evil.example/v1")).isEmpty();
    assertThat(Azure.at("https://api.openai.com/v1")).isEmpty();
    assertThat(Azure.at("no address")).isEmpty();
  }

  private ChatModel azure(String path) {
    var there = providerAt(at(path));
    var retries = new Retries(new Random(1), (time, _) -> pauses.add(time));
    return new WireChatModel(
        here, retries, OpenAi.endpoint(there, Secret.of(KEY)), ChatCompletions.of(there));
  }

  private String at(String path) {
    var port = provider.address().replaceAll(".*:(\\d+)/.*", "$1");
    return "http://lab.openai.azure.com:" + port + path;
  }
}
