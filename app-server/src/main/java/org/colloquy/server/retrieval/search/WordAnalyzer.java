package org.colloquy.server.retrieval.search;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.charfilter.MappingCharFilter;
import org.apache.lucene.analysis.charfilter.NormalizeCharMap;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/// Cuts a text into words. Whatever is neither letter nor digit parts them, so that `foo_bar`,
/// `numpy.array` and `3.14` are found by each of their parts, and as a whole by the parts one after
/// the other. In scripts without spaces each sign is a word, and so are two that stand together.
final class WordAnalyzer extends Analyzer {
  /// Signs that the tokenizer would keep inside a word.
  private static final String JOINING =
      "_.:,;'’‘·․‧﹒＇．：，；＿‿⁀⁔\u0387\u05F4\u037E\u0589\u060C\u060D\u066C\u2044";

  private static final NormalizeCharMap APART = apart();

  private static NormalizeCharMap apart() {
    var map = new NormalizeCharMap.Builder();
    JOINING.chars().forEach(sign -> map.add(Character.toString(sign), " "));
    return map.build();
  }

  @Override
  protected Reader initReader(String field, Reader reader) {
    return new MappingCharFilter(APART, reader);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var tokenizer = new StandardTokenizer();
    var lower = new LowerCaseFilter(new Folding(tokenizer));
    var pairs =
        new CJKBigramFilter(
            lower,
            CJKBigramFilter.HAN
                | CJKBigramFilter.HIRAGANA
                | CJKBigramFilter.KATAKANA
                | CJKBigramFilter.HANGUL,
            true);
    return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(pairs));
  }
}
