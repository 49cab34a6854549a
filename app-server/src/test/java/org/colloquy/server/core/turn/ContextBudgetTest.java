package org.colloquy.server.core.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.colloquy.model.ModelPrice;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.Role;
import org.colloquy.model.ToolCall;
import org.colloquy.server.core.usage.TokenCounter;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ContextBudgetTest {
  /// A token for each word.
  private static final TokenCounter WORDS =
      text -> text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;

  private final ContextBudget budget = new ContextBudget(WORDS);

  private static Prompt.Line line(Role role, int words) {
    return new Prompt.Line(role, "word ".repeat(words).strip());
  }

  private static Prompt prompt(Prompt.Line... lines) {
    return new Prompt("model", List.of(lines), List.of());
  }

  private static final Prompt.Line SYSTEM = line(Role.SYSTEM, 2);
  private static final Prompt.Line FIRST = line(Role.USER, 50);
  private static final Prompt.Line CALLS =
      new Prompt.Line(Role.ASSISTANT, "", List.of(new ToolCall("c1", "search", "{}")), null);
  private static final Prompt.Line RESULT =
      new Prompt.Line(Role.TOOL, "word ".repeat(40), List.of(), "c1");
  private static final Prompt.Line ANSWER = line(Role.ASSISTANT, 12);
  private static final Prompt.Line SECOND = line(Role.USER, 22);
  private static final Prompt.Line LAST = line(Role.USER, 12);

  /// Of 10 for the program's, 58 + 18 + 48 + 20 of the first exchange, 30 of the second, 20 of the
  /// question.
  private static final Prompt TALK = prompt(SYSTEM, FIRST, CALLS, RESULT, ANSWER, SECOND, LAST);

  @Test
  void leavesAloneWhatFits() {
    assertThat(budget.fit(TALK, 204, 1)).isEqualTo(new ContextBudget.Fitting(TALK, 0));
    assertThat(budget.fit(TALK, Integer.MAX_VALUE, 1).prompt()).isSameAs(TALK);
  }

  @Test
  void tellsWhatTakesHowMuchBeforeItIsAsked() {
    assertThat(budget.use(TALK, 1_000, new ModelPrice(2_000_000, 9)))
        .isEqualTo(new ContextUse(1_000, 10, 0, 174, 20, 0, 408L));
    assertThat(budget.use(TALK, Integer.MAX_VALUE, null))
        .isEqualTo(new ContextUse(null, 10, 0, 174, 20, 0, null));
  }

  @Test
  void tellsWhatWillBeLeftOut() {
    var use = budget.use(TALK, 203, null);
    assertThat(use.leftOut()).isEqualTo(4);
    assertThat(use.earlier()).isEqualTo(30);
    assertThat(use.instructions() + use.earlier() + use.question()).isLessThanOrEqualTo(203);
  }

  @Test
  void leavesOutTheOldestExchangesAndSaysSo() {
    var fitting = budget.fit(TALK, 203, 1);

    assertThat(fitting.prompt().lines())
        .containsExactly(
            SYSTEM,
            new Prompt.Line(
                Role.SYSTEM,
                "[The first 4 messages of this conversation are left out here: they do not fit.]"),
            SECOND,
            LAST);
    assertThat(fitting.sentence())
        .isEqualTo("The first 4 messages were left out: they do not fit the model's window.");
    assertThat(new ContextBudget.Fitting(TALK, 1).sentence())
        .isEqualTo("The first message was left out: it does not fit the model's window.");
  }

  @Test
  void keepsTheQuestionAndWhatTheProgramSays() {
    assertThat(budget.fit(TALK, 30, 1).prompt().lines())
        .containsExactly(SYSTEM, new Prompt.Line(Role.SYSTEM, mark(5)), LAST);
  }

  @Test
  void keepsTheAnswerThatIsToGoOn() {
    assertThat(budget.fit(TALK, 60, 2).prompt().lines())
        .containsExactly(SYSTEM, new Prompt.Line(Role.SYSTEM, mark(4)), SECOND, LAST);
  }

  @Test
  void refusesAQuestionThatAloneDoesNotFit() {
    var refusal = catchThrowableOfType(ProblemException.class, () -> budget.check(TALK, 29, 1));

    assertThat(refusal.problem())
        .isEqualTo(
            new Problem.Invalid(
                "text",
                "This question has about 30 tokens with what belongs to it, and there is room for"
                    + " 29."));
  }

  @Test
  void countsToolsAndPictures() {
    var shown =
        new Prompt.Line(
            Role.USER, "what", List.of(), null, List.of(new Prompt.Picture("image/png", "AAAA")));
    var tool = new Prompt.ToolOffer("search", "finds", "{}");
    var prompt = new Prompt("model", List.of(FIRST, ANSWER, shown), List.of(tool));

    assertThat(budget.fit(prompt, 1098, 1).leftOut()).isZero();
    assertThat(budget.fit(prompt, 1097, 1).leftOut()).isEqualTo(2);
  }

  @RepeatedTest(500)
  void keepsItsPromisesForAnyTalk(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var talk = talk(random);
    int room = random.nextInt(600);
    ContextBudget.Fitting fitting;
    try {
      fitting = budget.fit(talk, room, 1);
    } catch (ProblemException e) {
      assertThat(always(talk)).isGreaterThan(room);
      return;
    }

    var lines = new ArrayList<>(fitting.prompt().lines());
    assertThat(tokens(lines) - (fitting.leftOut() > 0 ? tokens(mark(lines)) : 0))
        .isLessThanOrEqualTo(room);
    if (fitting.leftOut() > 0) {
      lines.removeAll(mark(lines));
      assertThat(lines.stream().filter(line -> line.role() != Role.SYSTEM).findFirst())
          .hasValueSatisfying(line -> assertThat(line.role()).isEqualTo(Role.USER));
    }
    assertThat(lines).hasSize(talk.lines().size() - fitting.leftOut());
    assertThat(talk.lines()).containsSubsequence(lines);
    assertThat(lines).containsAll(systems(talk.lines())).endsWith(talk.lines().getLast());
    assertThat(calls(lines)).containsAll(results(lines));
    assertThat(budget.fit(talk, room, 1)).isEqualTo(fitting);
  }

  private static Prompt talk(Random random) {
    var lines = new ArrayList<Prompt.Line>();
    int exchanges = 1 + random.nextInt(6);
    if (random.nextBoolean()) {
      lines.add(line(Role.SYSTEM, random.nextInt(10)));
    }
    if (random.nextBoolean()) {
      lines.add(line(Role.ASSISTANT, random.nextInt(30)));
    }
    for (int i = 0; i < exchanges; i++) {
      lines.add(line(Role.USER, random.nextInt(60)));
      for (int call = 0; call < random.nextInt(3); call++) {
        var id = i + "-" + call;
        lines.add(
            new Prompt.Line(Role.ASSISTANT, "", List.of(new ToolCall(id, "search", "{}")), null));
        lines.add(new Prompt.Line(Role.TOOL, "word ".repeat(random.nextInt(60)), List.of(), id));
      }
      if (i < exchanges - 1) {
        lines.add(line(Role.ASSISTANT, random.nextInt(60)));
      }
    }
    return new Prompt("model", lines, List.of());
  }

  private static String mark(int leftOut) {
    return ContextBudget.MARK.formatted(leftOut);
  }

  private static List<Prompt.Line> mark(List<Prompt.Line> lines) {
    return lines.stream().filter(line -> line.content().startsWith("[The first")).toList();
  }

  private static List<Prompt.Line> systems(List<Prompt.Line> lines) {
    return lines.stream().filter(line -> line.role() == Role.SYSTEM).toList();
  }

  private static List<String> calls(List<Prompt.Line> lines) {
    return lines.stream().flatMap(line -> line.toolCalls().stream()).map(ToolCall::id).toList();
  }

  private static Set<String> results(List<Prompt.Line> lines) {
    var results = new HashSet<String>();
    lines.forEach(line -> {
      var call = line.answersCall();
      if (call != null) {
        results.add(call);
      }
    });
    return results;
  }

  /// What always stays: what the program says, and all from the last question on.
  private static long always(Prompt talk) {
    int question = talk.lines().size() - 1;
    while (talk.lines().get(question).role() != Role.USER) {
      question--;
    }
    return tokens(systems(talk.lines().subList(0, question)))
        + tokens(talk.lines().subList(question, talk.lines().size()));
  }

  private static long tokens(List<Prompt.Line> lines) {
    return lines.stream()
        .mapToLong(line ->
            8
                + WORDS.count(line.content())
                + line.toolCalls().stream()
                    .mapToLong(call -> 8 + WORDS.count(call.tool()) + WORDS.count(call.arguments()))
                    .sum())
        .sum();
  }
}
