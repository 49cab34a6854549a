package org.colloquy.server.writing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.colloquy.model.AccountId;
import org.colloquy.model.Citation;
import org.colloquy.model.Conversation;
import org.colloquy.model.ConversationId;
import org.colloquy.model.Message;
import org.colloquy.model.MessageId;
import org.colloquy.model.MessageState;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.model.Usage;
import org.colloquy.server.api.app.ConversationJsonFile;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.export.ConversationFormat;

/// A conversation that is told for a test, and written down.
final class Told {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final ConversationId ID = new ConversationId(new UUID(0, 7));

  private final String title;
  private final List<Message> messages = new ArrayList<>();
  private final List<AnswerSources> sources = new ArrayList<>();

  Told(String title) {
    this.title = title;
  }

  Told said(Role role, String text, Citation... citations) {
    var id = new MessageId(new UUID(1, messages.size()));
    boolean answer = role == Role.ASSISTANT;
    messages.add(
        new Message(
            id,
            messages.size(),
            ID,
            null,
            role,
            text,
            "",
            MessageState.COMPLETE,
            NOON,
            answer ? new ModelUsed("Lab", "gpt-4o") : null,
            Usage.NONE,
            answer && text.isEmpty()
                ? List.of(new ToolCall("c1", "search", "{\"query\":\"<cells>\"}"))
                : List.of(),
            role == Role.TOOL ? "c1" : null,
            null));
    sources.add(new AnswerSources(id, List.of(), List.of(citations)));
    return this;
  }

  /// As a file.
  byte[] in(ConversationFormat form, PdfFonts fonts) {
    var out = new ByteArrayOutputStream();
    try (var writer = new WrittenForms(fonts, ConversationJsonFile::new).open(form, out)) {
      writer.reading(
          new Conversation(
              ID,
              7,
              new AccountId(new UUID(0, 1)),
              title,
              messages.size(),
              NOON,
              NOON,
              null,
              null,
              null,
              null,
              true));
      for (int i = 0; i < messages.size(); i++) {
        writer.said(messages.get(i), sources.get(i));
      }
      writer.read();
    }
    return out.toByteArray();
  }

  /// As a file of text.
  String in(ConversationFormat form) {
    return new String(in(form, new PdfFonts(List::of)), StandardCharsets.UTF_8);
  }
}
