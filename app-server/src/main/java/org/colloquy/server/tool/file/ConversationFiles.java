package org.colloquy.server.tool.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.colloquy.model.Attachment;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.server.core.attachment.Attachments;
import org.colloquy.server.core.document.DocumentStore;
import org.colloquy.server.core.document.Documents;
import org.colloquy.server.core.turn.Occasion;

/// The files of the conversation in which a tool is called, by name.
public final class ConversationFiles {
  private static final Set<String> WITH_PAGES =
      Set.of(
          "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "epub");

  private final Attachments attachments;
  private final Documents documents;

  public ConversationFiles(Attachments attachments, Documents documents) {
    this.attachments = attachments;
    this.documents = documents;
  }

  /// The pages of the last file of this name, if it is of a kind that has some; empty for a text.
  ///
  /// @throws ProblemException Unavailable with a sentence for the model when there is no such file,
  ///   or it is not read
  public List<DocumentStore.PageText> pages(Occasion occasion, String name) {
    var found = find(occasion, name);
    if (!WITH_PAGES.contains(ending(found.name()))) {
      return List.of();
    }
    var reading = documents.of(occasion.caller(), found.id());
    return switch (reading.state()) {
      case READY -> documents.texts(occasion.caller(), found.id());
      case WAITING, READING ->
          throw unreadable(found.name() + " is still being read. Try again in a while.");
      case FAILED -> throw unreadable(reading.failure());
      case NOTHING -> throw unreadable("There is no text in " + found.name() + ".");
    };
  }

  /// The beginning of the last file of this name, whatever the case.
  ///
  /// @param most how many bytes of it at the most
  /// @throws ProblemException Unavailable with a sentence for the model when there is no such file,
  ///   or none that is text
  public byte[] read(Occasion occasion, String name, int most) {
    var found = find(occasion, name);
    if (WITH_PAGES.contains(ending(found.name()))) {
      throw unreadable(found.name() + " is a PDF or office file and no text.");
    }
    var opened = attachments.openByNumber(occasion.caller(), found.number());
    try (var content = opened.content()) {
      return content.readNBytes(most);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Attachment find(Occasion occasion, String name) {
    var kept =
        attachments.of(occasion.caller(), occasion.conversation()).stream()
            .filter(file -> file.size() != Attachment.NOT_KEPT)
            .toList();
    return kept.reversed().stream()
        .filter(file -> file.name().equalsIgnoreCase(name.strip()))
        .findFirst()
        .orElseThrow(() -> unreadable(thereAre(kept)));
  }

  private static String thereAre(List<Attachment> kept) {
    return kept.isEmpty()
        ? "This conversation has no files."
        : kept.stream()
            .map(Attachment::name)
            .distinct()
            .collect(Collectors.joining(", ", "There is no file of this name. There are: ", "."));
  }

  /// A sentence for the model.
  static ProblemException unreadable(String sentence) {
    return new ProblemException(new Problem.Unavailable(sentence));
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
