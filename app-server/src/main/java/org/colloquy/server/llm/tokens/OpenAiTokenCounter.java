package org.colloquy.server.llm.tokens;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import org.colloquy.server.core.usage.TokenCounter;

/// Counts as OpenAI's models since GPT-4o do, whichever model is asked. Other models make more or
/// fewer tokens of the same text, mostly within a fifth.
public final class OpenAiTokenCounter implements TokenCounter {
  /// Reads its table of 200,000 words when somebody counts for the first time. One for the whole
  /// process: it never changes, and is large.
  private static final EncodingRegistry ENCODINGS = Encodings.newLazyEncodingRegistry();

  @Override
  public int count(String text) {
    return ENCODINGS.getEncoding(EncodingType.O200K_BASE).countTokensOrdinary(text);
  }
}
