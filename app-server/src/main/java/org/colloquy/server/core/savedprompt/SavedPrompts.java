package org.colloquy.server.core.savedprompt;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.colloquy.model.Problem;
import org.colloquy.model.ProblemException;
import org.colloquy.model.PromptText;
import org.colloquy.model.SavedPrompt;
import org.colloquy.model.SavedPromptId;
import org.colloquy.server.core.Ids;
import org.colloquy.server.core.identity.Caller;

/// Prompts that people keep to use them again. Other people's are not found.
public final class SavedPrompts {
  /// How many an account may have.
  static final int MOST = 2_000;

  private final SavedPromptStore store;
  private final InstantSource clock;
  private final Ids ids;

  public SavedPrompts(SavedPromptStore store, InstantSource clock, Ids ids) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
  }

  /// All of them, oldest first.
  public List<SavedPrompt> all(Caller caller) {
    return store.of(caller.account());
  }

  /// Those with all of these words in their title, text or tags, oldest first.
  public List<SavedPrompt> fitting(Caller caller, String words) {
    var wanted = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    return all(caller).stream()
        .filter(prompt -> wanted.stream().allMatch(words(prompt.text())::contains))
        .toList();
  }

  private static String words(PromptText text) {
    var all = text.title() + "\n" + text.content() + "\n" + String.join("\n", text.tags());
    return all.toLowerCase(Locale.ROOT);
  }

  public SavedPrompt get(Caller caller, SavedPromptId id) {
    return store.find(caller.account(), id).orElseThrow(SavedPrompts::notFound);
  }

  public SavedPrompt create(Caller caller, PromptText text) {
    PromptRules.check(text);
    return add(caller, List.of(text)).getFirst();
  }

  /// Puts another text in its place.
  public SavedPrompt change(Caller caller, SavedPromptId id, PromptText text) {
    PromptRules.check(text);
    return store
        .change(caller.account(), id, new SavedPromptStore.Change(text, clock.instant()))
        .orElseThrow(SavedPrompts::notFound);
  }

  /// Removes it for good.
  public void remove(Caller caller, SavedPromptId id) {
    if (!store.remove(caller.account(), id)) {
      throw notFound();
    }
  }

  /// Adds those that are not here yet, all or none.
  ///
  /// @return those that were added
  public List<SavedPrompt> take(Caller caller, List<PromptText> texts) {
    texts.forEach(PromptRules::check);
    var known = new HashSet<PromptText>();
    all(caller).forEach(prompt -> known.add(prompt.text()));
    return add(caller, texts.stream().filter(known::add).toList());
  }

  private List<SavedPrompt> add(Caller caller, List<PromptText> texts) {
    if (all(caller).size() + texts.size() > MOST) {
      throw new ProblemException(new Problem.QuotaReached("prompts"));
    }
    var now = clock.instant();
    return store.add(
        texts.stream()
            .map(text ->
                new SavedPrompt(new SavedPromptId(ids.next()), 0, caller.account(), text, now, now))
            .toList());
  }

  private static ProblemException notFound() {
    return new ProblemException(new Problem.NotFound("prompt"));
  }
}
