package org.colloquy.server.llm.wire;

import java.util.regex.Pattern;
import org.colloquy.server.core.provider.Secret;
import org.jspecify.annotations.Nullable;

/// Makes a provider's words fit to be shown: short, without markup, and without keys, which some
/// providers repeat in their errors.
final class Redaction {
  private static final int MOST = 300;
  private static final int MOST_LOOKED_AT = 4000;
  private static final int SHORTEST_KEY = 4;
  private static final String BLOT = "•••";
  private static final Pattern KEY_LIKE =
      Pattern.compile(
          "(?i)\\bBearer\\s+[^\\s\"',;]+|\\b(?:sk|pk|rk|gsk|xai|key)[-_][\\w*.-]{4,}|\\bAIza[\\w-]{10,}");
  private static final Pattern UNSEEN =
      Pattern.compile("(?is)<(script|style)\\b.*?</\\1\\s*>|<!--.*?-->");
  private static final Pattern TAG = Pattern.compile("<[^<>]*>");
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]+");

  private Redaction() {}

  /// @param key the key that was sent; null when none was
  static String of(String words, @Nullable Secret key) {
    var text = words.substring(0, Math.min(words.length(), MOST_LOOKED_AT));
    if (key != null && key.reveal().strip().length() >= SHORTEST_KEY) {
      text = text.replace(key.reveal().strip(), BLOT);
    }
    text = KEY_LIKE.matcher(text).replaceAll(BLOT);
    return shortened(WholeCharacters.only(BLANK.matcher(text).replaceAll(" ").strip()));
  }

  /// The words of a page.
  static String withoutMarkup(String page) {
    var text = page.substring(0, Math.min(page.length(), MOST_LOOKED_AT));
    text = UNSEEN.matcher(text).replaceAll(" ");
    return BLANK.matcher(TAG.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
  }

  private static String shortened(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    var end = Character.isHighSurrogate(text.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
    return text.substring(0, end) + "…";
  }
}
