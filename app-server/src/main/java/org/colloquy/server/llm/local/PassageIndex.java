package org.colloquy.server.llm.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

/// Finds the passages that fit a question best, in memory.
final class PassageIndex {
  private static final String TEXT = "text";
  private static final int MOST_WORDS = 64;

  /// Of this many of the question's words a passage must have at least one.
  private static final int WORDS_FOR_ONE = 3;

  /// A passage with less than this share of the best one's score is about something else.
  private static final float WORTH = 0.45f;

  private final List<Passage> passages;
  private final Analyzer analyzer = new StandardAnalyzer(new CharArraySet(LocalTexts.COMMON, true));

  PassageIndex(List<Passage> passages) {
    this.passages = passages;
  }

  /// The best passages, best first; none when nothing fits.
  List<Passage> best(String question, int most) {
    try (var directory = new ByteBuffersDirectory()) {
      var words = words(question);
      if (words.isEmpty() || passages.isEmpty()) {
        return List.of();
      }
      write(directory);
      return search(directory, query(words), most);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
  }

  private void write(Directory directory) throws IOException {
    var config = new IndexWriterConfig(analyzer).setSimilarity(new BM25Similarity());
    try (var writer = new IndexWriter(directory, config)) {
      for (var passage : passages) {
        var document = new Document();
        document.add(new TextField(TEXT, passage.text(), Field.Store.NO));
        writer.addDocument(document);
      }
      // One segment: then the number of a document is the place of its passage.
      writer.forceMerge(1);
    }
  }

  private List<Passage> search(Directory directory, Query query, int most) throws IOException {
    try (var reader = DirectoryReader.open(directory)) {
      var searcher = new IndexSearcher(reader);
      searcher.setSimilarity(new BM25Similarity());
      var found = new ArrayList<Passage>();
      var hits = searcher.search(query, most * 4).scoreDocs;
      for (ScoreDoc hit : hits) {
        var passage = passages.get(hit.doc);
        var known = found.stream().anyMatch(other -> other.text().equals(passage.text()));
        if (!known && found.size() < most && hit.score >= hits[0].score * WORTH) {
          found.add(passage);
        }
      }
      return found;
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
