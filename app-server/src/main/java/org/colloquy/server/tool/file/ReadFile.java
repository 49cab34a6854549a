package org.colloquy.server.tool.file;

import java.nio.charset.StandardCharsets;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;
import org.colloquy.server.tool.Piece;

/// Tells what stands in a text file of the conversation, piece by piece.
public final class ReadFile implements Tool {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int LOOKED_AT = 8 * 1024;
  private static final String NAME = "name";
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(NAME, Parameter.Kind.TEXT, "The name of the file."), Piece.FROM);

  private final ConversationFiles files;

  public ReadFile(ConversationFiles files) {
    this.files = files;
  }

  @Override
  public String name() {
    return "read_file";
  }

  @Override
  public String description() {
    return "Reads a file that the user gave to this conversation: text, Markdown, CSV, JSON, code."
        + " A long one comes in pieces. PDF and office files cannot be read yet.";
  }

  @Override
  public String schema() {
    return PARAMETERS.schema();
  }

  @Override
  public boolean hasEffects() {
    return false;
  }

  /// Who wrote the file is not known.
  @Override
  public boolean bringsStrangersWords() {
    return true;
  }

  @Override
  public String run(Occasion occasion, String arguments) {
    var given = PARAMETERS.read(arguments);
    var content = files.read(occasion, given.text(NAME), MOST_BYTES);
    for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
      if (content[i] == 0) {
        throw ConversationFiles.unreadable("This file is no text.");
      }
    }
    return Piece.of(new String(content, StandardCharsets.UTF_8), Piece.from(given));
  }
}
