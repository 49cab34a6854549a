package org.colloquy.server.core.turn;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.Usage;
import org.colloquy.server.core.usage.TokenCounter;
import org.jspecify.annotations.Nullable;

/// Leaves out of a prompt what does not fit the model's window. Pure: the same prompt is cut in the
/// same way.
///
/// What the program says and the question always stay; the oldest messages go first. They go by
/// exchanges, from what a person said up to the next thing they said, so that calls of tools stay
/// with their results and what is left begins with the person.
final class ContextBudget {
  static final String MARK =
      "[The first %d messages of this conversation are left out here: they do not fit.]";

  /// What a picture takes, about, in tokens.
  static final int PICTURE = 1_000;

  /// What a provider adds to each message and each tool, about.
  private static final int FRAME = 8;

  private static final int MARKED = 40;

  /// No text has more tokens than bytes, and no character more than three bytes.
  private static final int MOST_FOR_A_CHARACTER = 3;

  private final TokenCounter counter;

  ContextBudget(TokenCounter counter) {
    this.counter = counter;
  }

  /// A prompt that fits.
  ///
  /// @param leftOut how many messages are not in it
  record Fitting(Prompt prompt, int leftOut) {
    /// What a person is told; only when something was left out.
    String sentence() {
      return leftOut == 1
          ? "The first message was left out: it does not fit the model's window."
          : "The first " + leftOut + " messages were left out: they do not fit the model's window.";
    }
  }

  /// The prompt without what does not fit.
  ///
  /// @param room in tokens
  /// @param staying how many exchanges at the end stay, the question's included
  /// @throws ProblemException Invalid when what always stays does not fit
  Fitting fit(Prompt prompt, int room, int staying) {
    if (mostTokens(prompt) <= room) {
      return new Fitting(prompt, 0);
    }
    var lines = prompt.lines();
    var starts = starts(lines);
    int kept = Math.max(0, starts.size() - staying);
    long taken = fixed(prompt) + between(lines, start(starts, kept, lines), lines.size());
    if (taken > room) {
      throw tooLong(taken, room);
    }
    while (kept > 0) {
      long more = between(lines, starts.get(kept - 1), start(starts, kept, lines));
      if (taken + more + (kept > 1 ? MARKED : 0) > room) {
        break;
      }
      taken += more;
      kept--;
    }
    return without(prompt, start(starts, kept, lines));
  }

  /// How much of the room a question at the end of a prompt would take.
  ///
  /// @param room in tokens; Integer.MAX_VALUE when there is no end of it
  /// @throws ProblemException Invalid when what always stays does not fit
  ContextUse use(Prompt prompt, int room, @Nullable ModelPrice price) {
    var fitting = fit(prompt, room, 1);
    var lines = fitting.prompt().lines();
    long tools = tools(prompt);
    long instructions = instructions(fitting.prompt());
    long earlier = between(lines, 0, lines.size() - 1);
    long question = tokens(lines.getLast());
    long all = instructions + tools + earlier + question;
    return new ContextUse(
        room == Integer.MAX_VALUE ? null : room,
        instructions,
        tools,
        earlier,
        question,
        fitting.leftOut(),
        price == null ? null : price.of(new Usage(Math.toIntExact(all), 0)));
  }

  /// Makes sure that what always stays fits, before anything is begun.
  void check(Prompt prompt, int room, int staying) {
    if (mostTokens(prompt) > room) {
      fit(prompt, room, staying);
    }
  }

  private static ProblemException tooLong(long tokens, int room) {
    return new ProblemException(
        new Problem.Invalid(
            "text",
            "This question has about %d tokens with what belongs to it, and there is room for %d."
                .formatted(tokens, room)));
  }

  /// Where exchanges begin: at each message of the person's, and at the first message of all.
  private static List<Integer> starts(List<Prompt.Line> lines) {
    var starts = new ArrayList<Integer>();
    for (int i = 0; i < lines.size(); i++) {
      var role = lines.get(i).role();
      if (role == Role.USER || (role != Role.SYSTEM && starts.isEmpty())) {
        starts.add(i);
      }
    }
    return starts;
  }

  private static int start(List<Integer> starts, int exchange, List<Prompt.Line> lines) {
    return exchange < starts.size() ? starts.get(exchange) : lines.size();
  }

  private static Fitting without(Prompt prompt, int first) {
    var lines = new ArrayList<Prompt.Line>();
    int leftOut = 0;
    for (int i = 0; i < prompt.lines().size(); i++) {
      var line = prompt.lines().get(i);
      if (i == first && leftOut > 0) {
        lines.add(new Prompt.Line(Role.SYSTEM, MARK.formatted(leftOut)));
      }
      if (i >= first || line.role() == Role.SYSTEM) {
        lines.add(line);
      } else {
        leftOut++;
      }
    }
    return leftOut == 0 ? new Fitting(prompt, 0) : new Fitting(prompt.saying(lines), leftOut);
  }

  /// About how many tokens a model reads.
  long tokens(Prompt prompt) {
    return fixed(prompt) + between(prompt.lines(), 0, prompt.lines().size());
  }

  /// What the program says, and the tools.
  private long fixed(Prompt prompt) {
    return instructions(prompt) + tools(prompt);
  }

  private long instructions(Prompt prompt) {
    return prompt.lines().stream()
        .filter(line -> line.role() == Role.SYSTEM)
        .mapToLong(this::tokens)
        .sum();
  }

  private long tools(Prompt prompt) {
    long tokens = 0;
    for (var tool : prompt.tools()) {
      tokens +=
          FRAME
              + counter.count(tool.name())
              + counter.count(tool.description())
              + counter.count(tool.schema());
    }
    return tokens;
  }

  /// The messages from one place up to another, without what the program says.
  private long between(List<Prompt.Line> lines, int from, int to) {
    return lines.subList(from, to).stream()
        .filter(line -> line.role() != Role.SYSTEM)
        .mapToLong(this::tokens)
        .sum();
  }

  private long tokens(Prompt.Line line) {
    long tokens = FRAME + counter.count(line.content()) + (long) line.pictures().size() * PICTURE;
    for (var call : line.toolCalls()) {
      tokens += FRAME + counter.count(call.tool()) + counter.count(call.arguments());
    }
    return tokens;
  }

  /// More than there can be, without counting.
  private static long mostTokens(Prompt prompt) {
    long characters = 0;
    long frames = 0;
    for (var tool : prompt.tools()) {
      characters += tool.name().length() + tool.description().length() + tool.schema().length();
      frames++;
    }
    long pictures = 0;
    for (var line : prompt.lines()) {
      characters += line.content().length();
      pictures += line.pictures().size();
      frames += 1 + line.toolCalls().size();
      for (var call : line.toolCalls()) {
        characters += call.tool().length() + call.arguments().length();
      }
    }
    return characters * MOST_FOR_A_CHARACTER + frames * FRAME + pictures * PICTURE;
  }
}
