package org.colloquy.desktop.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.colloquy.desktop.background.OneThreadBackground;
import org.colloquy.desktop.fake.Script;
import org.colloquy.desktop.ui.parts.ModelChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompareViewModelTest extends ChatCase {
  private static final String NO_KEY = "{\"problem\":\"not-found\",\"what\":\"key\"}";

  private final OneThreadBackground background = new OneThreadBackground();
  private final ChatViewModel live = chat(background);
  private final List<ModelChoice> models = models();
  private final CompareViewModel compare =
      new CompareViewModel(api, background, live, () -> models);

  private List<ModelChoice> models() {
    server.providers().add("Elsewhere", "a", "b", "c", "d", "e");
    return api.providers().providers().stream()
        .flatMap(from -> from.models().stream().map(model -> new ModelChoice(from, model)))
        .toList();
  }

  @AfterEach
  void end() {
    background.close();
  }

  private <T> T now(Supplier<T> question) {
    return background.onWindow(question);
  }

  private void until(BooleanSupplier condition) {
    await().until(() -> now(condition::getAsBoolean));
  }

  private void ask(String question, int count) {
    now(() -> {
      compare.open();
      compare.question().set(question);
      models.stream().skip(1).forEach(compare::add);
      while (compare.chosen().size() > count) {
        compare.remove(compare.chosen().getLast());
      }
      compare.ask();
      return count;
    });
  }

  private List<String> texts(CompareViewModel of) {
    return of.answers().stream().map(ComparedAnswer::text).toList();
  }

  private List<String> answers() {
    return now(() -> texts(compare));
  }

  private boolean whole() {
    return compare.answers().stream().allMatch(answer -> answer.kept() != null);
  }

  @Test
  void letsAllModelsAnswerTheSameQuestionAsBranches() {
    ask("Why?", 3);
    until(this::whole);
    assertThat(answers()).containsExactly("You said: Why?", "You said: Why?", "You said: Why?");
    until(() -> live.messages().size() == 2 && live.state().get() instanceof ChatState.Quiet);
    assertThat(now(() -> live.messages().getFirst().text())).isEqualTo("Why?");
    assertThat(now(() -> live.messages().getLast().places())).isEqualTo(3);
    assertThat(server.requests().stream().filter(one -> one.contains("\"beside\""))).hasSize(2);
  }

  @Test
  void goesOnWithTheOneThatIsChosenAndStopsTheOthers() {
    server.next(Script.says("slow", "er").holdingAfter(1));
    ask("Why?", 2);
    until(() -> compare.answers().getLast().kept() != null);
    assertThat(now(() -> compare.answers().getFirst().kept())).isNull();
    var kept = now(() -> compare.answers().getLast().kept());
    now(() -> {
      compare.keep(compare.answers().getLast());
      return kept;
    });
    until(() -> !live.messages().isEmpty() && kept.equals(live.messages().getLast().id()));
    assertThat(now(() -> compare.answers().isEmpty())).isTrue();
    await().until(() -> server.requests().stream().anyMatch(one -> one.contains("/cancel")));
  }

  @Test
  void stopsOneAndLetsTheOthersGoOn() {
    var first = server.next(Script.says("one", " more").holdingAfter(1));
    ask("Why?", 2);
    until(() -> compare.answers().getLast().kept() != null);
    now(() -> {
      compare.answers().getFirst().stop();
      return first;
    });
    until(this::whole);
    assertThat(answers()).containsExactly("one", "You said: Why?");
  }

  @Test
  void doesNotGiveUpWhenOneModelCannotBeAsked() {
    server.refuse("/turns", 404, NO_KEY);
    ask("Why?", 3);
    until(() -> texts(compare).equals(List.of("", "You said: Why?", "You said: Why?")));
    assertThat(now(() -> compare.answers().getFirst().failure().get())).isNotNull();
    assertThat(now(() -> compare.answers().getFirst().kept())).isNull();
    until(() -> live.messages().size() == 2);
    assertThat(server.conversations().titles()).hasSize(1);
  }

  @Test
  void asksBetweenTwoAndFourModels() {
    now(() -> {
      compare.open();
      compare.question().set("Why?");
      return compare;
    });
    assertThat(now(() -> compare.ready().get())).isFalse();
    now(() -> {
      models.forEach(compare::add);
      return compare;
    });
    assertThat(now(() -> compare.chosen().size())).isEqualTo(4);
    assertThat(now(() -> compare.others().size())).isEqualTo(2);
    assertThat(now(() -> compare.ready().get())).isTrue();
    now(() -> {
      compare.question().set(" ");
      return compare;
    });
    assertThat(now(() -> compare.ready().get())).isFalse();
  }

  @Test
  void beginsWithWhatIsBeingWritten() {
    now(() -> {
      live.composer().draft().set("Why?");
      compare.open();
      return compare;
    });
    assertThat(now(() -> compare.question().get())).isEqualTo("Why?");
    ask("Why?", 2);
    assertThat(now(() -> live.composer().draft().get())).isEmpty();
  }
}
