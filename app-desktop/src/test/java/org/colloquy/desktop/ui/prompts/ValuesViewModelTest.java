package org.colloquy.desktop.ui.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.colloquy.model.PromptText;
import org.colloquy.model.PromptVariable;
import org.colloquy.model.PromptVariable.Kind;
import org.junit.jupiter.api.Test;

class ValuesViewModelTest {
  private final List<String> inserted = new ArrayList<>();
  private final ValuesViewModel values = new ValuesViewModel(inserted::add);

  private static PromptVariable variable(String name, Kind kind, String value, boolean required) {
    var choices = kind == Kind.CHOICE ? List.of("Cell", "Nature") : List.<String>of();
    return new PromptVariable(name, kind, "", value, required, choices);
  }

  private void ask(PromptVariable... variables) {
    values.ask(
        new PromptText("Review", "{{paper}} / {{n}} / {{day}}", List.of(variables), List.of()));
  }

  private void give(int place, String value) {
    values.values().get(place).given().set(value);
  }

  @Test
  void insertsOnlyWhatEveryVariableTakes() {
    ask(
        variable("paper", Kind.TEXT, "", true),
        variable("n", Kind.NUMBER, "3", false),
        variable("day", Kind.DATE, "", false));

    values.insert();
    assertThat(inserted).isEmpty();
    give(0, " Cells ");
    assertThat(values.complete().get()).isTrue();
    give(1, "many");
    assertThat(values.complete().get()).isFalse();
    give(1, "1e3");
    give(2, "2026-02-29");
    assertThat(values.complete().get()).isFalse();
    give(2, "2028-02-29");

    values.insert();

    assertThat(inserted).containsExactly("Cells / 1e3 / 2028-02-29");
  }

  @Test
  void beginsWithTheUsualValuesEachTime() {
    ask(variable("paper", Kind.CHOICE, "Cell", true));
    give(0, "Nature");
    ask(variable("paper", Kind.CHOICE, "Cell", true));

    values.insert();

    assertThat(inserted).containsExactly("Cell / {{n}} / {{day}}");
  }
}
