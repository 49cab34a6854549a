package org.colloquy.server.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/// Finds the texts that fit a question best, in memory, for any number of threads. Of texts that
/// fit equally well the earlier one comes first.
public final class WordIndex {
  private static final Pattern POSSESSIVE = Pattern.compile("['’]s\\b");
  private static final String TEXT = "text";

  /// How much more a word counts than one that only resembles it.
  private static final float SAME_WORD = 2;

  /// Words of this length may differ in one letter, those of twice the length in two.
  private static final int LETTERS_FOR_ONE_SLIP = 4;

  /// Of this many words of a question a text that shares its words has at least one.
  private static final int WORDS_FOR_ONE = 3;

  /// How many letters at the start must be the same in words that resemble each other.
  private static final int SAME_START = 2;

  private final List<String> texts;
  private @Nullable IndexSearcher searcher;
  private final Analyzer analyzer =
      new StandardAnalyzer(new CharArraySet(CommonWords.ENGLISH, true));

  public WordIndex(List<String> texts) {
    this.texts = texts.stream().map(WordIndex::plain).toList();
  }

  /// A text that fits.
  ///
  /// @param place of the text in the list
  public record Hit(int place, float score) {}

  /// The texts that have any word of the question, or one that resembles it, best first.
  public List<Hit> resembling(String question, int most) {
    var words = words(question);
    var query = new BooleanQuery.Builder();
    for (var word : words) {
      query.add(new BoostQuery(same(word), SAME_WORD), BooleanClause.Occur.SHOULD);
      int slips = Math.min(FuzzyQuery.defaultMaxEdits, word.length() / LETTERS_FOR_ONE_SLIP);
      if (slips > 0) {
        query.add(
            new FuzzyQuery(new Term(TEXT, word), slips, SAME_START), BooleanClause.Occur.SHOULD);
      }
    }
    return words.isEmpty() ? List.of() : search(query.build(), most);
  }

  /// The texts that have at least a third of the question's words, best first.
  public List<Hit> sharing(String question, int most) {
    var words = words(question);
    var query = new BooleanQuery.Builder();
    words.forEach(word -> query.add(same(word), BooleanClause.Occur.SHOULD));
    query.setMinimumNumberShouldMatch(Math.ceilDiv(words.size(), WORDS_FOR_ONE));
    return words.isEmpty() ? List.of() : search(query.build(), most);
  }

  private static Query same(String word) {
    return new TermQuery(new Term(TEXT, word));
  }

  private List<Hit> search(Query query, int most) {
    if (texts.isEmpty()) {
      return List.of();
    }
    try {
      return Arrays.stream(searcher().search(query, most).scoreDocs)
          .map(hit -> new Hit(hit.doc, hit.score))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  /// Made with the first question. It holds memory and nothing else, so nobody has to close it.
  private synchronized IndexSearcher searcher() throws IOException {
    var made = searcher;
    if (made == null) {
      var directory = new ByteBuffersDirectory();
      write(directory);
      made = new IndexSearcher(DirectoryReader.open(directory));
      made.setSimilarity(new BM25Similarity());
      searcher = made;
    }
    return made;
  }

  private void write(Directory directory) throws IOException {
    var config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity());
    try (var writer = new IndexWriter(directory, config)) {
      for (var text : texts) {
        var document = new Document();
        document.add(new TextField(TEXT, text, Field.Store.NO));
        writer.addDocument(document);
      }
      // One segment: then the number of a document is the place of its text.
      writer.forceMerge(1);
    }
  }

  /// Without what makes another word of a name: Jupiter's moons are moons of Jupiter.
  private static String plain(String text) {
    return POSSESSIVE.matcher(text).replaceAll("");
  }

  private List<String> words(String question) {
    return QuestionWords.of(plain(question), analyzer);
  }
}
