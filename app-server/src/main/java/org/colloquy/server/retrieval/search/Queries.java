package org.colloquy.server.retrieval.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// Clauses as the index understands them.
final class Queries {
  /// More words that begin alike are not looked for one by one: that would take any amount of time
  /// and memory.
  static final int MOST_ENDINGS = 1_000;

  private final String field;
  private final IndexReader reader;

  Queries(String field, IndexReader reader) {
    this.field = field;
    this.reader = reader;
  }

  void add(List<Clause> clauses, BooleanQuery.Builder query) throws IOException {
    for (var clause : clauses) {
      query.add(of(clause), BooleanClause.Occur.FILTER);
    }
  }

  private Query of(Clause clause) throws IOException {
    if (clause.words().size() == 1) {
      var term = term(clause.last());
      return clause.begun() ? new PrefixQuery(term) : new TermQuery(term);
    }
    return clause.begun() ? begunPhrase(clause) : phrase(clause.words());
  }

  private Query phrase(List<Clause.Word> words) {
    var phrase = new PhraseQuery.Builder();
    words.forEach(word -> phrase.add(term(word), word.offset()));
    return phrase.build();
  }

  /// Of a last word that so many words could be, it is only asked that one of them occurs.
  private Query begunPhrase(Clause clause) throws IOException {
    var endings = beginningWith(clause.last().text());
    if (endings.isEmpty()) {
      return new MatchNoDocsQuery("no such word");
    }
    var before = clause.words().subList(0, clause.words().size() - 1);
    if (endings.size() > MOST_ENDINGS) {
      return new BooleanQuery.Builder()
          .add(phrase(before), BooleanClause.Occur.FILTER)
          .add(new PrefixQuery(term(clause.last())), BooleanClause.Occur.FILTER)
          .build();
    }
    var phrase = new MultiPhraseQuery.Builder();
    for (var word : before) {
      phrase.add(new Term[] {term(word)}, word.offset());
    }
    return phrase.add(endings.toArray(Term[]::new), clause.last().offset()).build();
  }

  /// No more than one beyond [#MOST_ENDINGS].
  private List<Term> beginningWith(String beginning) throws IOException {
    var found = new ArrayList<Term>();
    var all = MultiTerms.getTerms(reader, field);
    if (all == null) {
      return found;
    }
    var start = new BytesRef(beginning);
    var terms = all.iterator();
    if (terms.seekCeil(start) == TermsEnum.SeekStatus.END) {
      return found;
    }
    for (var term = terms.term();
        term != null && StringHelper.startsWith(term, start) && found.size() <= MOST_ENDINGS;
        term = terms.next()) {
      found.add(new Term(field, BytesRef.deepCopyOf(term)));
    }
    return found;
  }

  private Term term(Clause.Word word) {
    return new Term(field, word.text());
  }
}
