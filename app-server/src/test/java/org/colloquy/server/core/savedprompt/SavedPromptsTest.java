package org.colloquy.server.core.savedprompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.PromptText;
import org.colloquy.model.PromptVariable;
import org.colloquy.model.PromptVariable.Kind;
import org.colloquy.model.SavedPrompt;
import org.colloquy.server.TestCore;
import org.colloquy.server.core.turn.ScriptedChatModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SavedPromptsTest {
  static final List<PromptText> WRONG =
      List.of(
          new PromptText(" ", "c", List.of(), List.of()),
          new PromptText("t", "", List.of(), List.of()),
          new PromptText("t", "a\0b", List.of(), List.of()),
          new PromptText("t", "c", List.of(), List.of(" ")),
          new PromptText("t", "c", List.of(), Collections.nCopies(21, "x")),
          with(variable("1st", Kind.TEXT, "")),
          with(variable("a", Kind.TEXT, ""), variable("a", Kind.TEXT, "")),
          with(variable("n", Kind.NUMBER, "three")),
          with(variable("d", Kind.DATE, "2026-02-30")),
          with(variable("c", Kind.CHOICE, "")),
          with(new PromptVariable("c", Kind.CHOICE, "", "z", false, List.of("x", "y"))),
          with(new PromptVariable("t", Kind.TEXT, "", "", false, List.of("x"))));

  private final TestCore core = TestCore.with(ScriptedChatModel.saying("Well."));
  private final SavedPrompts prompts = core.core().savedPrompts();

  @AfterEach
  void close() {
    core.close();
  }

  private static PromptVariable variable(String name, Kind kind, String value) {
    return new PromptVariable(name, kind, "", value, false, List.of());
  }

  private static PromptText with(PromptVariable... variables) {
    return new PromptText("t", "{{a}}", List.of(variables), List.of());
  }

  private static PromptText text(String title, String content, String... tags) {
    return new PromptText(title, content, List.of(), List.of(tags));
  }

  @ParameterizedTest
  @FieldSource("WRONG")
  void refusesWhatCouldNotBeUsed(PromptText text) {
    assertThatThrownBy(() -> prompts.create(core.owner(), text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem()).isInstanceOf(Problem.Invalid.class));
    assertThat(prompts.all(core.owner())).isEmpty();
  }

  @Test
  void findsByAllWordsOfTitleTextAndTags() {
    prompts.create(core.owner(), text("Review", "Look at the METHODS.", "papers"));
    prompts.create(core.owner(), text("Translate", "Into Norwegian.", "papers"));

    assertThat(prompts.fitting(core.owner(), " PAPERS methods "))
        .extracting(prompt -> prompt.text().title())
        .containsExactly("Review");
    assertThat(prompts.fitting(core.owner(), "papers")).hasSize(2);
    assertThat(prompts.fitting(core.owner(), "nothing")).isEmpty();
  }

  @Test
  void takesOverWhatIsNotHereYetAndAllOrNothing() {
    var known = text("Review", "Look.");
    prompts.create(core.owner(), known);
    var fresh = text("Review", "Look closer.");

    assertThat(prompts.take(core.owner(), List.of(known, fresh, fresh)))
        .extracting(SavedPrompt::text)
        .containsExactly(fresh);
    assertThat(prompts.take(core.owner(), List.of(known, fresh))).isEmpty();
    assertThatThrownBy(
            () -> prompts.take(core.owner(), List.of(text("New", "n"), text("", "wrong"))))
        .isInstanceOf(ProblemException.class);
    assertThat(prompts.all(core.owner())).hasSize(2);
  }

  @Test
  void keepsNoMoreThanAnybodyNeeds() {
    var many =
        java.util.stream.IntStream.range(0, SavedPrompts.MOST)
            .mapToObj(i -> text("t" + i, "c"))
            .toList();
    prompts.take(core.owner(), many);

    assertThatThrownBy(() -> prompts.create(core.owner(), text("one more", "c")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal ->
                assertThat(refusal.problem()).isEqualTo(new Problem.QuotaReached("prompts")));
  }

  @Test
  void findsNothingOfSomebodyElses() {
    var mine = prompts.create(core.owner(), text("Mine", "c"));
    var kari = core.member("kari");

    assertThat(prompts.all(kari)).isEmpty();
    assertThatThrownBy(() -> prompts.get(kari, mine.id())).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> prompts.remove(kari, mine.id())).isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> prompts.change(kari, mine.id(), text("x", "y")))
        .isInstanceOf(ProblemException.class);
    assertThat(prompts.get(core.owner(), mine.id()).text()).isEqualTo(text("Mine", "c"));
  }

  @Test
  void putsValuesIntoTheGapsAndLeavesOtherBracesAlone() {
    var text =
        new PromptText(
            "t",
            "{{ a }} and {{b}}, {{unknown}} {a} $1",
            List.of(variable("a", Kind.TEXT, "one"), variable("b", Kind.TEXT, "two")),
            List.of());

    assertThat(text.filled(Map.of("b", "$2\\ {{a}}")))
        .isEqualTo("one and $2\\ {{a}}, {{unknown}} {a} $1");
  }
}
