package org.colloquy.server.core.conversation;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.colloquy.model.ConversationId;
import org.colloquy.server.core.ParameterLimits;
import org.colloquy.server.core.Rules;
import org.colloquy.server.core.identity.Caller;

/// What a person sets for one conversation. It counts in every turn of it, through all faces.
public final class ConversationSettings {
  /// The longest system prompt, in bytes of UTF-8.
  public static final int LONGEST_PROMPT = 64 * 1024;

  private final ConversationSettingStore store;
  private final Conversations conversations;

  public ConversationSettings(ConversationSettingStore store, Conversations conversations) {
    this.store = store;
    this.conversations = conversations;
  }

  public ConversationSetting get(Caller caller, ConversationId id) {
    return store.of(conversations.get(caller, id).id());
  }

  /// Makes another setting of the one there is, and returns it.
  public ConversationSetting change(
      Caller caller, ConversationId id, UnaryOperator<ConversationSetting> change) {
    var changed = change.apply(get(caller, id));
    var prompt = changed.systemPrompt();
    new Rules()
        .atMost(prompt, "systemPrompt", LONGEST_PROMPT)
        .expect(
            prompt.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PROMPT,
            "systemPrompt",
            "It may have " + LONGEST_PROMPT + " bytes.")
        .check();
    ParameterLimits.check(changed.parameters());
    store.put(id, changed);
    return changed;
  }
}
