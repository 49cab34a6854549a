package org.colloquy.server.core.savedprompt;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colloquy.model.AccountId;
import org.colloquy.model.PromptText;
import org.colloquy.model.SavedPrompt;
import org.colloquy.model.SavedPromptId;

/// Keeps saved prompts.
public interface SavedPromptStore {
  /// Adds these, all or none.
  ///
  /// @return as they are kept, in their order
  List<SavedPrompt> add(List<SavedPrompt> prompts);

  /// All of an account, oldest first.
  List<SavedPrompt> of(AccountId owner);

  Optional<SavedPrompt> find(AccountId owner, SavedPromptId id);

  /// Puts another text in its place; empty when it is not there.
  Optional<SavedPrompt> change(AccountId owner, SavedPromptId id, Change change);

  /// Removes it for good; false when it is not there.
  boolean remove(AccountId owner, SavedPromptId id);

  /// Another text, and since when.
  record Change(PromptText text, Instant at) {}
}
