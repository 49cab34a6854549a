package org.colloquy.server.llm.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import org.colloquy.model.Ability;
import org.colloquy.model.ModelFacts;
import org.colloquy.model.ModelPrice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToldFactsTest {
  private static ModelFacts told(String json) {
    try {
      return ToldFacts.of(new JsonMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void understandsOpenRouter() {
    assertThat(
            told(
                """
                {"id": "openai/gpt-4o", "context_length": 128000,
                 "architecture": {"input_modalities": ["text", "image"], "output_modalities": ["text"]},
                 "pricing": {"prompt": "0.0000025", "completion": "0.00001", "request": "0",
                  "input_cache_read": "0.00000125", "input_cache_write": "0.000003"},
                 "top_provider": {"context_length": 128000, "max_completion_tokens": 16384},
                 "supported_parameters": ["max_tokens", "tools"]}
                """))
        .isEqualTo(
            new ModelFacts(
                128_000,
                16_384,
                Set.of(Ability.TEXT, Ability.IMAGES, Ability.TOOLS),
                new ModelPrice(2_500_000, 10_000_000, 1_250_000L, 3_000_000L)));
  }

  @Test
  void understandsMistral() {
    assertThat(
            told(
                """
                {"id": "pixtral", "max_context_length": 131072,
                 "capabilities": {"completion_chat": true, "function_calling": true, "vision": true}}
                """))
        .isEqualTo(
            new ModelFacts(
                131_072, null, Set.of(Ability.TEXT, Ability.TOOLS, Ability.IMAGES), null));
  }

  @Test
  void understandsGemini() {
    assertThat(
            told(
                "{\"inputTokenLimit\": 1048576, \"outputTokenLimit\": 8192, \"name\":"
                    + " \"models/g\"}"))
        .isEqualTo(new ModelFacts(1_048_576, 8_192, null, null));
  }

  @Test
  void understandsServersOnThisComputer() {
    assertThat(told("{\"id\": \"a\", \"max_model_len\": 4096}").contextWindow()).isEqualTo(4096);
    assertThat(told("{\"id\": \"a\", \"meta\": {\"n_ctx_train\": 8192}}").contextWindow())
        .isEqualTo(8192);
    assertThat(told("{\"capabilities\": [\"completion\", \"vision\", \"thinking\"]}").abilities())
        .containsExactlyInAnyOrder(Ability.TEXT, Ability.IMAGES, Ability.REASONING);
    assertThat(told("{\"type\": \"embeddings\", \"max_context_length\": 512}"))
        .isEqualTo(new ModelFacts(512, null, Set.of(Ability.EMBEDDINGS), null));
  }

  @Test
  void knowsThatSomethingIsFree() {
    assertThat(told("{\"pricing\": {\"prompt\": \"0\", \"completion\": \"0\"}}").price())
        .isEqualTo(ModelPrice.FREE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "7",
        "{\"context_length\": 0, \"capabilities\": {}}",
        "{\"context_length\": \"big\", \"type\": 7}",
        "{\"context_length\": 1e300}",
        "{\"pricing\": {\"prompt\": \"-1\", \"completion\": \"-1\"}}",
        "{\"pricing\": {\"prompt\": \"1e999999999\", \"completion\": \"1\"}}",
        "{\"pricing\": {\"prompt\": \"cheap\", \"completion\": \"1\"}}",
        "{\"pricing\": {\"prompt\": \"0\"}}"
      })
  void makesNothingOfWhatSaysNothing(String json) {
    assertThat(told(json)).isEqualTo(ModelFacts.UNKNOWN);
  }
}
