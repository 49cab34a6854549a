package org.colloquy.desktop.ui.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.colloquy.desktop.background.InlineBackground;
import org.colloquy.desktop.client.PromptClient;
import org.colloquy.desktop.client.PromptEntry;
import org.colloquy.desktop.fake.ScriptedServer;
import org.colloquy.model.PromptVariable;
import org.colloquy.model.PromptVariable.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptsViewModelTest {
  private final ScriptedServer server = new ScriptedServer();
  private final InlineBackground background = new InlineBackground();
  private final PromptsViewModel prompts =
      new PromptsViewModel(new PromptClient(server.address()), background);

  @TempDir Path folder;

  @BeforeEach
  void fill() {
    server
        .prompts()
        .add("{\"title\":\"translate\",\"content\":\"Into Norwegian.\",\"tags\":[\"words\"]}");
    server
        .prompts()
        .add(
            """
            {"title": "Review", "content": "Review {{paper}}.", "tags": ["papers"], "variables":
             [{"name": "paper", "kind": "long-text", "description": "The text", "required": true}]}
            """);
    prompts.open();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> titles() {
    return prompts.shown().stream().map(prompt -> prompt.text().title()).toList();
  }

  @Test
  void showsAllByTitleAndFindsThemByAllWords() {
    assertThat(titles()).containsExactly("Review", "translate");
    assertThat(prompts.form().title().get()).isEqualTo("Review");
    prompts.query().set("NORWEGIAN words");
    assertThat(titles()).containsExactly("translate");
    prompts.query().set("review norwegian");
    assertThat(titles()).isEmpty();
  }

  @Test
  void keepsANewOneWithItsVariables() {
    prompts.select(null);
    var form = prompts.form();
    assertThat(form.complete().get()).isFalse();
    form.title().set(" Compare ");
    form.content().set("Compare");
    form.tags().set("papers, , papers, lab ");
    form.addGap();
    var gap = form.gaps().getFirst();
    assertThat(form.content().get()).isEqualTo("Compare {{variable1}}");
    gap.kind().set(Kind.CHOICE);
    assertThat(form.complete().get()).isFalse();
    gap.choices().set("a, b");
    gap.value().set("c");
    assertThat(form.gapsRight().get()).isFalse();
    gap.value().set("b");
    gap.name().set("what");
    assertThat(form.complete().get()).isTrue();

    prompts.save();

    var kept = Objects.requireNonNull(prompts.selected().get()).text();
    assertThat(kept.title()).isEqualTo("Compare");
    assertThat(kept.tags()).containsExactly("papers", "lab");
    assertThat(kept.variables())
        .containsExactly(new PromptVariable("what", Kind.CHOICE, "", "b", true, List.of("a", "b")));
    assertThat(titles()).containsExactly("Compare", "Review", "translate");
  }

  @Test
  void changesOneInItsPlaceAndCopiesIt() {
    prompts.form().content().set("Review {{paper}} and {{paper}}.");
    prompts.save();
    assertThat(prompts.all()).hasSize(2);
    prompts.duplicate();
    assertThat(titles()).containsExactly("Review", "Review", "translate");
    assertThat(prompts.all().stream().map(PromptEntry::text).distinct()).hasSize(2);
    assertThat(prompts.all().stream().map(PromptEntry::id).distinct()).hasSize(3);
  }

  @Test
  void bringsBackWhatWasRemovedAMomentAgo() {
    var before = Objects.requireNonNull(prompts.selected().get());
    prompts.remove();
    assertThat(titles()).containsExactly("translate");
    assertThat(prompts.removed().get()).isEqualTo(before);

    prompts.undo();

    assertThat(titles()).containsExactly("Review", "translate");
    assertThat(Objects.requireNonNull(prompts.selected().get()).text()).isEqualTo(before.text());
    prompts.remove();
    background.letTimePass();
    assertThat(prompts.removed().get()).isNull();
  }

  @Test
  void handsThemOnAndTakesThemOver() throws IOException {
    var file = folder.resolve("prompts.json");
    prompts.exportTo(file);
    assertThat(Files.readString(file)).contains("colloquy-prompts", "Into Norwegian.");
    prompts.importFrom(file);
    assertThat(prompts.failure().get()).isNull();
    assertThat(prompts.all()).hasSize(4);
    prompts.importFrom(Files.writeString(file, "# no JSON"));
    assertThat(prompts.failure().get()).isNotNull();
  }
}
