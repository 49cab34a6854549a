package org.colloquy.benchmarks;

import java.nio.charset.StandardCharsets;

/// The bytes that the fake provider says, as a provider of OpenAI chat completions does.
final class ProviderWords {
  /// The name of the only model.
  static final String MODEL = "gpt-4o-mini";

  static final String MODELS =
      """
      {"object":"list","data":[{"id":"%s","object":"model","created":0,"owned_by":"nobody"}]}\
      """
          .formatted(MODEL);

  static final String WHOLE_ANSWER =
      """
      {"id":"chatcmpl-1","object":"chat.completion","created":0,"model":"%s","choices":[{"index":0,\
      "message":{"role":"assistant","content":"Yes"},"finish_reason":"stop"}],\
      "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}\
      """
          .formatted(MODEL);

  static final byte[] STREAM_HEAD =
      ascii(
          """
          HTTP/1.1 200 OK\r
          Content-Type: text/event-stream\r
          Cache-Control: no-cache\r
          Transfer-Encoding: chunked\r
          \r
          """);

  static final byte[] ROLE = chunk(event("{\"role\":\"assistant\",\"content\":\"\"}", "null"));

  private static final byte[] TOKEN =
      chunk(event("{\"content\":\"" + "@".repeat(Stamp.LENGTH) + "\"}", "null"));
  private static final int STAMP_AT = new String(TOKEN, StandardCharsets.US_ASCII).indexOf('@');

  private ProviderWords() {}

  /// One token that carries this time.
  static byte[] token(long nanos) {
    byte[] token = TOKEN.clone();
    Stamp.write(nanos, token, STAMP_AT);
    return token;
  }

  /// What follows the last token.
  static byte[] ending(int tokens) {
    String usage =
        """
        data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":0,"model":"%s",\
        "choices":[],"usage":{"prompt_tokens":9,"completion_tokens":%d,"total_tokens":%d}}

        """
            .formatted(MODEL, tokens, tokens + 9);
    String all = event("{}", "\"stop\"") + usage + "data: [DONE]\n\n";
    return ascii(Integer.toHexString(all.length()) + "\r\n" + all + "\r\n0\r\n\r\n");
  }

  static byte[] json(String status, String body) {
    return ascii(
        "HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(status, body.length(), body));
  }

  private static String event(String delta, String reason) {
    return """
    data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":0,"model":"%s",\
    "choices":[{"index":0,"delta":%s,"finish_reason":%s}]}

    """
        .formatted(MODEL, delta, reason);
  }

  private static byte[] chunk(String text) {
    return ascii(Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
