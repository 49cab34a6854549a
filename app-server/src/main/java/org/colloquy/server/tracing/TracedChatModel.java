package org.colloquy.server.tracing;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Locale;
import org.colloquy.model.ProviderKind;
import org.colloquy.server.core.turn.Cancellation;
import org.colloquy.server.core.turn.ChatModel;
import org.colloquy.server.core.turn.Prompt;
import org.colloquy.server.core.turn.Reply;
import org.colloquy.server.core.turn.ReplyListener;

/// A model whose calls are spans, in the words of OpenTelemetry for generative models.
final class TracedChatModel implements ChatModel {
  private final ChatModel model;
  private final ProviderKind kind;
  private final Tracer tracer;

  TracedChatModel(ChatModel model, ProviderKind kind, Tracer tracer) {
    this.model = model;
    this.kind = kind;
    this.tracer = tracer;
  }

  @Override
  public Reply stream(Prompt prompt, ReplyListener listener, Cancellation cancellation) {
    var span =
        tracer.spanBuilder("chat " + prompt.model()).setSpanKind(SpanKind.CLIENT).startSpan();
    span.setAttribute("gen_ai.operation.name", "chat");
    span.setAttribute("gen_ai.provider.name", kind.name().toLowerCase(Locale.ROOT));
    span.setAttribute("gen_ai.request.model", prompt.model());
    boolean replied = false;
    try (var _ = span.makeCurrent()) {
      var reply = model.stream(prompt, listener, cancellation);
      replied = true;
      span.setAttribute("gen_ai.usage.input_tokens", reply.usage().input());
      span.setAttribute("gen_ai.usage.output_tokens", reply.usage().output());
      return reply;
    } finally {
      if (!replied && !cancellation.cancelled()) {
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
    }
  }
}
