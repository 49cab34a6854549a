package org.colloquy.server.llm;

import static org.colloquy.server.llm.ProviderJson.quoted;

import java.util.List;
import org.colloquy.model.ProviderKind;

/// The languages that providers speak, as a test writes them down piece by piece.
enum Tongue {
  /// The chunks of the API reference of July 2025.
  CHAT(ProviderKind.OPENAI_CHAT) {
    @Override
    List<String> begin() {
      return List.of(ProviderJson.inDelta("\"role\":\"assistant\",\"content\":\"\""));
    }

    @Override
    String word(String word) {
      return ProviderJson.delta(word);
    }

    @Override
    List<String> end() {
      return List.of(ProviderJson.stop("stop"), ProviderJson.usage(7, 2), "[DONE]");
    }

    @Override
    String failure(String words) {
      return "{\"error\":{\"message\":%s,\"type\":\"server_error\",\"code\":429}}"
          .formatted(quoted(words));
    }
  },

  /// The events of the API reference of July 2025.
  RESPONSES(ProviderKind.OPENAI_RESPONSES) {
    @Override
    List<String> begin() {
      return List.of(
          "{\"type\":\"response.created\",\"sequence_number\":0,\"response\":{\"id\":\"resp_1\","
              + "\"object\":\"response\",\"status\":\"in_progress\",\"error\":null,\"output\":[]}}",
          "{\"type\":\"response.output_item.added\",\"output_index\":0,\"item\":{\"id\":\"msg_1\","
              + "\"type\":\"message\",\"role\":\"assistant\",\"content\":[]}}");
    }

    @Override
    String word(String word) {
      return "{\"type\":\"response.output_text.delta\",\"sequence_number\":3,\"item_id\":\"msg_1\","
          + "\"output_index\":0,\"content_index\":0,\"delta\":%s}".formatted(quoted(word));
    }

    @Override
    List<String> end() {
      return List.of(
          "{\"type\":\"response.completed\",\"response\":{\"id\":\"resp_1\",\"status\":\"completed\","
              + "\"error\":null,\"usage\":{\"input_tokens\":7,\"output_tokens\":2,\"total_tokens\":9}}}");
    }

    @Override
    String failure(String words) {
      return "{\"type\":\"error\",\"code\":\"rate_limit_exceeded\",\"message\":%s,\"param\":null}"
          .formatted(quoted(words));
    }
  },

  /// Version 2023-06-01.
  ANTHROPIC(ProviderKind.ANTHROPIC) {
    @Override
    List<String> begin() {
      return List.of(
          "{\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\","
              + "\"role\":\"assistant\",\"content\":[],\"stop_reason\":null,"
              + "\"usage\":{\"input_tokens\":7,\"output_tokens\":1}}}",
          "{\"type\":\"content_block_start\",\"index\":0,"
              + "\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
          "{\"type\": \"ping\"}");
    }

    @Override
    String word(String word) {
      return "{\"type\":\"content_block_delta\",\"index\":0,"
          + "\"delta\":{\"type\":\"text_delta\",\"text\":%s}}".formatted(quoted(word));
    }

    @Override
    List<String> end() {
      return List.of(
          "{\"type\":\"content_block_stop\",\"index\":0}",
          "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\","
              + "\"stop_sequence\":null},\"usage\":{\"output_tokens\":2}}",
          "{\"type\":\"message_stop\"}");
    }

    @Override
    String failure(String words) {
      return "{\"type\":\"error\",\"error\":{\"type\":\"rate_limit_error\",\"message\":%s}}"
          .formatted(quoted(words));
    }
  },

  /// Version v1beta.
  GEMINI(ProviderKind.GEMINI) {
    @Override
    List<String> begin() {
      return List.of();
    }

    @Override
    String word(String word) {
      return "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":%s}],\"role\":\"model\"},\"index\":0}],"
              .formatted(quoted(word))
          + "\"usageMetadata\":{\"promptTokenCount\":7,\"totalTokenCount\":7},"
          + "\"modelVersion\":\"gemini-2.5-flash\",\"responseId\":\"r1\"}";
    }

    @Override
    List<String> end() {
      return List.of(
          "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"\"}],\"role\":\"model\"},"
              + "\"finishReason\":\"STOP\",\"index\":0}],\"usageMetadata\":{\"promptTokenCount\":7,"
              + "\"candidatesTokenCount\":2,\"totalTokenCount\":9}}");
    }

    @Override
    String failure(String words) {
      return "{\"error\":{\"code\":429,\"message\":%s,\"status\":\"RESOURCE_EXHAUSTED\"}}"
          .formatted(quoted(words));
    }
  },

  /// Version 0.12.
  OLLAMA(ProviderKind.OLLAMA) {
    @Override
    List<String> begin() {
      return List.of();
    }

    @Override
    String word(String word) {
      return "{\"model\":\"scripted\",\"created_at\":\"2025-10-01T10:00:00Z\","
          + "\"message\":{\"role\":\"assistant\",\"content\":%s},\"done\":false}"
              .formatted(quoted(word));
    }

    @Override
    List<String> end() {
      return List.of(
          "{\"model\":\"scripted\",\"created_at\":\"2025-10-01T10:00:01Z\",\"message\":{"
              + "\"role\":\"assistant\",\"content\":\"\"},\"done_reason\":\"stop\",\"done\":true,"
              + "\"total_duration\":1,\"prompt_eval_count\":7,\"eval_count\":2}");
    }

    @Override
    String failure(String words) {
      return "{\"error\":%s}".formatted(quoted(words));
    }

    @Override
    String framed(String piece) {
      return piece + "\n";
    }
  };

  private final ProviderKind kind;

  Tongue(ProviderKind kind) {
    this.kind = kind;
  }

  ProviderKind kind() {
    return kind;
  }

  /// What comes before the first word.
  abstract List<String> begin();

  abstract String word(String word);

  /// What comes after the last word, which is one of two.
  abstract List<String> end();

  /// An error inside a stream: too many requests, where the language has a word for that.
  abstract String failure(String words);

  /// A piece as it goes over the wire.
  String framed(String piece) {
    return "data: " + piece + "\n\n";
  }

  /// A whole answer as it goes over the wire.
  String says(String... words) {
    var text = new StringBuilder();
    begin().forEach(piece -> text.append(framed(piece)));
    for (var word : words) {
      text.append(framed(word(word)));
    }
    end().forEach(piece -> text.append(framed(piece)));
    return text.toString();
  }

  /// The body of a refusal, in the form of this language.
  String refusal(String words) {
    return switch (this) {
      case CHAT, RESPONSES -> ProviderJson.error(words);
      case ANTHROPIC ->
          "{\"type\":\"error\",\"error\":{\"type\":\"x\",\"message\":%s},\"request_id\":\"r\"}"
              .formatted(quoted(words));
      case GEMINI ->
          "[{\"error\":{\"code\":1,\"message\":%s,\"status\":\"X\"}}]".formatted(quoted(words));
      case OLLAMA -> "{\"error\":%s}".formatted(quoted(words));
    };
  }
}
