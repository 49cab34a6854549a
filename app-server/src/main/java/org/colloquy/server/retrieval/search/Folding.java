package org.colloquy.server.retrieval.search;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Writes words in their plainest form: without the accents of Latin, Greek and Cyrillic letters,
/// and without compatibility forms such as ligatures and wide letters. The marks of other scripts
/// make other words and stay.
final class Folding extends TokenFilter {
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]+");
  private static final int LAST_PLAIN = 0x7F;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  Folding(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws java.io.IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!isPlain()) {
      var apart = Normalizer.normalize(term, Normalizer.Form.NFKD);
      var bare = ACCENTS.matcher(apart).replaceAll("");
      term.setEmpty().append(Normalizer.normalize(bare, Normalizer.Form.NFC));
    }
    return true;
  }

  private boolean isPlain() {
    for (int i = 0; i < term.length(); i++) {
      if (term.charAt(i) > LAST_PLAIN) {
        return false;
      }
    }
    return true;
  }
}
