package org.colloquy.server.llm.local;

import java.util.List;
import java.util.Set;

/// Everything that the built-in model says of itself, in English.
final class LocalTexts {
  static final String WHO =
      "I am Colloquy's built-in helper, not a language model: I can only look things up in your own"
          + " conversations.";
  static final String FOUND_ONE = "This is what I found:";
  static final String FOUND_SEVERAL = "These are the passages that fit best:";
  static final String NOTHING_FOUND = "I found nothing there about this.";
  static final String NOTHING_YET = "There is nothing to look up yet.";
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

  /// Words that say nothing about what is looked for.
  static final List<String> COMMON =
      List.of(
          ("a about am an and any are as at be been but by can could did do does for from get give"
               + " had has have he her him his how i if in into is it its just know like look me"
               + " more my no not of on or our please recall remember said say she should show so"
               + " some tell than that the their them then there these they this to up us was we"
               + " were what when where which who whom why will with would write wrote written you"
               + " your")
              .split(" "));

  private LocalTexts() {}
}
