package org.colloquy.server.llm.ollama;

import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.llm.http.HttpCall;
import org.colloquy.server.llm.wire.AnswerReader;
import org.colloquy.server.llm.wire.Endpoint;
import org.colloquy.server.llm.wire.GrowingReply;
import org.colloquy.server.llm.wire.Language;

/// Ollama's own chat: one JSON object in each line.
public record OllamaChat() implements Language {
  @Override
  public Framing framing() {
    return Framing.LINES;
  }

  @Override
  public HttpCall request(Prompt prompt, Endpoint endpoint) {
    return endpoint.post("/chat", "application/x-ndjson", OllamaRequest.written(prompt));
  }

  @Override
  public AnswerReader reader(GrowingReply reply) {
    return new OllamaReader(reply);
  }
}
