package org.colloquy.server.api.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.server.core.citation.AnswerSources;
import org.colloquy.server.core.export.ConversationExports;
import org.colloquy.server.core.export.ConversationTaker;
import org.colloquy.server.core.export.ConversationWriter;
import org.jspecify.annotations.Nullable;

/// Writes conversations into a zip file, each as a file of its own.
final class ConversationFiles implements ConversationTaker, AutoCloseable {
  private final ZipEntries zip;
  private final ConversationFormat format;
  private final ConversationExports exports;
  private @Nullable ConversationWriter writer;

  ConversationFiles(ZipEntries zip, ConversationFormat format, ConversationExports exports) {
    this.zip = zip;
    this.format = format;
    this.exports = exports;
  }

  @Override
  public void reading(Conversation conversation) {
    var name = format.file(ConversationExports.nameAmongOthers(conversation));
    try {
      var begun = format.write(exports, zip.in("conversations/" + name));
      writer = begun;
      begun.reading(conversation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void said(Message message, AnswerSources sources) {
    if (writer != null) {
      writer.said(message, sources);
    }
  }

  @Override
  public void read() {
    if (writer != null) {
      writer.read();
    }
    close();
  }

  /// Leaves what was begun.
  @Override
  public void close() {
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }
}
