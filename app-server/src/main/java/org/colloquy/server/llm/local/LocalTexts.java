package org.colloquy.server.llm.local;

import java.util.Set;

/// Everything that the built-in model says of itself, in English.
final class LocalTexts {
  static final String WHO =
      "I am Colloquy's built-in helper, not a language model: I can only look things up in what is"
          + " yours here: conversations, files and memories.";
  static final String FOUND_ONE = "This is what I found:";
  static final String FOUND_SEVERAL = "These are the passages that fit best:";
  static final String NOTHING_FOUND = "I found nothing there about this.";
  static final String NOTHING_YET = "There is nothing to look up yet.";
  static final String LATELY = "Your latest conversations are";
  static final String HOW_TO_GET_MORE =
      "For real answers, open **Keys**, add a provider and paste its key; then choose one of its"
          + " models above.";
  static final String GREETING = "Hello!";
  static final String WHAT_TO_ASK = "Ask me, for example, what you have written about a topic.";
  static final String YOU = "You";
  static final String A_MODEL = "The model";

  static final Set<String> GREETINGS =
      Set.of(
          "hello",
          "hi",
          "hey",
          "hello there",
          "hi there",
          "good morning",
          "good evening",
          "good afternoon",
          "greetings",
          "help",
          "thanks",
          "thank you",
          "who are you",
          "what can you do",
          "test");

  private LocalTexts() {}
}
