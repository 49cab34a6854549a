package org.colloquy.server.core.turn;

import java.util.List;
import org.colloquy.model.ModelParameters;
import org.colloquy.model.Role;

/// The words of titles: the first ones said, and those of a model. Pure.
final class TitleText {
  static final String WANTED =
      """
      Give the conversation that follows a title of two to six words, in its own language. Answer with \
      the title alone: no quotation marks, no full stop, nothing else.\
      """;

  private static final int LONGEST_GIVEN = 60;
  private static final int LONGEST_OF_A_MODEL = 80;

  /// Of the question and of the answer, in characters: a title needs no more.
  private static final int READ = 2_000;

  private static final int MOST_TOKENS = 40;

  private TitleText() {}

  /// What a model is asked for a title.
  static Prompt prompt(String model, String question, String answer) {
    var talk = "Question:\n" + beginning(question) + "\n\nAnswer:\n" + beginning(answer);
    var lines = List.of(new Prompt.Line(Role.SYSTEM, WANTED), new Prompt.Line(Role.USER, talk));
    return new Prompt(model, lines, List.of())
        .with(new ModelParameters(null, null, null, MOST_TOKENS, List.of(), null));
  }

  private static String beginning(String text) {
    int end = Math.min(text.length(), READ);
    boolean half = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
    return text.substring(0, half ? end - 1 : end);
  }

  /// What a model said, as a title; empty when it is none.
  static String cleaned(String said) {
    var line = said.lines().map(String::strip).filter(one -> !one.isEmpty()).findFirst().orElse("");
    var title =
        line.replaceFirst("(?i)^(title|titel)\\s*:\\s*", "")
            .replaceAll("[\\p{Cntrl}\\s]+", " ")
            .replaceAll("^[\\s\"'`*#_“”„«»‘’]+|[\\s\"'`*_“”„«»‘’.]+$", "");
    return title.codePointCount(0, title.length()) > LONGEST_OF_A_MODEL ? "" : title;
  }

  /// The beginning of what was said, up to the end of a word.
  static String firstWords(String said) {
    var line = said.lines().findFirst().orElse(said).replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST_GIVEN) {
      return line;
    }
    int end = line.lastIndexOf(' ', LONGEST_GIVEN);
    if (end < LONGEST_GIVEN / 2) {
      end = line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_GIVEN) - 1);
    }
    return line.substring(0, end).strip() + "…";
  }
}
