package org.colloquy.desktop;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import org.colloquy.desktop.client.PromptClient;
import org.colloquy.desktop.client.PromptEntry;
import org.colloquy.desktop.text.Text;
import org.colloquy.desktop.ui.chat.ChatViewModel;
import org.colloquy.desktop.ui.chat.Suggestion;
import org.colloquy.desktop.ui.chat.Trigger;
import org.colloquy.desktop.ui.chat.TriggersViewModel;
import org.colloquy.desktop.ui.library.LibraryView;
import org.colloquy.desktop.ui.parts.OpenDialog;
import org.colloquy.desktop.ui.parts.SaveDialog;
import org.colloquy.desktop.ui.prompts.PromptsView;
import org.colloquy.desktop.ui.prompts.PromptsViewModel;
import org.colloquy.desktop.ui.prompts.ValuesView;
import org.colloquy.desktop.ui.prompts.ValuesViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel;
import org.colloquy.desktop.ui.shell.ShellViewModel.Dialog;

/// The prompts that are kept, and the ways from there into what is being written: `/` and a few
/// words insert one, `@` and a name choose who answers, `#` and a name take a file along.
final class PromptLibrary {
  private final PromptsViewModel prompts;
  private final ValuesViewModel values;
  private final TriggersViewModel triggers;
  private final ChatViewModel chat;
  private final ShellViewModel shell;
  private final FileLibrary files;

  PromptLibrary(
      Wiring.Outside outside, FileLibrary files, ChatViewModel chat, ShellViewModel shell) {
    this.files = files;
    this.chat = chat;
    this.shell = shell;
    prompts = new PromptsViewModel(new PromptClient(outside.server()), outside.background());
    values = new ValuesViewModel(this::insert);
    triggers =
        new TriggersViewModel(
            chat.composer().draft(),
            List.of(
                new Trigger('/', prompts::load, this::fittingPrompts),
                new Trigger('@', () -> {}, this::fittingAgents),
                files.trigger(this::refresh)));
    prompts.all().addListener((ListChangeListener<PromptEntry>) _ -> triggers.refresh());
  }

  private void refresh() {
    triggers.refresh();
  }

  /// For the field in which one writes.
  TriggersViewModel triggers() {
    return triggers;
  }

  Map<Class<?>, Supplier<Object>> views(SaveDialog saveDialog, OpenDialog openDialog) {
    Runnable close = () -> shell.dialog().set(Dialog.NONE);
    return Map.of(
        PromptsView.class, () -> new PromptsView(prompts, saveDialog, openDialog, close),
        ValuesView.class, () -> new ValuesView(values, close),
        LibraryView.class, files::view);
  }

  private List<Suggestion> fittingPrompts(String words) {
    return prompts.fitting(words).stream().map(this::suggestion).toList();
  }

  private Suggestion suggestion(PromptEntry prompt) {
    var text = prompt.text();
    var hint =
        text.tags().isEmpty()
            ? text.content().strip().lines().findFirst().orElse("")
            : String.join(", ", text.tags());
    return new Suggestion(text.title(), hint, () -> use(prompt));
  }

  private void use(PromptEntry prompt) {
    if (prompt.text().variables().isEmpty()) {
      insert(prompt.text().content());
    } else {
      values.ask(prompt.text());
      shell.dialog().set(Dialog.PROMPT_VALUES);
    }
  }

  private void insert(String text) {
    shell.dialog().set(Dialog.NONE);
    chat.composer().putBack(text);
  }

  private List<Suggestion> fittingAgents(String words) {
    var answerer = chat.answerer();
    var plain = new Suggestion(Text.of("composer.agent.none"), "", () -> answerer.choose(null));
    var agents =
        answerer.agents().stream()
            .map(agent ->
                new Suggestion(agent.name(), agent.description(), () -> answerer.choose(agent)));
    var wanted = words.strip().toLowerCase(Locale.getDefault());
    return Stream.concat(Stream.of(plain), agents)
        .filter(one -> one.title().toLowerCase(Locale.getDefault()).contains(wanted))
        .toList();
  }
}
