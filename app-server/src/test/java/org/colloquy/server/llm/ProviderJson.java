package org.colloquy.server.llm;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The pieces that a provider's answers are made of.
public final class ProviderJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ProviderJson() {}

  /// A piece with a word.
  public static String delta(String word) {
    return inDelta("\"content\":" + quoted(word));
  }

  /// A piece with a thought.
  public static String thought(String word) {
    return inDelta("\"reasoning_content\":" + quoted(word));
  }

  /// A piece with these fields in its delta.
  public static String inDelta(String fields) {
    return "{\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"scripted\","
               + "\"choices\":[{\"index\":0,\"delta\":{"
        + fields
        + "},\"finish_reason\":null}]}";
  }

  /// The piece that says why the model stopped.
  public static String stop(String reason) {
    return "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":" + quoted(reason) + "}]}";
  }

  /// The piece with the tokens used.
  public static String usage(int input, int output) {
    return "{\"choices\":[],\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d,\"prompt_tokens_details\":{\"cached_tokens\":0}}}"
        .formatted(input, output, input + output);
  }

  /// An error as OpenAI tells it.
  public static String error(String message) {
    return "{\"error\":{\"message\":" + quoted(message) + ",\"type\":\"x\",\"code\":null}}";
  }

  /// A list of models.
  public static String models(String... names) {
    return Arrays.stream(names)
        .map(name -> "{\"id\":" + quoted(name) + ",\"object\":\"model\"}")
        .collect(Collectors.joining(",", "{\"object\":\"list\",\"data\":[", "]}"));
  }

  /// A text as JSON.
  public static String quoted(String text) {
    try {
      return JSON.writeValueAsString(text);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
