package org.colloquy.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.colloquy.model.AccountId;
import org.colloquy.model.PromptText;
import org.colloquy.model.PromptVariable;
import org.colloquy.model.PromptVariable.Kind;
import org.colloquy.model.SavedPrompt;
import org.colloquy.model.SavedPromptId;
import org.colloquy.server.core.savedprompt.SavedPromptStore.Change;
import org.junit.jupiter.api.Test;

class JdbiSavedPromptStoreTest extends StoreTest {
  private static final PromptText TEXT =
      new PromptText(
          "Review",
          "Review {{paper}} for {{journal}}. æ 🙂",
          List.of(
              new PromptVariable("paper", Kind.LONG_TEXT, "The text", "", true, List.of()),
              new PromptVariable(
                  "journal", Kind.CHOICE, "", "Cell", false, List.of("Cell", "Nature"))),
          List.of("review", "papers"));

  private final JdbiSavedPromptStore prompts = new JdbiSavedPromptStore(database);

  JdbiSavedPromptStoreTest(org.colloquy.server.storage.Kind kind) {
    super(kind);
  }

  private SavedPrompt prompt(AccountId owner, PromptText text) {
    return new SavedPrompt(new SavedPromptId(next()), 0, owner, text, NOON, NOON);
  }

  @Test
  void keepsWhatAPromptSays() {
    var ada = account("ada").id();
    var other = new PromptText("Short", "Be brief.", List.of(), List.of());

    var kept = prompts.add(List.of(prompt(ada, TEXT), prompt(ada, other)));

    assertThat(kept).extracting(SavedPrompt::text).containsExactly(TEXT, other);
    assertThat(kept).extracting(SavedPrompt::number).isSorted();
    assertThat(prompts.of(ada)).isEqualTo(kept);
    assertThat(prompts.find(ada, kept.getFirst().id())).contains(kept.getFirst());
    assertThat(kept.getFirst().createdAt()).isEqualTo(NOON);
  }

  @Test
  void changesAndRemovesOnesOwnOnly() {
    var ada = account("ada").id();
    var bob = account("bob").id();
    var id = prompts.add(List.of(prompt(ada, TEXT))).getFirst().id();
    Instant later = NOON.plusSeconds(5);
    var change = new Change(new PromptText("T", "c", List.of(), List.of("x")), later);

    assertThat(prompts.change(bob, id, change)).isEmpty();
    assertThat(prompts.find(ada, id).orElseThrow().text()).isEqualTo(TEXT);
    assertThat(prompts.find(bob, id)).isEmpty();
    assertThat(prompts.of(bob)).isEmpty();
    assertThat(prompts.remove(bob, id)).isFalse();

    var changed = prompts.change(ada, id, change).orElseThrow();
    assertThat(changed.text()).isEqualTo(change.text());
    assertThat(changed.changedAt()).isEqualTo(later);
    assertThat(changed.createdAt()).isEqualTo(NOON);
    assertThat(prompts.remove(ada, id)).isTrue();
    assertThat(prompts.remove(ada, id)).isFalse();
    assertThat(prompts.of(ada)).isEmpty();
  }
}
