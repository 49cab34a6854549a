package org.colloquy.server.retrieval.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.colloquy.model.AccountId;
import org.colloquy.server.core.search.Kind;
import org.colloquy.server.core.search.Place;
import org.colloquy.server.core.search.SearchIndex.Found;
import org.colloquy.server.core.search.Wanted;
import org.jspecify.annotations.Nullable;

/// Finds what is wanted in an index that stands still.
final class Finding {
  /// Newest first; numbers keep apart what happened at the same time.
  private static final Sort ORDER =
      new Sort(
          new SortField(IndexFields.TIME, SortField.Type.LONG, true),
          new SortField(IndexFields.NUMBER, SortField.Type.LONG, true));

  /// As above; what is of the same file is together, its pages first.
  private static final Sort FILES =
      new Sort(
          new SortField(IndexFields.TIME, SortField.Type.LONG, true),
          new SortField(IndexFields.NUMBER, SortField.Type.LONG, true),
          new SortField(IndexFields.PAGE, SortField.Type.LONG));

  private final IndexSearcher searcher;
  private final Wanted wanted;

  Finding(IndexSearcher searcher, Wanted wanted) {
    this.searcher = searcher;
    this.wanted = wanted;
  }

  /// What an owner has in which all these stand.
  List<Found> of(AccountId owner, List<Clause> clauses) throws IOException {
    var query = new BooleanQuery.Builder();
    var scope = new Term(IndexFields.SCOPE, IndexFields.scope(owner, wanted.kind()));
    filter(query, new TermQuery(scope));
    new Queries(IndexFields.WORDS, searcher.getIndexReader()).add(clauses, query);
    narrow(query);
    var found = after(query.build(), wanted.after());
    return isFiles() ? once(query.build(), found) : found;
  }

  private boolean isFiles() {
    return wanted.kind() == Kind.FILE;
  }

  private void narrow(BooleanQuery.Builder query) {
    if (wanted.from() != null || wanted.until() != null) {
      long from = wanted.from() == null ? Long.MIN_VALUE : IndexFields.micros(wanted.from());
      long until = wanted.until() == null ? Long.MAX_VALUE : IndexFields.micros(wanted.until()) - 1;
      filter(query, LongPoint.newRangeQuery(IndexFields.TIME, from, until));
    }
    wanted
        .facets()
        .forEach((facet, value) ->
            filter(query, new TermQuery(new Term(IndexFields.facet(facet), value))));
    var within = wanted.within();
    if (within != null) {
      var ids = within.stream().map(id -> IndexFields.bytes(id.value())).toList();
      filter(query, new TermInSetQuery(IndexFields.CONVERSATION, ids));
    }
  }

  private static void filter(BooleanQuery.Builder query, Query condition) {
    query.add(condition, BooleanClause.Occur.FILTER);
  }

  /// Each file once, with the first of its pages that fits.
  ///
  /// @param first what was found of their pages and names
  private List<Found> once(Query query, List<Found> first) throws IOException {
    var files = new ArrayList<Found>();
    for (var found = first; ; found = after(query, found.getLast().place())) {
      for (var one : found) {
        if (files.isEmpty() || !files.getLast().id().equals(one.id())) {
          files.add(one);
        }
      }
      if (found.size() < wanted.most() || files.size() >= wanted.most()) {
        return files.subList(0, Math.min(files.size(), wanted.most()));
      }
    }
  }

  private List<Found> after(Query query, @Nullable Place place) throws IOException {
    var order = isFiles() ? FILES : ORDER;
    var found =
        place == null
            ? searcher.search(query, wanted.most(), order)
            : searcher.searchAfter(behind(place), query, wanted.most(), order);
    var stored = searcher.storedFields();
    var all = new ArrayList<Found>();
    for (var hit : found.scoreDocs) {
      all.add(found(stored, (FieldDoc) hit));
    }
    return all;
  }

  /// No two of a kind have the same place, so any document may stand for it; the last one is behind
  /// the one that has it. Behind a file nothing more of it follows.
  private FieldDoc behind(Place place) {
    int last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    long time = IndexFields.micros(place.time());
    var values =
        isFiles()
            ? new Object[] {time, place.number(), IndexFields.AFTER_FILE}
            : new Object[] {time, place.number()};
    return new FieldDoc(last, 0, values);
  }

  private Found found(StoredFields stored, FieldDoc hit) throws IOException {
    var key = stored.document(hit.doc).getBinaryValue(IndexFields.KEY);
    long time = (Long) hit.fields[0];
    long number = (Long) hit.fields[1];
    int page = isFiles() ? IndexFields.page((Long) hit.fields[2]) : 0;
    return new Found(IndexFields.id(key), new Place(IndexFields.time(time), number), page);
  }
}
