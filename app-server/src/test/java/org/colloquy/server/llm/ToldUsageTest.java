package org.colloquy.server.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.colloquy.model.Usage;
import org.junit.jupiter.api.Test;

/// What answers took, as providers tell it in words of their own. Input always has what was cached
/// in it, and output what was thought.
class ToldUsageTest extends AdapterCase {
  @Test
  void hasWhatOpenAiWroteIntoItsCache() {
    assertThat(
            chat(
                """
                {"prompt_tokens":100,"completion_tokens":9,"total_tokens":109,
                 "prompt_tokens_details":{"cached_tokens":60,"cache_write_tokens":30},
                 "completion_tokens_details":{"reasoning_tokens":5}}\
                """))
        .isEqualTo(new Usage(100, 9, 60, 30, 5));
  }

  @Test
  void hasTheSameFromOpenAisResponses() {
    assertThat(
            responses(
                """
                {"input_tokens":100,"output_tokens":9,"total_tokens":109,
                 "input_tokens_details":{"cached_tokens":60,"cache_write_tokens":30},
                 "output_tokens_details":{"reasoning_tokens":5}}\
                """))
        .isEqualTo(new Usage(100, 9, 60, 30, 5));
  }

  @Test
  void hasTheThoughtsThatXaiCountsBesideTheCompletion() {
    assertThat(
            chat(
                """
                {"prompt_tokens":12,"completion_tokens":1,"total_tokens":399,
                 "prompt_tokens_details":{"cached_tokens":2},
                 "completion_tokens_details":{"reasoning_tokens":386}}\
                """))
        .isEqualTo(new Usage(12, 387, 2, 0, 386));
  }

  @Test
  void hasWhatDeepSeekHadInItsCache() {
    assertThat(
            chat(
                """
                {"prompt_tokens":70,"completion_tokens":3,"total_tokens":73,
                 "prompt_cache_hit_tokens":64,"prompt_cache_miss_tokens":6}\
                """))
        .isEqualTo(new Usage(70, 3, 64, 0, 0));
  }

  @Test
  void isAboutTheWholePromptOfAnthropic() {
    streamed(
        Tongue.ANTHROPIC,
        """
        {"type":"message_start","message":{"usage":{"input_tokens":5,
         "cache_creation_input_tokens":20,"cache_read_input_tokens":75,
         "cache_creation":{"ephemeral_5m_input_tokens":20,"ephemeral_1h_input_tokens":0},
         "output_tokens":1}}}\
        """
            .replace("\n", ""),
        "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},"
            + "\"usage\":{\"output_tokens\":8}}",
        "{\"type\":\"message_stop\"}");

    assertThat(ask(Tongue.ANTHROPIC).usage()).isEqualTo(new Usage(100, 8, 75, 20, 0));
  }

  @Test
  void hasNoPartThatIsMoreThanTheWhole() {
    assertThat(
            chat(
                """
                {"prompt_tokens":10,"completion_tokens":3,"total_tokens":13,
                 "prompt_tokens_details":{"cached_tokens":40,"cache_write_tokens":40},
                 "completion_tokens_details":{"reasoning_tokens":50}}\
                """))
        .isEqualTo(new Usage(10, 3, 10, 0, 3));
  }

  @Test
  void hasNothingOfWhatIsNoFigure() {
    assertThat(
            chat(
                """
                {"prompt_tokens":10,"completion_tokens":3,"prompt_tokens_details":null,
                 "completion_tokens_details":{"reasoning_tokens":-4}}\
                """))
        .isEqualTo(new Usage(10, 3));
  }

  private void streamed(Tongue tongue, String... pieces) {
    streams(Arrays.stream(pieces).map(tongue::framed).toArray(String[]::new));
  }

  private Usage chat(String usage) {
    streamed(
        Tongue.CHAT,
        ProviderJson.delta("Hi"),
        ProviderJson.stop("stop"),
        "{\"choices\":[],\"usage\":" + usage.replace("\n", "") + "}",
        "[DONE]");
    return ask(Tongue.CHAT).usage();
  }

  private Usage responses(String usage) {
    streamed(
        Tongue.RESPONSES,
        Tongue.RESPONSES.word("Hi"),
        "{\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"usage\":"
            + usage.replace("\n", "")
            + "}}");
    return ask(Tongue.RESPONSES).usage();
  }
}
