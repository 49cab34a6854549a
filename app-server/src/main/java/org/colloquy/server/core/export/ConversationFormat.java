package org.colloquy.server.core.export;

import java.util.Locale;
import java.util.stream.Stream;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;

/// The forms in which conversations leave: what people call them, and what their files are.
public enum ConversationFormat {
  MARKDOWN("md", "text/markdown"),
  HTML("html", "text/html"),
  PDF("pdf", "application/pdf"),
  /// The only one that can be taken over again.
  JSON("colloquy", "application/json");

  private final String ending;
  private final String type;

  ConversationFormat(String ending, String type) {
    this.ending = ending;
    this.type = type;
  }

  /// The form of this name, such as `markdown`.
  ///
  /// @throws ProblemException Invalid when there is none
  public static ConversationFormat named(String name) {
    return Stream.of(values())
        .filter(format -> format.word().equals(name))
        .findFirst()
        .orElseThrow(() -> invalid("format", "There are markdown, html, pdf and json."));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The branches of this name, `shown` or `all`.
  ///
  /// @throws ProblemException Invalid when there are none, or this form cannot hold them
  public Branches branches(String name) {
    return switch (name) {
      case "shown" -> Branches.SHOWN;
      case "all" -> {
        if (this != JSON) {
          throw invalid("branches", "Only json can hold all of them.");
        }
        yield Branches.ALL;
      }
      default -> throw invalid("branches", "There are shown and all.");
    };
  }

  private static ProblemException invalid(String field, String why) {
    return new ProblemException(new Problem.Invalid(field, why));
  }

  /// A file of this name with this form's ending.
  public String file(String name) {
    return name + "." + ending;
  }

  /// The media type of its files.
  public String type() {
    return type;
  }
}
