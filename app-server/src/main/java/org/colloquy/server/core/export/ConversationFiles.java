package org.colloquy.server.core.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.colloquy.model.Conversation;
import org.colloquy.model.Message;
import org.colloquy.server.core.citation.AnswerSources;
import org.jspecify.annotations.Nullable;

/// Writes conversations, each into a file of its own. No two of them have the same name.
public final class ConversationFiles implements ConversationTaker, AutoCloseable {
  private final Place place;
  private final ConversationFormat format;
  private final ConversationExports exports;
  private @Nullable ConversationWriter writer;
  private @Nullable OutputStream file;

  /// @param place where the files go
  public ConversationFiles(Place place, ConversationFormat format, ConversationExports exports) {
    this.place = place;
    this.format = format;
    this.exports = exports;
  }

  /// Where files can be made: a folder, a zip file.
  @FunctionalInterface
  public interface Place {
    /// Begins the file of this name; it is closed before the next one.
    OutputStream open(String name) throws IOException;
  }

  @Override
  public void reading(Conversation conversation) {
    try {
      var begun = place.open(format.file(ConversationExports.nameAmongOthers(conversation)));
      file = begun;
      var writing = exports.write(format, begun);
      writer = writing;
      writing.reading(conversation);
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
    try {
      if (file != null) {
        file.close();
        file = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
