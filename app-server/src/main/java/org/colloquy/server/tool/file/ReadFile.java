package org.colloquy.server.tool.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.document.DocumentStore;
import org.colloquy.server.core.turn.Occasion;
import org.colloquy.server.core.turn.Tool;
import org.colloquy.server.tool.Parameter;
import org.colloquy.server.tool.Parameters;
import org.colloquy.server.tool.Piece;

/// Tells what stands in a file of the conversation, piece by piece; of a PDF or office file with
/// the numbers of its pages.
public final class ReadFile implements Tool {
  private static final int MOST_BYTES = 16 * 1024 * 1024;
  private static final int LOOKED_AT = 8 * 1024;
  private static final String NAME = "name";
  private static final String PAGE = "page";
  private static final Parameters PARAMETERS =
      Parameters.of(
          Parameter.required(NAME, Parameter.Kind.TEXT, "The name of the file."),
          Parameter.optional(
              PAGE, Parameter.Kind.INTEGER, "The first page to be told, of a file with pages."),
          Piece.FROM);

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
    return "Reads a file that the user gave to this conversation: text, Markdown, CSV, JSON, code,"
        + " PDF and office files, these page by page. A long one comes in pieces.";
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
    var pages = files.pages(occasion, given.text(NAME));
    if (!pages.isEmpty()) {
      return Piece.of(from(pages, given.integer(PAGE, 1)), Piece.from(given));
    }
    var content = files.read(occasion, given.text(NAME), MOST_BYTES);
    for (int i = 0; i < Math.min(content.length, LOOKED_AT); i++) {
      if (content[i] == 0) {
        throw ConversationFiles.unreadable("This file is no text.");
      }
    }
    return Piece.of(new String(content, StandardCharsets.UTF_8), Piece.from(given));
  }

  private static String from(List<DocumentStore.PageText> pages, int first) {
    if (first < 1 || first > pages.size()) {
      throw new ProblemException(
          new Problem.Invalid(PAGE, "The file has " + pages.size() + " pages."));
    }
    return pages.stream()
        .filter(page -> page.number() >= first)
        .map(page -> "[Page " + page.label() + "]\n" + page.text())
        .collect(Collectors.joining("\n\n"));
  }
}
