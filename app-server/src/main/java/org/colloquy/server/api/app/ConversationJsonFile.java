package org.colloquy.server.api.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.export.ConversationWriter;
import org.colloquy.server.http.Json;
import org.jspecify.annotations.Nullable;

/// Writes a conversation as JSON that can be taken over again, message by message.
public final class ConversationJsonFile implements ConversationWriter {
  private final OutputStream out;
  private String before = "";

  /// @param out stays open
  public ConversationJsonFile(OutputStream out) {
    this.out = out;
  }

  /// What would mean something elsewhere.
  record AboutJson(
      UUID id,
      String title,
      int messageCount,
      @Nullable UUID activeLeaf,
      Instant createdAt,
      Instant updatedAt) {
    static AboutJson of(Conversation conversation) {
      var leaf = conversation.activeLeaf();
      return new AboutJson(
          conversation.id().value(),
          conversation.title(),
          conversation.messageCount(),
          leaf == null ? null : leaf.value(),
          conversation.createdAt(),
          conversation.updatedAt());
    }
  }

  /// @param sources null for a message that had none
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SaidJson(@JsonUnwrapped ExportJson.MessageJson message, @Nullable GivenJson sources) {
    static SaidJson of(Message message, AnswerSources sources) {
      boolean none = sources.passages().isEmpty() && sources.citations().isEmpty();
      return new SaidJson(ExportJson.MessageJson.of(message), none ? null : GivenJson.of(sources));
    }
  }

  record GivenJson(List<SourceJson.PassageJson> passages, List<SourceJson.CitationJson> citations) {
    static GivenJson of(AnswerSources sources) {
      return new GivenJson(
          SourceJson.passages(sources.passages()), SourceJson.citations(sources.citations()));
    }
  }

  @Override
  public void reading(Conversation conversation) {
    write(
        "{\"format\":\"colloquy-conversation\",\"version\":%d,\"conversation\":"
            .formatted(ExportJson.FORMAT));
    write(AboutJson.of(conversation));
    write(",\"messages\":[");
  }

  @Override
  public void said(Message message, AnswerSources sources) {
    write(before + "\n");
    write(SaidJson.of(message, sources));
    before = ",";
  }

  @Override
  public void read() {
    write("\n]}\n");
  }

  private void write(Record json) {
    write(Json.bytes(json));
  }

  private void write(String text) {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
