package org.colloquy.server.retrieval.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
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
    return clause.begun() ? begunPhrase(clause) : phrase(clause);
  }

  private Query phrase(Clause clause) {
    var phrase = new PhraseQuery.Builder();
    clause.words().forEach(word -> phrase.add(term(word), word.offset()));
    return phrase.build();
  }

  private Query begunPhrase(Clause clause) throws IOException {
    var endings = beginningWith(clause.last().text());
    if (endings.isEmpty()) {
      return new MatchNoDocsQuery("no such word");
    }
    var phrase = new MultiPhraseQuery.Builder();
    for (var word : clause.words().subList(0, clause.words().size() - 1)) {
      phrase.add(new Term[] {term(word)}, word.offset());
    }
    return phrase.add(endings.toArray(Term[]::new), clause.last().offset()).build();
  }

  private List<Term> beginningWith(String beginning) throws IOException {
    var found = new ArrayList<Term>();
    var all = MultiTerms.getTerms(reader, field);
    if (all == null) {
      return found;
    }
    var start = new BytesRef(beginning);
    var terms = all.iterator();
    if (terms.seekCeil(start) == org.apache.lucene.index.TermsEnum.SeekStatus.END) {
      return found;
    }
    for (var term = terms.term();
        term != null && StringHelper.startsWith(term, start);
        term = terms.next()) {
      found.add(new Term(field, BytesRef.deepCopyOf(term)));
    }
    return found;
  }

  private Term term(Clause.Word word) {
    return new Term(field, word.text());
  }
}
