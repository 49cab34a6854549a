package org.colloquy.server.retrieval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.colloquy.model.AttachmentId;
import org.colloquy.server.core.document.PassageIndex;
import org.colloquy.server.core.memory.Meaning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds chunks of documents with Lucene. Their words can be looked for in it, but not read out of
/// it as a text.
public final class DocumentIndex implements PassageIndex, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentIndex.class);

  /// Another one throws away what was made before.
  private static final String VERSION = "1";

  private static final String ID = "id";
  private static final String FILE = "file";
  private static final String CHUNK = "chunk";
  private static final String TEXT = "text";
  private static final String MEANING = "meaning";
  private static final String MEANT = "meant";

  /// What is less alike than 0.2 has nothing to do with a question; Lucene counts from -1 to 1 as 0
  /// to 1.
  private static final float ALIKE_SCORE = 0.6f;

  /// Words of so many letters are found in other forms too, by their beginning.
  private static final int LONG_WORD = 5;

  /// How much a word counts in another form.
  private static final float OTHER_FORM = 0.2f;

  private static final Pattern FORM = Pattern.compile("(?:ies|es|s|ed|ing|en|er|ung)$");
  private static final Pattern DIVIDED = Pattern.compile("(\\p{L})[-‐]\\R(\\p{Ll})");

  private final LuceneFolder folder;
  private final Analyzer analyzer = new StandardAnalyzer(CharArraySet.EMPTY_SET);
  private final CharArraySet common = new CharArraySet(CommonWords.ENGLISH, true);

  /// @param folder made when it is needed
  public DocumentIndex(Path folder) {
    this.folder = new LuceneFolder(folder, VERSION, analyzer);
  }

  @Override
  public void put(AttachmentId file, List<Entry> entries) {
    folder.change(writer -> {
      writer.deleteDocuments(new Term(FILE, file.toString()));
      for (var entry : entries) {
        writer.addDocument(document(file, entry));
      }
    });
    folder.save();
  }

  @Override
  public void update(AttachmentId file, List<Entry> entries) {
    folder.change(writer -> update(writer, file, entries));
  }

  private static void update(IndexWriter writer, AttachmentId file, List<Entry> entries)
      throws IOException {
    for (var entry : entries) {
      writer.updateDocument(new Term(ID, id(file, entry)), document(file, entry));
    }
  }

  private static Document document(AttachmentId file, Entry entry) {
    var document = new Document();
    document.add(new StringField(ID, id(file, entry), Field.Store.NO));
    document.add(new StringField(FILE, file.toString(), Field.Store.YES));
    document.add(new StoredField(CHUNK, entry.chunk().number()));
    document.add(
        new TextField(TEXT, DIVIDED.matcher(entry.text()).replaceAll("$1$2"), Field.Store.NO));
    entry
        .meaning()
        .ifPresent(meaning -> {
          document.add(
              new KnnByteVectorField(MEANING, meaning.bytes(), VectorSimilarityFunction.COSINE));
          document.add(new StringField(MEANT, file.toString(), Field.Store.NO));
        });
    return document;
  }

  private static String id(AttachmentId file, Entry entry) {
    return file + "/" + entry.chunk().number();
  }

  @Override
  public void remove(AttachmentId file) {
    folder.change(writer -> writer.deleteDocuments(new Term(FILE, file.toString())));
    folder.tidy();
  }

  @Override
  public Set<AttachmentId> files() {
    return folder.search(searcher -> {
      var files = new HashSet<AttachmentId>();
      var terms = MultiTerms.getTerms(searcher.getIndexReader(), FILE);
      if (terms != null) {
        var each = terms.iterator();
        for (var term = each.next(); term != null; term = each.next()) {
          var file = term.utf8ToString();
          if (searcher.count(new TermQuery(new Term(FILE, file))) > 0) {
            files.add(new AttachmentId(UUID.fromString(file)));
          }
        }
      }
      return files;
    });
  }

  @Override
  public boolean has(AttachmentId file, int chunks, int meanings) {
    return folder.search(searcher ->
        searcher.count(new TermQuery(new Term(FILE, file.toString()))) == chunks
            && searcher.count(new TermQuery(new Term(MEANT, file.toString()))) == meanings);
  }

  @Override
  public List<Hit> byWords(String question, Collection<AttachmentId> files, int most) {
    var query = new BooleanQuery.Builder();
    var words = QuestionWords.of(question, analyzer);
    var telling = words.stream().filter(word -> !common.contains(word)).toList();
    for (var word : telling.isEmpty() ? words : telling) {
      query.add(same(word), BooleanClause.Occur.SHOULD);
      var beginning = FORM.matcher(word).replaceFirst("");
      if (beginning.length() >= LONG_WORD - 1 && word.length() >= LONG_WORD) {
        query.add(
            new BoostQuery(new PrefixQuery(new Term(TEXT, beginning)), OTHER_FORM),
            BooleanClause.Occur.SHOULD);
      }
    }
    query.setMinimumNumberShouldMatch(1);
    return words.isEmpty() ? List.of() : search(query, files, most);
  }

  @Override
  public List<Hit> byMeaning(Meaning meaning, Collection<AttachmentId> files, int most) {
    return files.isEmpty()
        ? List.of()
        : search(
            new KnnByteVectorQuery(MEANING, meaning.bytes(), most, of(files)), most, ALIKE_SCORE);
  }

  private List<Hit> search(BooleanQuery.Builder query, Collection<AttachmentId> files, int most) {
    query.add(of(files), BooleanClause.Occur.FILTER);
    return files.isEmpty() ? List.of() : search(query.build(), most, 0);
  }

  /// What cannot be searched now has nothing in it: answers do not depend on an index.
  private List<Hit> search(Query query, int most, float least) {
    try {
      return folder.search(searcher -> {
        var hits = new ArrayList<Hit>();
        var fields = searcher.storedFields();
        for (var found : searcher.search(query, most).scoreDocs) {
          var document = fields.document(found.doc);
          if (found.score >= least) {
            hits.add(
                new Hit(
                    new AttachmentId(UUID.fromString(document.get(FILE))),
                    document.getField(CHUNK).numericValue().intValue()));
          }
        }
        return hits;
      });
    } catch (UncheckedIOException e) {
      LOG.warn("the index of documents could not be searched", e);
      return List.of();
    }
  }

  private static Query of(Collection<AttachmentId> files) {
    return new TermInSetQuery(
        FILE, files.stream().map(file -> new BytesRef(file.toString())).toList());
  }

  private static Query same(String word) {
    return new TermQuery(new Term(TEXT, word));
  }

  @Override
  public void close() {
    folder.close();
  }
}
