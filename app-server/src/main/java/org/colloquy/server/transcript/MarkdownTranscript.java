package org.colloquy.server.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.colloquy.model.ModelUsed;
import org.colloquy.model.Role;
import org.colloquy.server.core.Sha256;
import org.colloquy.server.core.importing.Transcript;
import org.jspecify.annotations.Nullable;

/// A conversation in plain Markdown: who speaks stands in headings such as `## You` or in bold
/// words such as `**Assistant:**` at the beginning of a line. Whoever is no person is the assistant
/// when a person's heading stands before in the same form.
final class MarkdownTranscript {
  private static final String ORIGIN = "Markdown";

  /// Pictures and the like. Taken as a whole: a line of blanks may be very long.
  private static final String BEFORE_NAME = "[^\\p{L}\\p{N}_]*+";

  private static final Pattern HEADING =
      Pattern.compile("^(#{1,6})\\s" + BEFORE_NAME + "(\\p{L}[^,:(]*)(?:[,:(].*)?$");
  private static final Pattern BOLD =
      Pattern.compile(
          "^\\*\\*" + BEFORE_NAME + "(\\p{L}[^*:]{0,40}?)\\s*(?::\\*\\*|\\*\\*:)\\s*(.*)$");
  private static final Pattern FENCE = Pattern.compile("^\\s*(```+|~~~+)");

  private final List<Transcript.Line> lines = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();
  private String title = "";
  private int level;
  private @Nullable Speaker speaker;
  private @Nullable String fence;

  private record Speaker(Role role, String name) {}

  /// Reads a text; empty when nobody speaks in it.
  ///
  /// @param name of the file
  static Optional<Transcript> of(String text, String name) {
    var reading = new MarkdownTranscript();
    text.lines().forEach(reading::line);
    reading.end();
    boolean spoken = reading.lines.stream().anyMatch(line -> line.role() == Role.USER);
    var title = reading.title.isEmpty() ? name.replaceAll("\\.[^.]*$", "") : reading.title;
    return spoken
        ? Optional.of(new Transcript(ORIGIN, Sha256.hex(text), title, null, reading.lines, null))
        : Optional.empty();
  }

  private void line(String line) {
    if (isCode(line)) {
      said.append(line).append('\n');
      return;
    }
    var heading = HEADING.matcher(line);
    var bold = BOLD.matcher(line);
    if (heading.matches() && speaks(heading.group(2).strip(), heading.group(1).length())) {
      begin(heading.group(2).strip(), "");
    } else if (bold.matches() && speaks(bold.group(1).strip(), 0)) {
      begin(bold.group(1).strip(), bold.group(2));
    } else if (speaker == null && line.startsWith("# ") && title.isEmpty()) {
      title = line.substring(2).strip();
    } else {
      said.append(line).append('\n');
    }
  }

  private boolean isCode(String line) {
    var found = FENCE.matcher(line);
    boolean marks = found.find();
    if (fence == null) {
      fence = marks ? found.group(1) : null;
      return marks;
    }
    if (marks && found.group(1).startsWith(fence) && line.strip().equals(found.group(1))) {
      fence = null;
    }
    return true;
  }

  /// Known speakers always, others in the form in which a person spoke.
  ///
  /// @param form the level of the heading; 0 for bold words
  private boolean speaks(String name, int form) {
    var role = role(name);
    if (role == Role.USER) {
      level = form;
    }
    boolean after = lines.stream().anyMatch(line -> line.role() == Role.USER) || speaker != null;
    return role != null || (form > 0 && form == level && after);
  }

  private void begin(String name, String rest) {
    end();
    var role = role(name);
    speaker = new Speaker(role == null ? Role.ASSISTANT : role, name);
    said.append(rest).append(rest.isEmpty() ? "" : "\n");
  }

  private void end() {
    var whose = speaker;
    if (whose != null) {
      var key = String.valueOf(lines.size());
      var parent = lines.isEmpty() ? null : lines.getLast().key();
      lines.add(
          new Transcript.Line(
              key, parent, whose.role(), said.toString().strip(), "", null, model(whose)));
    }
    said.setLength(0);
  }

  private static @Nullable ModelUsed model(Speaker speaker) {
    return speaker.role() == Role.ASSISTANT && role(speaker.name()) == null
        ? new ModelUsed(ORIGIN, speaker.name())
        : null;
  }

  private static @Nullable Role role(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "you", "user", "human", "me", "question", "prompt" -> Role.USER;
      case "assistant",
          "ai",
          "bot",
          "model",
          "answer",
          "response",
          "chatgpt",
          "claude",
          "gemini",
          "result of a tool" ->
          Role.ASSISTANT;
      case "system", "instructions" -> Role.SYSTEM;
      default -> null;
    };
  }
}
