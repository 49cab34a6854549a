package org.colloquy.desktop.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// How answers came about on the scripted server: all in the same way.
final class ScriptedAnswers {
  private ScriptedAnswers() {}

  static ObjectNode detail(String answer) {
    var detail =
        ScriptedServer.JSON
            .createObjectNode()
            .put("message", answer)
            .put("askedAt", "2026-11-03T10:00:00Z")
            .put("cost", 4300)
            .put("currency", "USD");
    detail.putObject("model").put("provider", "Scripted").put("model", "script-1");
    detail
        .putObject("times")
        .put("firstWord", 412)
        .put("whole", 63_120)
        .put("tokensPerSecond", 48.2);
    var tokens = detail.putObject("tokens").put("input", 1200).put("output", 130);
    tokens.put("cached", 1024).put("cacheWritten", 0).put("reasoning", 90).put("estimated", true);
    var parameters = detail.putObject("asked").putNull("agent").putObject("parameters");
    parameters.put("temperature", 0.2).put("maxTokens", 800).put("seed", 20261103);
    parameters.putArray("stop").add("END");
    return detail;
  }
}
