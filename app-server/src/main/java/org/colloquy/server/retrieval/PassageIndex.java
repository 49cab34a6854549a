package org.colloquy.server.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/// Finds the passages that fit a question best, by BM25 and in memory.
///
/// @param <P> what a passage is to whoever asks
public final class PassageIndex<P> {
  private static final String TEXT = "text";
  private static final int MOST_WORDS = 64;

  /// Of this many of the question's words a passage must have at least one.
  private static final int WORDS_FOR_ONE = 3;

  /// Words that say nothing about what is looked for.
  private static final List<String> COMMON =
      List.of(
          ("a about am an and any are as at be been but by can could did do does for from get give"
               + " had has have he her him his how i if in into is it its just know like look me"
               + " more my no not of on or our please recall remember said say she should show so"
               + " some tell than that the their them then there these they this to up us was we"
               + " were what when where which who whom why will with would write wrote written you"
               + " your")
              .split(" "));

  private final List<P> passages;
  private final Function<P, String> text;
  private final Analyzer analyzer = new StandardAnalyzer(new CharArraySet(COMMON, true));

  /// @param text what a passage says
  public PassageIndex(List<P> passages, Function<P, String> text) {
    this.passages = List.copyOf(passages);
    this.text = text;
  }

  /// The best passages, best first, each text once; none when nothing fits.
  ///
  /// @param worth a passage with less than this share of the best one's score is about something
  ///   else
  public List<P> best(String question, int most, float worth) {
    try (var directory = new ByteBuffersDirectory()) {
      var words = words(question);
      if (words.isEmpty() || passages.isEmpty()) {
        return List.of();
      }
      write(directory);
      return search(directory, query(words), most, worth);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  private void write(Directory directory) throws IOException {
    var config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity());
    try (var writer = new IndexWriter(directory, config)) {
      for (var passage : passages) {
        var document = new Document();
        document.add(new TextField(TEXT, text.apply(passage), Field.Store.NO));
        writer.addDocument(document);
      }
      // One segment: then the number of a document is the place of its passage.
      writer.forceMerge(1);
    }
  }

  private List<P> search(Directory directory, Query query, int most, float worth)
      throws IOException {
    try (var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new BM25Similarity());
      var found = new LinkedHashMap<String, P>();
      var hits = searcher.search(query, most * 4).scoreDocs;
      for (ScoreDoc hit : hits) {
        if (found.size() < most && hit.score >= hits[0].score * worth) {
          var passage = passages.get(hit.doc);
          found.putIfAbsent(text.apply(passage), passage);
        }
      }
      return List.copyOf(found.values());
    }
  }

  private static Query query(Set<String> words) {
    var query = new BooleanQuery.Builder();
    for (var word : words) {
      query.add(new TermQuery(new Term(TEXT, word)), BooleanClause.Occur.SHOULD);
    }
    return query.setMinimumNumberShouldMatch(Math.ceilDiv(words.size(), WORDS_FOR_ONE)).build();
  }

  private Set<String> words(String question) throws IOException {
    var words = new LinkedHashSet<String>();
    try (var tokens = analyzer.tokenStream(TEXT, question)) {
      var term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (words.size() < MOST_WORDS && tokens.incrementToken()) {
        words.add(term.toString());
      }
    }
    return words;
  }
}
